import { html, nothing, type TemplateResult } from 'lit';
import type { Block, Inline } from './document.js';
import { renderHeading } from './heading.js';

export interface RenderOptions {
  /** The level on the page of a `##` of the text, 1 to 6. */
  readonly headingLevel: number;
  /** Renders the source numbers of a statement. Without it they are left out. */
  readonly source?: (ids: readonly string[]) => TemplateResult;
}

export type Renderable = TemplateResult | typeof nothing | string;

type Node = Exclude<Block | Inline, string>;
type Renderer<Type extends Node['type']> = (
  node: Extract<Node, { type: Type }>,
  options: RenderOptions,
) => Renderable;
export type Renderers = { [Type in Node['type']]?: Renderer<Type> };

/**
 * The allow-list: other types are not rendered, and no HTML is ever made from a string. These are the types of the built-in
 * texts; host-renderers.ts adds the others for texts from pages and servers.
 */
export const renderers: Renderers = {
  heading: ({ level, id, content }, options) =>
    renderHeading(options.headingLevel + level - 2, renderInlines(content, options), {
      class: level > 2 ? 'name' : 'subheading',
      anchor: id,
    }),
  paragraph: ({ content }, options) => html`<p>${renderInlines(content, options)}</p>`,
  text: ({ content }, options) => html`${renderInlines(content, options)}`,
  list: ({ start, items }, options) => {
    const rendered = items.map(({ content }) => html`<li>${renderBlocks(content, options)}</li>`);
    return start === undefined
      ? html`<ul>
          ${rendered}
        </ul>`
      : html`<ol start=${start}>
          ${rendered}
        </ol>`;
  },
  strong: ({ content }, options) => html`<strong>${renderInlines(content, options)}</strong>`,
  em: ({ content }, options) => html`<em>${renderInlines(content, options)}</em>`,
  span: ({ lang, content }, options) =>
    html`<bdi lang=${lang}>${renderInlines(content, options)}</bdi>`,
  link: ({ href, content }, options) => {
    // A telephone number must stay on one line and run from left to right.
    const isPhone = href.startsWith('tel:');
    return html`<a
      class=${isPhone ? 'nowrap' : nothing}
      dir=${isPhone ? 'ltr' : nothing}
      href=${href}
      >${renderInlines(content, options)}</a
    >`;
  },
  source: ({ ids }, options) => options.source?.(ids) ?? nothing,
};

/** Renders blocks one after another. */
export const renderBlocks = (blocks: readonly Block[], options: RenderOptions): Renderable[] =>
  blocks.map((block) => renderNode(block, options));

/** Renders running text, where the element provides the block around it. */
export const renderInlines = (content: readonly Inline[], options: RenderOptions): Renderable[] =>
  content.map((inline) => (typeof inline === 'string' ? inline : renderNode(inline, options)));

function renderNode(node: Node, options: RenderOptions): Renderable {
  // The table is typed by name; TypeScript cannot infer that the renderer found by the node's own type fits.
  const render = Object.hasOwn(renderers, node.type)
    ? (renderers[node.type] as Renderer<typeof node.type>)
    : undefined;
  return render?.(node as never, options) ?? nothing;
}
