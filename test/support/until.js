import { setTimeout as pause } from 'node:timers/promises';

/**
 * Waits for a condition, as short as it takes.
 *
 * @param {() => unknown} condition may be asynchronous
 * @param {number} [patience] milliseconds
 */
export async function until(condition, patience = 20_000) {
  const deadline = Date.now() + patience;
  while (!(await condition())) {
    if (Date.now() > deadline) throw new Error(`Waited in vain for ${condition}`);
    await pause(10);
  }
}
