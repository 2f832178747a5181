/**
 * The longest wait of a timer, in milliseconds. Timers stand still while a computer sleeps, and not every browser says when it
 * wakes: what is due meanwhile happens within a minute.
 */
export const MAX_WAIT_MS = 60_000;

/**
 * How long something lasts before a person is told that it goes on, in milliseconds. A quick answer comes first: a screen reader would
 * say after it that something is being done.
 */
export const PROGRESS_MS = 500;

/**
 * How long after the focus has moved to another part of the page a text is announced, in milliseconds. At once, one of the two is not
 * said: Orca 43.1 in Chromium, and NVDA (nvda#11299).
 */
export const AFTER_FOCUS_MS = 250;

/**
 * Waits, by the clock.
 *
 * @throws the signal's reason when it is aborted meanwhile
 */
export async function delay(signal: AbortSignal, milliseconds: number): Promise<void> {
  const end = Date.now() + milliseconds;
  let left = milliseconds;
  do {
    const wait = Math.min(left, MAX_WAIT_MS);
    await new Promise((resolve) => setTimeout(resolve, wait));
    signal.throwIfAborted();
    left = Math.min(left - wait, end - Date.now());
  } while (left > 0);
}
