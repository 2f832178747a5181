import type { Meta } from './front-matter.js';

/** Text within a block. A plain string is text; everything else says what it is. */
export type Inline =
  | string
  | { readonly type: 'strong' | 'em' | 'del'; readonly content: readonly Inline[] }
  | { readonly type: 'link'; readonly href: string; readonly content: readonly Inline[] }
  /** Rendered only with `isOwn`, which `withOwnImages` sets; otherwise as its alternative text. */
  | { readonly type: 'image'; readonly src: string; readonly alt: string; readonly isOwn?: true }
  | { readonly type: 'code'; readonly text: string; readonly isBlock?: false }
  | { readonly type: 'break' }
  /** `[personlig inställelse]{lang=sv}`: text in another language than the text around it (WCAG 3.1.2). */
  | { readonly type: 'span'; readonly lang: string; readonly content: readonly Inline[] }
  /** `[^T12]`: the numbered source sentences that the statement before it rests on. */
  | { readonly type: 'source'; readonly ids: readonly string[] }
  /** The reference to a footnote, or the link back to it: each links to the other's id. */
  | { readonly type: 'footnote'; readonly number: number; readonly id: string; readonly to: string }
  /** `{editorial}`: the statement before it is ours and has no source. */
  | { readonly type: 'editorial' };

export interface ListItem {
  readonly content: readonly Block[];
  /** Only in a checklist: `- [ ]` is false, `- [x]` is true. */
  readonly checked?: boolean;
}

export type Block =
  | {
      readonly type: 'heading';
      readonly level: number;
      readonly id: string;
      readonly content: readonly Inline[];
      readonly editorial?: true;
    }
  | { readonly type: 'paragraph'; readonly content: readonly Inline[] }
  /** The text of a list item that holds nothing else: no paragraph of its own. */
  | { readonly type: 'text'; readonly content: readonly Inline[] }
  | { readonly type: 'list'; readonly start?: number; readonly items: readonly ListItem[] }
  | { readonly type: 'quote'; readonly content: readonly Block[] }
  | { readonly type: 'code'; readonly text: string; readonly isBlock: true }
  | { readonly type: 'rule' }
  | {
      readonly type: 'table';
      readonly head: readonly Cell[];
      readonly rows: readonly (readonly Cell[])[];
    };

export type Cell = readonly Inline[];

/** One Markdown document as data: nothing in it is markup. */
export interface ContentDocument {
  readonly meta: Meta;
  readonly blocks: readonly Block[];
  /**
   * `sha256-…` over the whole file, front matter included; '' where the page has no `crypto.subtle` (plain http), and for the
   * package's texts that nobody accepts.
   */
  readonly digest: string;
  /** The text passed a limit of the reader (nesting, length of a paragraph) and is shown as plain text. */
  readonly plain?: true;
}

export interface Section {
  /** The heading's stable id; '' for the blocks before the first heading. */
  readonly id: string;
  readonly title: string;
  readonly blocks: readonly Block[];
}

/**
 * Running text as a string, without annotations and source numbers.
 *
 * @param linkText what a link becomes; its words by default
 */
export function plainText(content: readonly Inline[], linkText?: LinkText): string {
  return content
    .map((inline) => inlineText(inline, linkText))
    .join('')
    .trim();
}

export type LinkText = (words: string, href: string) => string;

function inlineText(inline: Inline, linkText: LinkText = (words) => words): string {
  if (typeof inline === 'string') return inline;
  if ('content' in inline) {
    const words = inline.content.map((each) => inlineText(each, linkText)).join('');
    return inline.type === 'link' ? linkText(words, inline.href) : words;
  }
  if ('text' in inline) return inline.text;
  if ('alt' in inline) return inline.alt;
  return inline.type === 'break' ? ' ' : '';
}

/** Splits a document at its `##` headings (and at `#`, if an author uses it). */
export function sectionsOf(blocks: readonly Block[]): readonly Section[] {
  const sections: { id: string; title: string; blocks: Block[] }[] = [];
  for (const block of blocks) {
    if (block.type === 'heading' && block.level <= 2) {
      sections.push({ id: block.id, title: plainText(block.content), blocks: [] });
      continue;
    }
    if (!sections.length) sections.push({ id: '', title: '', blocks: [] });
    sections.at(-1)?.blocks.push(block);
  }
  return sections;
}

/** The blocks of the section with this id, or none: for texts that an element places one by one. */
export function blocksOf(document: ContentDocument, id: string): readonly Block[] {
  return sectionsOf(document.blocks).find((section) => section.id === id)?.blocks ?? [];
}
