import { stripAnnotations } from '../../content/strip-annotations.js';
import type { ActiveNotice } from './state.js';

/** A text in the language of the page, else in another one that it has. */
export function textIn<Text>(
  texts: { readonly sv: Text; readonly en: Text } | null | undefined,
  lang: string,
): { text: Text | undefined; lang: string } {
  const known = (texts ?? {}) as Readonly<Record<string, Text | undefined>>;
  const found = [lang, 'en', 'sv'].find((each) => known[each]?.toString()) ?? lang;
  return { text: known[found], lang: found };
}

export const titleOf = ({ title }: ActiveNotice, lang: string): string =>
  stripAnnotations(textIn(title, lang).text ?? '');
