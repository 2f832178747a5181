import { msg, str } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { sectionsOf, type Section } from '../../content/document.js';
import { langAttributes, type LangAttributes } from '../../content/lang-attributes.js';
import { renderHeading } from '../../content/heading.js';
import { renderBlocks } from '../../content/render.js';
import { otherLanguageName } from '../../i18n/language-name.js';
import { formatDate } from '../../i18n/sweden.js';
import type { TermsDocument } from './terms-document.js';

/** "Version 4. Applies from 1 December 2026. Language of the text: Swedish. Example Agency." */
export function versionLine(
  { version, effective, controller, lang: textLang }: TermsDocument,
  lang: string,
): string {
  const day = formatDate(effective, lang);
  const language = otherLanguageName(textLang, lang);
  const facts = [
    version && msg(str`Version ${version}.`),
    effective && msg(str`Applies from ${day}.`),
    // Not within a sentence: browsers begin the name with a capital letter or not.
    language && msg(str`Language of the text: ${language}.`),
  ];
  return [...facts, controller && `${controller.name}.`].filter(Boolean).join(' ');
}

/**
 * The key points, the table of contents, and the whole text section by section. The text may be in another language
 * than the words around it.
 */
export function renderTermsText(
  terms: TermsDocument,
  headingLevel: number,
  around: string,
): TemplateResult {
  const mark = langAttributes(terms.lang, around);
  const sections = sectionsOf(terms.content.blocks);
  return html`${renderKeyPoints(terms, headingLevel, mark)}
    ${renderContents(
      sections.filter(({ title }) => title),
      mark,
    )}
    <div lang=${mark.lang} dir=${mark.dir}>
      ${sections.map((section) => renderSection(section, headingLevel))}
    </div>`;
}

/** Said to be a summary: the text decides. */
export function renderKeyPoints(
  { keyPoints }: TermsDocument,
  headingLevel: number,
  { lang, dir }: LangAttributes,
): TemplateResult | typeof nothing {
  if (!keyPoints.length) return nothing;
  const heading = msg('Summary (not part of the terms)');
  return html`<div class="stack-sm">
    ${renderHeading(headingLevel, heading, { class: 'name' })}
    <ul lang=${lang} dir=${dir}>
      ${keyPoints.map((point) => html`<li>${point}</li>`)}
    </ul>
  </div>`;
}

/** Its links move inside the dialog; the page's address stays as it is. */
function renderContents(
  sections: readonly Section[],
  { lang, dir }: LangAttributes,
): TemplateResult | typeof nothing {
  if (sections.length < 3) return nothing;
  return html`<details part="contents">
    <summary>${msg('Contents')}</summary>
    <ol class="fold" lang=${lang} dir=${dir}>
      ${sections.map(({ id, title }) => html`<li><a href="#${id}">${title}</a></li>`)}
    </ol>
  </details>`;
}

export const renderSection = (
  { id, title, blocks }: Section,
  headingLevel: number,
): TemplateResult =>
  html`<div class="section" part="section" data-section=${id}>
    ${title ? renderHeading(headingLevel, title, { class: 'subheading' }) : nothing}
    ${renderBlocks(blocks, { headingLevel })}
  </div>`;
