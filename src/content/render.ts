import { html, nothing, type TemplateResult } from 'lit';
import type { Block, Inline } from './document.js';
import { renderHeading } from './heading.js';

export interface RenderOptions {
  /** The level on the page of a `##` of the text, 1 to 6. */
  readonly headingLevel: number;
  /** Draws the source numbers of a statement. Without it they are left out. */
  readonly source?: (ids: readonly string[]) => TemplateResult;
}

export type Drawn = TemplateResult | typeof nothing | string;

type Node = Exclude<Block | Inline, string>;
type Renderer<Type extends Node['type']> = (
  node: Extract<Node, { type: Type }>,
  options: RenderOptions,
) => Drawn;
export type Renderers = { [Type in Node['type']]?: Renderer<Type> };

/**
 * The allow-list: what is not here is not drawn, and no HTML is ever made from a string. These are the types that
 * built-in texts use; supplied texts bring the rest with them (render-supplied.ts).
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
    const drawn = items.map(({ content }) => html`<li>${renderBlocks(content, options)}</li>`);
    return start === undefined
      ? html`<ul>
          ${drawn}
        </ul>`
      : html`<ol start=${start}>
          ${drawn}
        </ol>`;
  },
  strong: ({ content }, options) => html`<strong>${renderInlines(content, options)}</strong>`,
  em: ({ content }, options) => html`<em>${renderInlines(content, options)}</em>`,
  span: ({ lang, content }, options) =>
    html`<bdi lang=${lang}>${renderInlines(content, options)}</bdi>`,
  link: ({ href, content }, options) => {
    // A telephone number broken over two lines, or turned round, cannot be dialled.
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

/** Draws blocks one after another. */
export const renderBlocks = (blocks: readonly Block[], options: RenderOptions): Drawn[] =>
  blocks.map((block) => renderNode(block, options));

/** Draws running text, for places where an element sets the box itself. */
export const renderInlines = (content: readonly Inline[], options: RenderOptions): Drawn[] =>
  content.map((inline) => (typeof inline === 'string' ? inline : renderNode(inline, options)));

function renderNode(node: Node, options: RenderOptions): Drawn {
  // The table is typed by name; TypeScript cannot follow that the node found by its own type fits.
  const render = Object.hasOwn(renderers, node.type)
    ? (renderers[node.type] as Renderer<typeof node.type>)
    : undefined;
  return render?.(node as never, options) ?? nothing;
}
