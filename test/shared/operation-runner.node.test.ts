import { expect } from 'chai';
import type { ReactiveController } from 'lit';
import { ServiceError } from '../../src/services/service-error.js';
import { OperationRunner, retryLostResponse } from '../../src/shared/operation-runner.js';

/** An element as far as its controllers know it. */
class Host {
  isConnected = true;
  readonly updateComplete = Promise.resolve(true);
  #controllers: ReactiveController[] = [];
  addController(controller: ReactiveController): void {
    this.#controllers.push(controller);
  }
  removeController(): void {}
  requestUpdate(): void {}
  async disconnect(isMoved: boolean): Promise<void> {
    this.isConnected = false;
    for (const controller of this.#controllers) controller.hostDisconnected?.();
    this.isConnected = isMoved;
    await Promise.resolve();
  }
}

/** An operation that ends when the test says so. */
function pending() {
  let finish: (result: string) => void = () => {};
  const result = new Promise<string>((resolve) => (finish = resolve));
  return { operation: () => result, finish };
}

describe('the operations of an element', () => {
  it('run one at a time: a second one is refused until the first has ended', async () => {
    const runner = new OperationRunner(new Host());
    const { operation, finish } = pending();
    const first = runner.run(operation);
    expect(await runner.run(() => Promise.resolve('second'))).to.equal(undefined);
    finish('first');
    expect(await first).to.equal('first');
    expect(await runner.run(() => Promise.resolve('third'))).to.equal('third');
  });

  it('pass on their errors, and the next one runs', async () => {
    const runner = new OperationRunner(new Host());
    const failed = await runner
      .run(() => Promise.reject(new Error('broken')))
      .catch((error: Error) => error.message);
    expect(failed).to.equal('broken');
    expect(await runner.run(() => Promise.resolve('next'))).to.equal('next');
  });

  it('count for nothing once they are aborted, also when they fail or end later', async () => {
    let aborted = 0;
    const runner = new OperationRunner(new Host(), () => aborted++);
    const { operation, finish } = pending();
    const result = runner.run(operation);
    const { signal } = runner;
    runner.abort();
    expect([signal.aborted, aborted].join()).to.equal('true,1');
    const other = pending();
    const next = runner.run(other.operation);
    finish('too late');
    expect(await result).to.equal(undefined);
    expect(await runner.run(() => Promise.resolve('beside'))).to.equal(undefined);
    other.finish('next');
    expect(await next).to.equal('next');
  });

  for (const [isMoved, what] of [
    [true, 'go on while the element is moved'],
    [false, 'are aborted when the element leaves the page'],
  ] as const)
    it(what, async () => {
      const host = new Host();
      const { signal } = new OperationRunner(host);
      await host.disconnect(isMoved);
      expect(signal.aborted).to.equal(!isMoved);
    });
});

describe('a request whose response is lost', () => {
  const lost = new ServiceError('test', 'network');
  const working = new ServiceError('test', 'in-progress', { status: 409, retryAfter: 0 });
  const refused = new ServiceError('test', 'slot-taken', { status: 409 });
  const cases: [string, (ServiceError | 'done')[], string, number][] = [
    ['is sent again once', [lost, 'done'], 'done', 2],
    ['is given up after the second loss', [lost, lost, 'done'], 'network', 2],
    ['is sent again while the server works on it', [working, working, 'done'], 'done', 3],
    ['is not sent again after an answer', [refused, 'done'], 'slot-taken', 1],
    ['is not asked about for ever', [...Array<ServiceError>(9).fill(working)], 'in-progress', 6],
  ];
  for (const [what, answers, outcome, attempts] of cases)
    it(what, async () => {
      let attempt = 0;
      const send = () => {
        const answer = answers[attempt++];
        return answer instanceof ServiceError ? Promise.reject(answer) : Promise.resolve(answer);
      };
      const { signal } = new AbortController();
      const result = await retryLostResponse(send, signal).catch(
        (error: ServiceError) => error.code,
      );
      expect([result, attempt]).to.deep.equal([outcome, attempts]);
    });

  it('is not sent again after an abort', async () => {
    const stop = new AbortController();
    let attempts = 0;
    const sent = retryLostResponse(() => {
      attempts++;
      stop.abort(new DOMException('Aborted', 'AbortError'));
      return Promise.reject(lost);
    }, stop.signal).catch((error: Error) => error.name);
    expect([await sent, attempts]).to.deep.equal(['AbortError', 1]);
  });
});
