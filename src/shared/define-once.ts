import { isSupported } from './supported.js';
import { VERSION } from './version.js';

/** Where a class carries the version of the package it came from, so that a second copy can name both. */
const COPY = Symbol.for('lucka.version');

let warned = false;

/**
 * Defines a tag unless it is taken. Pages load bundles twice, from two addresses or in two versions: the first wins,
 * the other is told once, and nothing throws. In a browser that is too old none is defined.
 */
export function defineOnce(tag: string, element: CustomElementConstructor): void {
  // A server has no registry, unless Lit has brought one.
  if (!isSupported() || !('customElements' in globalThis)) return;
  const present = customElements.get(tag);
  if (present === element) return;
  if (!present) {
    Object.defineProperty(element, COPY, { value: VERSION, configurable: true });
    customElements.define(tag, element);
    return;
  }
  if (warned) return;
  warned = true;
  const first = (Reflect.get(present, COPY) as string | undefined) ?? 'unknown';
  console.warn(`[lucka] <${tag}> is defined already: version ${first} stays, this is ${VERSION}.`);
}
