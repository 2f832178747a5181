import { html, type TemplateResult } from 'lit';
import { sectionsOf } from '../../content/document.js';
import { langAttributes } from '../../content/lang-attributes.js';
import { renderHeading } from '../../content/heading.js';
import { loadContent } from '../../content/load.js';
import { versionLine, renderKeyPoints, renderSection } from './terms-text-view.js';
import { termsDocument } from './terms-document.js';
import { termsLoaders } from './content.js';

/** The terms of the content, whole: what people read where no script runs. */
export async function renderTermsPage(
  lang: string,
  headingLevel: number,
  id = 'my-page',
): Promise<TemplateResult> {
  const { document, lang: own } = await loadContent(termsLoaders(id), lang);
  const terms = termsDocument(document, { id, lang: own, verified: true });
  const mark = langAttributes(own, lang);
  return html`${renderHeading(headingLevel, terms.title, { class: 'title' })}
    <p class="muted">${versionLine(terms, lang)}</p>
    ${renderKeyPoints(terms, headingLevel + 1, mark)}
    <div class="stack" lang=${mark.lang} dir=${mark.dir}>
      ${sectionsOf(document.blocks).map((section) => renderSection(section, headingLevel + 1))}
    </div>`;
}
