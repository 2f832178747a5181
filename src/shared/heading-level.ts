import { parseInteger } from './attributes.js';

/** The level of an element's first heading; what is under it is one level deeper. */
export const parseHeadingLevel = (host: HTMLElement, given: unknown): number =>
  parseInteger(host, 'heading-level', given, { min: 1, max: 6, fallback: 2 });
