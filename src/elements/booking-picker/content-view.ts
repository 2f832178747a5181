import { html, nothing, type TemplateResult } from 'lit';
import { blocksOf, sectionsOf, type Section } from '../../content/document.js';
import { renderHeading } from '../../content/heading.js';
import { langAttributes } from '../../content/lang-attributes.js';
import type { LocalizedDocument } from '../../content/load.js';
import { renderBlocks, type Renderable } from '../../content/render.js';
import type { RenderEnv } from './render-env.js';

/** A section of the content: the page's own where it has one, else the built-in. */
function findSection(
  { documents }: RenderEnv,
  id: string,
): (LocalizedDocument & { readonly section: Section }) | undefined {
  for (const each of documents) {
    const section = sectionsOf(each.document.blocks).find((one) => one.id === id);
    if (section) return { ...each, section };
  }
  return undefined;
}

/** A step is never without a heading: in place of a section that the texts lack, their title. */
export const sectionTitle = (env: RenderEnv, id: string): string =>
  findSection(env, id)?.section.title ?? contentText(env, 'title');

/** A short text of the front matter, such as the title of a calendar entry; '' when no content has it. */
export const contentText = ({ documents }: RenderEnv, key: string): string =>
  documents.flatMap(({ document: { meta } }) => (meta[key] ? [String(meta[key])] : []))[0] ?? '';

/** The text of a section, without its heading, as a group with its name, which a link can lead to. */
export function renderSection(env: RenderEnv, id: string): Renderable {
  const found = findSection(env, id);
  return found
    ? html`<div data-id=${id} role="group" aria-label=${found.section.title} tabindex="-1">
        ${renderSectionText(env, id)}
      </div>`
    : nothing;
}

/** The same where what is around it has that name already: the name would be read in place of the text that describes it. */
export function renderSectionText(env: RenderEnv, id: string): Renderable {
  const found = findSection(env, id);
  if (!found) return nothing;
  const { lang, dir } = langAttributes(found.lang, env.lang);
  const options = { headingLevel: env.headingLevel + 1 };
  return html`<div class="stack-sm" lang=${lang} dir=${dir}>
    ${renderBlocks(blocksOf(found.document, id), options)}
  </div>`;
}

/** A section with its heading, below that of the step; nothing when the content does not have it. */
export const renderTitledSection = (
  env: RenderEnv,
  id: string,
  headingClass = 'name',
): Renderable =>
  findSection(env, id)
    ? html`${renderHeading(env.headingLevel + 1, sectionTitle(env, id), { class: headingClass })}
      ${renderSection(env, id)}`
    : nothing;

/** What to do for those who cannot come: below every step (S38 to S43). */
export const renderHelp = (env: RenderEnv): TemplateResult =>
  html`<details>
    <summary>${sectionTitle(env, 'cannot-visit')}</summary>
    <div class="fold stack">
      ${renderSectionText(env, 'cannot-visit')} ${renderTitledSection(env, 'special-reasons')}
      ${renderTitledSection(env, 'if-you-do-not-come')}
    </div>
  </details>`;
