import { aTimeout, fixtureCleanup, waitUntil } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import 'axe-core';

type Axe = typeof import('axe-core');

/** What axe-core complains of: rule and place, one line each. */
export async function axeViolations(context: Element | Document): Promise<string[]> {
  const { axe } = window as unknown as { axe: Axe };
  const { violations } = await axe.run(context as never, { resultTypes: ['violations'] });
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target }) => `${id}: ${target.flat().join(' >>> ')}`),
  );
}

/** Sets the language of the page and waits until our words follow. */
export async function setPageLanguage(lang: string): Promise<void> {
  document.documentElement.lang = lang;
  document.documentElement.dir = lang.startsWith('ar') ? 'rtl' : 'ltr';
  await aTimeout(0);
}

/** A clean page after each test: language, storage, warnings told once are another matter. */
export function resetPage(): void {
  fixtureCleanup();
  document.documentElement.removeAttribute('lang');
  document.documentElement.removeAttribute('dir');
  localStorage.clear();
  sessionStorage.clear();
}

/** Waits for a condition, and says what did not happen. */
export const until = (condition: () => unknown, what: string): Promise<void> =>
  waitUntil(() => Boolean(condition()), `it does not happen: ${what}`, {
    timeout: 5000,
  }) as Promise<void>;

/** What somebody hears and sees: text of the flattened tree, with slots. */
export const textOf = (node: Element | null | undefined): string =>
  (node?.textContent ?? '').replace(/\s+/g, ' ').trim();

/** The element that has focus, through shadow roots. */
export function focused(): Element | null {
  let active = document.activeElement;
  while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
  return active;
}

/** An element in words. Assertions compare these: the runner cannot print elements and would hang. */
export function describeElement(element: Element | null | undefined): string {
  if (!element) return 'nothing';
  const { localName, id } = element;
  const part = element.getAttribute('part');
  return `<${localName}>${id && `#${id}`}${part ? `[${part}]` : ''} "${textOf(element).slice(0, 40)}"`;
}

export function expectFocusOn(element: Element | null | undefined): void {
  const active = focused();
  if (active !== element) {
    throw new Error(`Focus is on ${describeElement(active)}, not on ${describeElement(element)}.`);
  }
}

/**
 * Does what the page translator of Chromium does, also in open shadow roots: each text node is removed and replaced by two `<font>`
 * with its translation. Later renderings into the old node are not visible.
 */
export function translate(root: Node): void {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const texts: Text[] = [];
  while (walker.nextNode()) texts.push(walker.currentNode as Text);
  for (const text of texts) {
    if (!text.data.trim() || text.parentElement?.closest('style, script')) continue;
    const outer = document.createElement('font');
    const inner = document.createElement('font');
    inner.textContent = `≈${text.data}`;
    outer.append(inner);
    text.replaceWith(outer);
  }
}

/** How many elements match. */
export const count = (root: ParentNode | null | undefined, selector: string): number =>
  root?.querySelectorAll(selector).length ?? 0;

/** A child as a page writes it. */
export function markdownScript(text: string, lang = ''): HTMLScriptElement {
  const script = document.createElement('script');
  script.type = 'text/markdown';
  script.lang = lang;
  script.textContent = text;
  return script;
}

/** Events of a type, as they come. */
export function eventsOf<Type extends keyof HTMLElementEventMap>(
  target: EventTarget,
  type: Type,
): HTMLElementEventMap[Type][] {
  const events: HTMLElementEventMap[Type][] = [];
  target.addEventListener(type, (event) => events.push(event as HTMLElementEventMap[Type]));
  return events;
}

/** Catches warnings of the console while a test runs. */
export function warnings(): { readonly texts: string[]; restore(): void } {
  const texts: string[] = [];
  const { warn } = console;
  console.warn = (...parts: unknown[]) => void texts.push(parts.map(String).join(' '));
  return { texts, restore: () => (console.warn = warn) };
}

export const isWebKit =
  /AppleWebKit/.test(navigator.userAgent) && !/Chrome/.test(navigator.userAgent);

/** A window of this size. WebKit's driver has none to give: its window is 1280 wide. */
export const setWindow = async (width: number, height: number): Promise<void> => {
  if (!isWebKit) await setViewport({ width, height });
};

/** The milliseconds that are waited for while something runs. */
export async function waitsDuring(run: () => Promise<unknown>): Promise<number[]> {
  const waits: number[] = [];
  const { setTimeout: set } = window;
  window.setTimeout = ((done: () => void, wait = 0) => (
    waits.push(wait),
    set(done, wait)
  )) as never;
  try {
    await run();
  } finally {
    window.setTimeout = set;
  }
  return waits;
}
