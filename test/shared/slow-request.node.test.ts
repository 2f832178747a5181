import { expect } from 'chai';
import { SlowRequestController } from '../../src/shared/slow-request.js';

/** How many timers run after something is done. */
function timersAfter(
  act: (controller: SlowRequestController, host: { isConnected: boolean }) => void,
) {
  const { setTimeout: set, clearTimeout: clear } = globalThis;
  const running = new Set<unknown>();
  globalThis.setTimeout = (() => {
    const timer = {};
    running.add(timer);
    return timer;
  }) as unknown as typeof setTimeout;
  globalThis.clearTimeout = (timer) => void running.delete(timer);
  try {
    const host = {
      isConnected: true,
      addController: () => {},
      removeController: () => {},
      requestUpdate: () => {},
      updateComplete: Promise.resolve(true),
    };
    act(
      new SlowRequestController(
        host,
        () => true,
        () => {},
      ),
      host,
    );
    return running.size;
  } finally {
    Object.assign(globalThis, { setTimeout: set, clearTimeout: clear });
  }
}

describe('the notice of a slow request', () => {
  it('has one timer while the request is pending', () => {
    const timers = timersAfter((controller) => {
      controller.hostUpdated();
      controller.hostUpdated();
    });
    expect(timers).to.equal(1);
  });

  it('has no timer after its element has left the page, also when that is updated', () => {
    const timers = timersAfter((controller, host) => {
      controller.hostUpdated();
      host.isConnected = false;
      controller.hostDisconnected();
      controller.hostUpdated();
    });
    expect(timers).to.equal(0);
  });
});
