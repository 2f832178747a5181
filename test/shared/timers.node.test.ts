import { expect } from '@open-wc/testing';
import { delay } from '../../src/shared/timers.js';

describe('a delay', () => {
  const { setTimeout: set } = globalThis;
  const { now } = Date;
  afterEach(() => {
    globalThis.setTimeout = set;
    Date.now = now;
  });

  /** A clock that goes on by what each timer waits, and by a sleep before the first ends. */
  function clock(sleep: number): number[] {
    const waits: number[] = [];
    let time = 0;
    Date.now = () => time;
    globalThis.setTimeout = ((run: () => void, wait: number) => {
      time += wait + (waits.length ? 0 : sleep);
      waits.push(wait);
      return set(run, 0);
    }) as never;
    return waits;
  }

  it('is as long as asked for, in waits of at most a minute', async () => {
    const waits = clock(0);
    await delay(new AbortController().signal, 150_000);
    expect(waits).to.deep.equal([60_000, 60_000, 30_000]);
  });

  it('ends within a minute after a computer has slept over its end', async () => {
    const waits = clock(3_600_000);
    await delay(new AbortController().signal, 600_000);
    expect(waits).to.deep.equal([60_000]);
  });

  it('ends with the reason of an abort', async () => {
    const controller = new AbortController();
    const waiting = delay(controller.signal, 1).catch((error: unknown) => error);
    controller.abort(new Error('Stopped'));
    expect(await waiting).to.include({ message: 'Stopped' });
  });
});
