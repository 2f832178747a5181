import { html, nothing, type TemplateResult } from 'lit';

const RIGHT_TO_LEFT = /^(?:ar|ckb|fa|he|ps|ur|yi)\b/;

/** `lang` and `dir` of content in another language than the text around it; nothing where it is the same. */
export interface LangAttributes {
  readonly lang: string | typeof nothing;
  readonly dir: 'ltr' | 'rtl' | typeof nothing;
}

export function langAttributes(lang: string, around: string): LangAttributes {
  if (lang === around) return { lang: nothing, dir: nothing };
  return { lang, dir: RIGHT_TO_LEFT.test(lang) ? 'rtl' : 'ltr' };
}

/** Text in another language than the text around it. */
export function renderInLanguage(text: string, lang: string, around: string): TemplateResult {
  const attributes = langAttributes(lang, around);
  return html`<span lang=${attributes.lang} dir=${attributes.dir}>${text}</span>`;
}
