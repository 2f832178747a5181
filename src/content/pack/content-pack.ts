/** The names of an agency in one language, from `agency.{lang}.md` of a content folder. */
export interface Agency {
  /** Such as "Fordonsverket". */
  readonly name: string;
  readonly shortName?: string;
  /** The name as it stands within a sentence, with its article where the language has one. */
  readonly inSentence?: string;
  readonly genitive?: string;
}

/** A document of a pack in one language. */
export interface PackDocument {
  /** Address of its JSON, relative to the index. */
  readonly src: string;
  /** `sha256-…` of that file, as in Subresource Integrity. */
  readonly integrity: string;
  readonly version: string;
  /** Name of a document that the same file contains too, as its member `beside`: `terms/dialog`. That one has a file of its own as well. */
  readonly beside?: string;
}

/** The index of a content pack, `pack.json`, which `npx lucka-content build` writes. */
export interface ContentPack {
  readonly lucka: 'pack/1';
  /** By language. */
  readonly agency: Readonly<Record<string, Agency>>;
  /** Language tags (BCP 47), the agency's first language first. */
  readonly languages: readonly string[];
  /** By name, such as `terms/my-page`, then by language. */
  readonly documents: Readonly<Record<string, Readonly<Record<string, PackDocument>>>>;
  /** Modules with the words of the interface: by language, then by element without `lucka-`. Relative to the index. */
  readonly words?: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** Address that the others are relative to. By default that of the index, or of the page for a pack given as an object. */
  readonly base?: string;
}

/** Why a content pack, or a document of it, cannot be used. */
export class ContentPackError extends Error {
  override readonly name = 'ContentPackError';
}

/** The largest index, in bytes. */
export const MAX_INDEX_BYTES = 128 * 1024;
/** The largest document, in bytes: twice that of Markdown, since JSON names every block. */
export const MAX_DOCUMENT_BYTES = 512 * 1024;

const LANGUAGE = /^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/;
const INTEGRITY = /^sha256-[A-Za-z0-9+/]{43}=$/;

export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const isText = (value: unknown): value is string => typeof value === 'string';

/**
 * Checks an index from outside, entry by entry.
 *
 * @param warn called for each entry that cannot be used; the others can
 * @throws {ContentPackError} it is no index, or of another major version
 */
export function readIndex(value: unknown, warn: (message: string) => void): ContentPack {
  if (!isRecord(value)) throw new ContentPackError('it is no content pack');
  if (value['lucka'] !== 'pack/1')
    throw new ContentPackError(
      `it says "lucka": ${JSON.stringify(value['lucka']) ?? 'nothing'}, and this version of Lucka reads "pack/1"`,
    );
  const languages = listOf(value['languages']).filter(isLanguage);
  if (!languages.length) throw new ContentPackError('it names no language');
  const usable =
    <Entry>(what: string, isUsable: (entry: unknown, key: string) => entry is Entry) =>
    ([key, entry]: [string, unknown]): [string, Entry][] => {
      if (isUsable(entry, key)) return [[key, entry]];
      warn(`the entry ${what}${JSON.stringify(key)} cannot be used`);
      return [];
    };
  const entries = (table: unknown) => (isRecord(table) ? Object.entries(table) : []);
  const documents = entries(value['documents']).map(([name, texts]) => [
    name,
    safeTable(entries(texts).flatMap(usable(`of ${JSON.stringify(name)} for `, isDocumentEntry))),
  ]);
  const words = entries(value['words']).map(([language, modules]) => [
    language,
    safeTable(entries(modules).flatMap(usable(`of the words in ${language} for `, isText))),
  ]);
  return {
    lucka: 'pack/1',
    languages,
    agency: safeTable(entries(value['agency']).flatMap(usable('of the agency in ', isAgency))),
    documents: safeTable(documents as never),
    words: safeTable(words as never),
    ...(isText(value['base']) && { base: value['base'] }),
  };
}

/** Names come from outside: without a prototype none of them means anything else. */
const safeTable = <Value>(entries: readonly (readonly [string, Value])[]): Record<string, Value> =>
  Object.assign(Object.create(null) as Record<string, Value>, Object.fromEntries(entries));

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
const isLanguage = (value: unknown): value is string => isText(value) && LANGUAGE.test(value);
const isAgency = (entry: unknown, key: string): entry is Agency =>
  isLanguage(key) && isRecord(entry) && isText(entry['name']) && Object.values(entry).every(isText);
const isDocumentEntry = (entry: unknown, key: string): entry is PackDocument =>
  isLanguage(key) &&
  isRecord(entry) &&
  isText(entry['src']) &&
  isText(entry['version']) &&
  INTEGRITY.test(String(entry['integrity']));
