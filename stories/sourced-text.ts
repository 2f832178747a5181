import { html, type TemplateResult } from 'lit';
import sources from '../content/sources.md?raw';
import {
  sectionsOf,
  type Block,
  type ContentDocument,
  type Inline,
} from '../src/content/document.js';
import { renderHeading } from '../src/content/heading.js';
import { hostRenderers } from '../src/content/host-renderers.js';
import { renderBlocks, renderers } from '../src/content/render.js';

// Tables and code stand in flows and word lists only.
Object.assign(renderers, hostRenderers);

/** What each number says: content/sources.md, a table of number, English, Swedish. */
const rows = new Map(
  [...sources.matchAll(/^\| ([A-Z]\d+) \| (.+?) \| (.+?) \|$/gm)].map(
    ([, id = '', en = '', sv = '']) => [id, { en, sv }] as const,
  ),
);

/** Section by section: the text, and beside it what the source says. */
export function renderSourcedText(
  { meta, blocks }: ContentDocument,
  lang: 'en' | 'sv',
): TemplateResult {
  const source = (ids: readonly string[]) =>
    html` <span class="sourced-number">[${ids.join(', ')}]</span>`;
  return html`<article class="sourced">
    <h2>${String(meta['title'] ?? meta['id'] ?? '')}</h2>
    ${sectionsOf(blocks).map(({ title, blocks: inside }) => {
      const cited = [...new Set(idsIn(inside))];
      return html`<section class="sourced-section">
        <div>
          ${title ? renderHeading(3, title) : ''}
          ${renderBlocks(inside, { headingLevel: 3, source })}
        </div>
        <dl>
          ${cited.map(
            (id) =>
              html`<div>
                <dt>${id}</dt>
                <dd>${rows.get(id)?.[lang] ?? ''}</dd>
              </div>`,
          )}
        </dl>
      </section>`;
    })}
  </article>`;
}

function idsIn(nodes: readonly (Block | Inline)[]): string[] {
  return nodes.flatMap((node): string[] => {
    if (typeof node === 'string') return [];
    if (node.type === 'source') return [...node.ids];
    if (node.type === 'list') return node.items.flatMap(({ content }) => idsIn(content));
    if (node.type === 'table') return [node.head, ...node.rows].flat().flatMap(idsIn);
    return 'content' in node ? idsIn(node.content) : [];
  });
}
