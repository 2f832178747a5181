import { useEffect, type RefObject } from 'react';

/**
 * Listens to an event of an element. React attaches `on…` of a custom element when it renders it in the browser, but not when it hydrates
 * markup of the server, as in an exported page.
 */
export function useElementEvent<Name extends keyof HTMLElementEventMap>(
  element: RefObject<HTMLElement | null>,
  name: Name,
  listener: (event: HTMLElementEventMap[Name]) => void,
) {
  useEffect(() => {
    const target = element.current;
    target?.addEventListener(name, listener);
    return () => target?.removeEventListener(name, listener);
  });
}
