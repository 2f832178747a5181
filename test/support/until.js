import { setTimeout as pause } from 'node:timers/promises';

/**
 * Waits until a condition is true.
 *
 * @param {() => unknown} condition may be asynchronous
 * @param {number} [timeout] milliseconds
 */
export async function until(condition, timeout = 20_000) {
  const deadline = Date.now() + timeout;
  while (!(await condition())) {
    if (Date.now() > deadline) throw new Error(`Waited in vain for ${condition}`);
    await pause(10);
  }
}
