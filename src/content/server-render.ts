import { html } from 'lit';
import { setBackEnd, type Attributes, type BackEnd, type Built } from './render.js';

export { renderBlocks } from './render.js';

const VOID = new Set(['br', 'hr', 'img']);
/** Lit parses a template once, and knows it by the identity of its strings: one for each tag with the same attributes. */
const templates = new Map<string, TemplateStringsArray>();

/** On a server there is no DOM: Lit escapes the texts and the values. */
export const useServerBackEnd = (): void => setBackEnd(server);

const server: BackEnd = {
  build(tag: string, attributes: Attributes, content: readonly Built[]): Built {
    const present = Object.entries(attributes).filter(([, value]) => value !== undefined);
    const names = present.map(([name]) => name);
    const isVoid = VOID.has(tag);
    const key = [tag, ...names].join(' ');
    const strings = templates.get(key) ?? stringsOf(tag, names, isVoid);
    templates.set(key, strings);
    const values = present.map(([, value]) => value);
    return html(strings, ...values, ...(isVoid ? [] : [content]));
  },
  join: (content) => content,
};

function stringsOf(tag: string, names: readonly string[], isVoid: boolean): TemplateStringsArray {
  const strings = names.map((name, index) => `${index ? '"' : `<${tag}`} ${name}="`);
  const opened = names.length ? '">' : `<${tag}>`;
  const all = isVoid ? [...strings, opened] : [...strings, opened, `</${tag}>`];
  return Object.assign(all, { raw: all });
}
