import { html, nothing, type TemplateResult } from 'lit';

const RIGHT_TO_LEFT = /^(?:ar|ckb|fa|he|ps|ur|yi)\b/;

/** `lang` and `dir` for content that is not in the language around it; nothing where it is. */
export interface Foreign {
  readonly lang: string | typeof nothing;
  readonly dir: 'ltr' | 'rtl' | typeof nothing;
}

export function foreign(lang: string, around: string): Foreign {
  if (lang === around) return { lang: nothing, dir: nothing };
  return { lang, dir: RIGHT_TO_LEFT.test(lang) ? 'rtl' : 'ltr' };
}

/** A few words in another language than the one around them. */
export function renderForeign(words: string, lang: string, around: string): TemplateResult {
  const mark = foreign(lang, around);
  return html`<span lang=${mark.lang} dir=${mark.dir}>${words}</span>`;
}
