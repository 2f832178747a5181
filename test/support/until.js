import { setTimeout as pause } from 'node:timers/promises';

/**
 * Waits until a condition is true.
 *
 * @param {() => unknown} condition may be asynchronous
 * @param {number} [timeout] milliseconds
 */
export async function until(condition, timeout = 20_000) {
  const over = new AbortController();
  const late = pause(timeout, undefined, { signal: over.signal }).then(() => {
    throw new Error(`Waited in vain for ${condition}`);
  });
  const isTrue = async () => {
    while (!(await condition()) && !over.signal.aborted) await pause(10);
  };
  // A condition that never answers is given up too.
  try {
    await Promise.race([isTrue(), late]);
  } finally {
    over.abort();
  }
}
