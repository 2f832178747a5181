import {
  blocksOf,
  plainText,
  type Block,
  type ContentDocument,
} from '../../../content/document.js';
import type { AttachmentHint } from '../state.js';
import { plainLine } from './plain-characters.js';

/** Words by kind and language, from the content file: editors keep them. */
export type WordLists = Readonly<Record<AttachmentHint, Readonly<Record<'sv' | 'en', RegExp>>>>;

/** Reads the lists `words-supplementary-sv` and the like. */
export function wordListsOf(document: ContentDocument): WordLists {
  const blocks = blocksOf(document, 'words');
  const list = (kind: AttachmentHint) => ({
    sv: wordsAfter(blocks, `words-${kind}-sv`),
    en: wordsAfter(blocks, `words-${kind}-en`),
  });
  return { supplementary: list('supplementary'), 'identity-document': list('identity-document') };
}

function wordsAfter(blocks: readonly Block[], id: string): RegExp {
  const at = blocks.findIndex((block) => block.type === 'heading' && block.id === id);
  const list = blocks[at + 1];
  const words = list?.type === 'list' ? list.items.map((item) => wordOf(item.content)) : [];
  const escaped = words.filter(Boolean).map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  // Without words it matches nothing.
  const any = escaped.length ? escaped.join('|') : '(?!)';
  return new RegExp(`(?<![\\p{L}\\p{N}-])(?:${any})(?![\\p{L}\\p{N}-])`, 'iu');
}

const wordOf = ([block]: readonly Block[]): string =>
  block?.type === 'text' || block?.type === 'paragraph' ? plainLine(plainText(block.content)) : '';

/**
 * What a message should be asked about before it is sent. In English "pass" is no passport, so a text that is clearly in
 * one language is read by that language's words.
 */
export function findAttachmentHint(
  text: string,
  words: WordLists,
  language: string,
): AttachmentHint | undefined {
  const languages =
    language === 'sv' || language === 'en' ? ([language] as const) : (['sv', 'en'] as const);
  const line = plainLine(text);
  const has = (kind: AttachmentHint) => languages.some((each) => words[kind][each].test(line));
  if (has('identity-document')) return 'identity-document';
  return has('supplementary') ? 'supplementary' : undefined;
}
