/**
 * Tracks the listeners that a page adds to an element itself, from now on. The platform does not tell whether an event has a
 * listener.
 *
 * @returns the listeners of events of this type
 */
export function trackListeners(element: HTMLElement, type: string): ReadonlySet<unknown> {
  const listeners = new Set<unknown>();
  const { addEventListener, removeEventListener } = EventTarget.prototype;
  element.addEventListener = (...args: Parameters<EventTarget['addEventListener']>) => {
    addEventListener.apply(element, args);
    if (args[0] === type) listeners.add(args[1]);
  };
  element.removeEventListener = (...args: Parameters<EventTarget['removeEventListener']>) => {
    removeEventListener.apply(element, args);
    if (args[0] === type) listeners.delete(args[1]);
  };
  return listeners;
}
