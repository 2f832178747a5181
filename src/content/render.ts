import { noChange, nothing, render, type TemplateResult } from 'lit';
import { directive, Directive, type DirectiveResult } from 'lit/directive.js';
import type { Block, Inline } from './document.js';

export interface RenderOptions {
  /** The level on the page of a `##` of the text, 1 to 6. */
  readonly headingLevel: number;
  /** Renders the source numbers of a statement. Without it they are left out. */
  readonly source?: (ids: readonly string[]) => TemplateResult;
}

export type Renderable = TemplateResult | DirectiveResult | typeof nothing | string;

/** A part of a text as a back end made it: DOM in browsers, a template on servers. */
export type Built = Node | TemplateResult | typeof nothing | string | readonly Built[];
/** By name; undefined: not there. */
export type Attributes = Readonly<Record<string, string | number | undefined>>;

/** What makes the elements of a text. */
export interface BackEnd {
  build(tag: string, attributes: Attributes, content: readonly Built[]): Built;
  /** What stands side by side. */
  join(content: readonly Built[]): unknown;
}

type ContentNode = Exclude<Block | Inline, string>;
type Renderer<Type extends ContentNode['type']> = (
  node: Extract<ContentNode, { type: Type }>,
  options: RenderOptions,
) => Built;
export type Renderers = { [Type in ContentNode['type']]?: Renderer<Type> };

/** Once per text, without a marker for each run of text, as a template would have it. */
const dom: BackEnd = {
  build(tag, attributes, content) {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes))
      if (value !== undefined) element.setAttribute(name, String(value));
    append(element, content);
    return element;
  },
  join(content) {
    const fragment = document.createDocumentFragment();
    append(fragment, content);
    fragment.normalize();
    return fragment;
  },
};

function append(parent: Node, content: readonly Built[]): void {
  for (const each of content) {
    if (Array.isArray(each)) append(parent, each as readonly Built[]);
    else if (typeof each === 'string') parent.appendChild(document.createTextNode(each));
    else if (each instanceof Node) parent.appendChild(each);
    else if (each !== nothing) {
      // What the element itself adds, such as the numbers of sources.
      const fragment = document.createDocumentFragment();
      render(each, fragment);
      parent.appendChild(fragment);
    }
  }
}

let backEnd = dom;

/** Only servers have another one: `server-render.ts`. */
export const setBackEnd = (other: BackEnd): void => void (backEnd = other);

export const build: BackEnd['build'] = (tag, attributes, content) =>
  backEnd.build(tag, attributes, content);

/**
 * The allow-list: other types are not rendered, and no HTML is ever made from a string. These are the types of the built-in
 * texts; host-renderers.ts adds the others for texts from pages and servers.
 */
export const renderers: Renderers = {
  heading: ({ level, id, content }, options) => {
    const name = level > 2 ? 'name' : 'subheading';
    const shown = Math.min(Math.max(options.headingLevel + level - 2, 1), 6);
    const attributes = { class: name, 'data-id': id, tabindex: -1 };
    return build(`h${shown}`, attributes, buildAll(content, options));
  },
  paragraph: buildAs('p'),
  text: ({ content }, options) => buildAll(content, options),
  list: ({ start, items }, options) => {
    const built = items.map(({ content }) => build('li', {}, buildAll(content, options)));
    return build(start === undefined ? 'ul' : 'ol', { start }, built);
  },
  strong: buildAs('strong'),
  em: buildAs('em'),
  span: ({ lang, content }, options) => build('bdi', { lang }, buildAll(content, options)),
  link: ({ href, content }, options) => {
    // A telephone number must stay on one line and run from left to right.
    const phone = href.startsWith('tel:') ? { class: 'nowrap', dir: 'ltr' } : {};
    return build('a', { ...phone, href }, buildAll(content, options));
  },
  source: ({ ids }, options) => options.source?.(ids) ?? nothing,
};

/** Blocks or running text within another block. */
export function buildAll(
  content: readonly (Block | Inline)[],
  options: RenderOptions,
): readonly Built[] {
  return content.map((each) => (typeof each === 'string' ? each : buildNode(each, options)));
}

/** What has nothing but content. */
export function buildAs(
  tag: string,
): (node: { readonly content: readonly (Block | Inline)[] }, options: RenderOptions) => Built {
  return ({ content }, options) => build(tag, {}, buildAll(content, options));
}

function buildNode(node: ContentNode, options: RenderOptions): Built {
  // The table is typed by name; TypeScript cannot infer that the renderer found by the node's own type fits.
  const renderer = Object.hasOwn(renderers, node.type)
    ? (renderers[node.type] as Renderer<typeof node.type>)
    : undefined;
  return renderer?.(node as never, options) ?? nothing;
}

/** A text that is rendered again stays as it is, with the focus in it. */
class ContentDirective extends Directive {
  #content: readonly (Block | Inline)[] = [];
  #options = '';

  render(content: readonly (Block | Inline)[], options: RenderOptions): unknown {
    const before = this.#content;
    const key = `${options.headingLevel} ${Boolean(options.source)}`;
    const isSame =
      key === this.#options &&
      content.length === before.length &&
      content.every((each, index) => each === before[index]);
    if (isSame) return noChange;
    this.#content = content;
    this.#options = key;
    return backEnd.join(buildAll(content, options));
  }
}

const renderContent = directive(ContentDirective);

/** Renders blocks one after another. */
export const renderBlocks: (blocks: readonly Block[], options: RenderOptions) => DirectiveResult =
  renderContent;

/** Renders running text, where the element provides the block around it. */
export const renderInlines: (
  content: readonly Inline[],
  options: RenderOptions,
) => DirectiveResult = renderContent;
