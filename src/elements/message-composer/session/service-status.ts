import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { findInterruption, type PageInterruption } from '../../../shared/page-notices.js';

const EVENTS = ['lucka-notice-show', 'lucka-notice-phase', 'lucka-notice-dismiss'];

/** Watches a maintenance banner of the page for an interruption of messages. */
export class ServiceStatus implements ReactiveController {
  /** @param bannerId id of the banner; '' for none */
  constructor(
    private readonly host: ReactiveControllerHost & HTMLElement,
    private readonly bannerId: () => string,
  ) {
    host.addController(this);
  }

  hostConnected(): void {
    for (const type of EVENTS) document.addEventListener(type, this.#onChange);
  }

  hostDisconnected(): void {
    for (const type of EVENTS) document.removeEventListener(type, this.#onChange);
  }

  /** Why messages cannot be sent; undefined when nothing is known of that. */
  get interruption(): PageInterruption | undefined {
    const bannerId = this.bannerId();
    return bannerId ? findInterruption('messages', bannerId, this.host) : undefined;
  }

  readonly #onChange = (): void => this.host.requestUpdate();
}
