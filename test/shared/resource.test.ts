import { expect } from '@open-wc/testing';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { Resource, type ResourceKey } from '../../src/shared/resource.js';

/** A host that updates when told, so that order is in the test's hand. */
class Host implements ReactiveControllerHost {
  controllers: ReactiveController[] = [];
  updates = 0;
  updateComplete = Promise.resolve(true);
  addController(controller: ReactiveController) {
    this.controllers.push(controller);
  }
  removeController() {}
  requestUpdate() {
    this.updates++;
  }
  update() {
    for (const controller of this.controllers) controller.hostUpdate?.();
  }
  disconnect() {
    for (const controller of this.controllers) controller.hostDisconnected?.();
  }
  connect() {
    for (const controller of this.controllers) controller.hostConnected?.();
  }
}

interface Call {
  readonly signal: AbortSignal;
  readonly answer: (value: string) => void;
  readonly fail: (error: Error) => void;
}

function setup() {
  const host = new Host();
  const calls: Call[] = [];
  const state: { key: ResourceKey } = { key: ['a'] };
  let settled = 0;
  const resource = new Resource<string>(
    host,
    () => state.key,
    (signal) => new Promise((answer, fail) => calls.push({ signal, answer, fail })),
    () => settled++,
  );
  const turn = () => new Promise((done) => setTimeout(done));
  return { host, calls, state, resource, turn, settled: () => settled };
}

describe('Resource', () => {
  it('asks once for the same key', () => {
    const { host, calls } = setup();
    host.update();
    host.update();
    expect(calls.length).to.equal(1);
  });

  it('asks nothing while there is no key', () => {
    const { host, calls, state } = setup();
    state.key = undefined;
    host.update();
    expect(calls.length).to.equal(0);
  });

  it('lets the newest request win, and stops the older one', async () => {
    const { host, calls, state, resource, turn, settled } = setup();
    host.update();
    state.key = ['b'];
    host.update();
    expect(calls[0]!.signal.aborted).to.equal(true);
    calls[1]!.answer('new');
    await turn();
    calls[0]!.answer('old');
    await turn();
    expect(resource.value).to.equal('new');
    expect(settled()).to.equal(1);
  });

  it('keeps the last good value when a later request fails', async () => {
    const { host, calls, resource, turn } = setup();
    host.update();
    calls[0]!.answer('good');
    await turn();
    resource.refresh();
    host.update();
    calls[1]!.fail(new Error('down'));
    await turn();
    expect([resource.value, String(resource.error), resource.loading]).to.deep.equal([
      'good',
      'Error: down',
      false,
    ]);
  });

  it('ends its request with its element, and makes it again when the element comes back', async () => {
    const { host, calls, resource, turn } = setup();
    host.update();
    host.disconnect();
    expect(calls[0]!.signal.aborted).to.equal(true);
    calls[0]!.fail(new Error('aborted'));
    await turn();
    expect(resource.error, 'stopping is no failure').to.equal(undefined);
    host.connect();
    host.update();
    expect(calls.length).to.equal(2);
  });
});
