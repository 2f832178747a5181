import { plainText, type Block } from './document.js';

/**
 * Links within a text whose anchors other software has made from the words of a heading (`#2-what-we-do`, as GitHub does) lead to
 * that heading. A link to an id that a heading has stays as it is.
 */
export function withSlugLinks(blocks: readonly Block[]): Block[] {
  const ids = new Set<string>();
  const slugs = new Map<string, string>();
  const copies = new Map<string, number>();
  for (const { id, title } of headingsIn(blocks)) {
    ids.add(id);
    const slug = slugOf(title);
    const copy = copies.get(slug) ?? 0;
    copies.set(slug, copy + 1);
    const own = copy ? `${slug}-${copy}` : slug;
    if (!slugs.has(own)) slugs.set(own, id);
  }
  // Some drop the marks of letters. The first of two headings counts.
  const withoutMarks = new Map(
    Array.from(slugs, ([slug, id]) => [plain(slug), id] as const).reverse(),
  );
  const resolve = (href: string): string => {
    const anchor = decode(href.slice(1));
    const slug = anchor.toLowerCase();
    const isGiven = ids.has(anchor) && !AUTOMATIC.test(anchor);
    const id = isGiven ? anchor : (slugs.get(slug) ?? withoutMarks.get(plain(slug)));
    return id ? `#${id}` : href;
  };
  const visit = (node: unknown): unknown => {
    if (Array.isArray(node)) return node.map(visit);
    if (typeof node !== 'object' || node === null) return node;
    const { type, href } = node as { type?: string; href?: string };
    const entries = Object.entries(node).map(([name, value]) => [
      name,
      typeof value === 'string' ? value : visit(value),
    ]);
    const copy = Object.fromEntries(entries) as { href?: string };
    if (type === 'link' && href?.startsWith('#')) copy.href = resolve(href);
    return copy;
  };
  return slugs.size ? (visit(blocks) as Block[]) : [...blocks];
}

/** Ids that headings without one are given: nobody links to them. */
const AUTOMATIC = /^section-\d+$/;

function headingsIn(blocks: readonly Block[]): { id: string; title: string }[] {
  return blocks.flatMap((block) => {
    if (block.type === 'heading') return [{ id: block.id, title: plainText(block.content) }];
    if (block.type === 'quote') return headingsIn(block.content);
    if (block.type === 'list') return block.items.flatMap(({ content }) => headingsIn(content));
    return [];
  });
}

/** As GitHub writes them: lower case, without punctuation, with hyphens in place of spaces. */
const slugOf = (title: string): string =>
  title
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}\p{Pc}\- ]/gu, '')
    .replace(/ /g, '-');

/** Without the marks of letters, and with one hyphen for several. */
const plain = (slug: string): string =>
  slug.normalize('NFD').replace(/\p{M}/gu, '').replace(/-+/g, '-');

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
