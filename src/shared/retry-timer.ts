import type { ReactiveControllerHost } from 'lit';
import { MAX_WAIT_MS } from './timers.js';

/**
 * Updates a host when a request may be sent again that a busy service has refused: the buttons that wait for that work again.
 *
 * @param wait how long to wait, in milliseconds; 0 or less when there is nothing to wait for
 */
export function updateAfterWait(host: ReactiveControllerHost, wait: () => number): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const hostDisconnected = (): void => clearTimeout(timer);
  host.addController({
    hostDisconnected,
    hostUpdated() {
      hostDisconnected();
      const left = wait();
      if (left > 0) timer = setTimeout(() => host.requestUpdate(), Math.min(left, MAX_WAIT_MS));
    },
  });
}
