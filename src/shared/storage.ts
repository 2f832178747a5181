/** What this page remembers by itself where the browser keeps nothing: a sandboxed frame, blocked or full storage. */
const memory = new Map<string, string>();

const PREFIX = 'lucka:';

/** A value that this device remembers, or undefined. Never throws, though `localStorage` may. */
export function readStored(key: string): string | undefined {
  try {
    return localStorage.getItem(PREFIX + key) ?? memory.get(key);
  } catch {
    return memory.get(key);
  }
}

/** Remembers a value on this device, or for the page's life where that is not possible. */
export function writeStored(key: string, value: string): void {
  try {
    localStorage.setItem(PREFIX + key, value);
  } catch {
    memory.set(key, value);
  }
}
