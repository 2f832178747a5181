import { msg, str } from '@lit/localize';
import { nothing, type ReactiveController, type ReactiveControllerHost } from 'lit';
import type { Renderable } from '../../content/render.js';
import { formatInstantDate, formatTime } from '../../i18n/format.js';
import { workIcon } from '../../shared/icons.js';
import { html } from 'lit';
import { renderNotice, type View } from './view.js';

/** What is read of a notice of a maintenance banner. */
interface Notice {
  readonly phase?: string;
  readonly affected?: readonly string[];
  readonly impact?: string;
  readonly endsAt?: string | null;
}

const PHASES = new Set(['in-progress', 'overrunning', 'closed']);
const EVENTS = ['lucka-notice-show', 'lucka-notice-phase', 'lucka-notice-dismiss'];

/** Watches a maintenance banner on the page: says when messages cannot be sent, and switches nothing off. */
export class Interruption implements ReactiveController {
  constructor(
    private readonly host: ReactiveControllerHost & HTMLElement,
    private readonly id: () => string,
  ) {
    host.addController(this);
  }

  hostConnected(): void {
    for (const type of EVENTS) document.addEventListener(type, this.#onChange);
  }

  hostDisconnected(): void {
    for (const type of EVENTS) document.removeEventListener(type, this.#onChange);
  }

  render(view: View): Renderable {
    const notice = this.#notice;
    if (!notice) return nothing;
    const end = new Date(notice.endsAt ?? '');
    const isKnown = !Number.isNaN(end.getTime()) && notice.phase === 'in-progress';
    const until = isKnown
      ? msg(
          str`It is planned to end on ${formatInstantDate(end, view.lang)} at ${formatTime(end, view.lang)}, Swedish time.`,
        )
      : '';
    return renderNotice(
      {
        ...{ kind: '', icon: workIcon, part: 'notice', id: 'interruption' },
        heading: msg('Messages cannot be sent at the moment'),
        level: view.headingLevel + 1,
      },
      html`<p>${until} ${msg('You can go on writing, and try to send.')}</p>`,
    );
  }

  get #notice(): Notice | undefined {
    const root = this.host.getRootNode() as Document | ShadowRoot;
    const id = this.id();
    const banner = id ? (root.getElementById?.(id) ?? document.getElementById(id)) : null;
    const { activeNotices } = (banner ?? {}) as { activeNotices?: readonly Notice[] };
    return activeNotices?.find(
      ({ phase = '', affected, impact }) =>
        PHASES.has(phase) && affected?.includes('messages') && impact === 'unavailable',
    );
  }

  readonly #onChange = (): void => this.host.requestUpdate();
}
