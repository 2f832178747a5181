import { plainText, type Block, type Inline, type ListItem } from './document.js';

/** Lines of plain text, for copies: rows of tables, numbers of lists, addresses of links. Nested lists are indented. */
export function toLines(blocks: readonly Block[]): string[] {
  return blocks.flatMap((block) => {
    switch (block.type) {
      case 'list':
        return block.items.flatMap((item, index) => linesOfItem(item, block.start, index));
      case 'table':
        return [block.head, ...block.rows].map((row) => row.map(toLine).join(' | '));
      case 'quote':
        return toLines(block.content);
      case 'code':
        return block.text.split('\n');
      case 'rule':
        return [];
      default:
        return [toLine(block.content)];
    }
  });
}

/** Running text as one line. */
export const toLine = (content: readonly Inline[]): string => plainText(content, withAddress);

function linesOfItem({ content, checked }: ListItem, start: number | undefined, index: number) {
  const mark = start === undefined ? '- ' : `${start + index}. `;
  const box = checked === undefined ? '' : checked ? '[x] ' : '[ ] ';
  const [first = '', ...rest] = toLines(content);
  return [`${mark}${box}${first}`, ...rest.map((line) => `${' '.repeat(mark.length)}${line}`)];
}

const withAddress = (words: string, href: string): string => {
  const address = writtenAddress(href, words);
  return address ? `${words} (${address})` : words;
};

/**
 * The address of a link for readers who cannot follow it. '' for a place in the same text, and where the words hold the address or
 * the telephone number already.
 */
export function writtenAddress(href: string, words: string): string {
  if (href.startsWith('#') || (href.startsWith('tel:') && /\d/.test(words))) return '';
  const address = href.replace(/^(?:tel|mailto):([^?]*).*/, '$1');
  return words.includes(address.replace(/\/$/, '')) ? '' : address;
}
