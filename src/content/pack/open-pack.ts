import { str, type LocaleModule } from '@lit/localize';
import { html } from 'lit';
import type { ContentLoaders, ContentSource, LocalizedDocument } from '../load.js';
import type { MarkdownSource } from '../load-markdown.js';
import { renderers } from '../render.js';
import { checkContent } from './check-content.js';
import {
  ContentPackError,
  isText,
  MAX_DOCUMENT_BYTES,
  MAX_INDEX_BYTES,
  readIndex,
  type ContentPack,
} from './content-pack.js';
import { messageName } from './message-name.js';

/** Reads a text. @throws {Error} it cannot be read, is larger than `maxBytes`, or does not have the digest */
export type ReadText = (
  address: string,
  options: { readonly integrity?: string; readonly maxBytes: number },
) => Promise<string>;

/** Types that the built-in texts do not use: their renderers are loaded when a pack uses them. */
const FURTHER_TYPES = /"type":"(?:quote|code|rule|table|del|image|footnote|break)"/;

/** A document whose file contains another one, for an element that shows both. */
interface WithBeside {
  readonly beside?: unknown;
}

/** A content pack whose index has been read. */
export class OpenContentPack implements ContentSource, MarkdownSource {
  readonly #texts = new Map<string, Promise<unknown>>();

  constructor(
    readonly index: ContentPack,
    private readonly base: string,
    private readonly read: ReadText,
  ) {}

  async load<Content>(
    { name }: ContentLoaders<Content>,
    lang: string,
  ): Promise<LocalizedDocument<Content>> {
    const { lang: found, entry } = this.#find(name, lang);
    const loading = this.#once(entry.src, () => this.#document(entry.src, entry.integrity));
    const beside = this.index.documents[entry.beside ?? '']?.[found];
    // What is in this file is not requested from its own.
    if (beside) void this.#once(beside.src, async () => ((await loading) as WithBeside).beside);
    return { document: (await loading) as Content, lang: found };
  }

  async loadMarkdown(loaders: ContentLoaders<string>, lang: string): Promise<string> {
    const { document } = await this.load<unknown>(loaders as ContentLoaders<unknown>, lang);
    const { markdown } = document as { markdown?: { src?: unknown; integrity?: unknown } };
    const { src, integrity } = markdown ?? {};
    if (!isText(src) || !isText(integrity))
      throw new ContentPackError(`the content pack has no text of "${loaders.name}"`);
    return this.#once(src, () =>
      this.read(this.#address(src), { integrity, maxBytes: MAX_DOCUMENT_BYTES }),
    ) as Promise<string>;
  }

  /** The words of the interface in a language of the pack, if it has them. */
  async loadWords(lang: string, element: string): Promise<LocaleModule | undefined> {
    const src = this.index.words?.[lang]?.[element];
    if (!src) return undefined;
    const { default: templatesOf } = (await import(/* @vite-ignore */ this.#address(src))) as {
      default: (lit: object) => LocaleModule['templates'];
    };
    const templates = Object.entries(templatesOf({ html, str }));
    return {
      templates: Object.fromEntries(templates.map(([name, words]) => [messageName(name), words])),
    };
  }

  /** The document in this language, else in English, else in the first language that has it. */
  #find(name: string, lang: string) {
    const { documents, languages } = this.index;
    const texts = documents[name] ?? documents[this.#onlyOneOf(name)];
    const found = [lang, 'en', ...languages].find((each) => texts?.[each]);
    const entry = found && texts?.[found];
    if (!entry) throw new ContentPackError(`the content pack has no "${name}"`);
    return { lang: found, entry };
  }

  /** The pack's only terms or flow, where the page has not said which: the name of the built-in one. */
  #onlyOneOf(name: string): string {
    const folder = FOLDERS[name] ?? '-';
    const [only = '', another] = Object.keys(this.index.documents).filter(
      (each) => each.startsWith(folder) && each !== 'terms/dialog',
    );
    return another ? '' : only;
  }

  /** What could not be loaded is requested again the next time. */
  #once(key: string, load: () => Promise<unknown>): Promise<unknown> {
    const loading = this.#texts.get(key) ?? load();
    this.#texts.set(key, loading);
    loading.catch(() => this.#texts.delete(key));
    return loading;
  }

  async #document(src: string, integrity: string): Promise<unknown> {
    const address = this.#address(src);
    const text = await this.read(address, { integrity, maxBytes: MAX_DOCUMENT_BYTES });
    const document = parse(text, address);
    try {
      checkContent(document);
    } catch (error) {
      throw new ContentPackError(`${address}: ${(error as Error).message}`);
    }
    if (!FURTHER_TYPES.test(text)) return document;
    const [{ hostRenderers }, { withOwnImages }] = await Promise.all([
      import('../host-renderers.js'),
      import('../images.js'),
    ]);
    Object.assign(renderers, hostRenderers);
    return withOwnImages(document as never, address);
  }

  #address(src: string): string {
    try {
      return new URL(src, this.base).href;
    } catch (cause) {
      throw new ContentPackError(`"${src}" is no address`, { cause });
    }
  }
}

/** Where else a built-in document may be in a pack. */
const FOLDERS: Readonly<Record<string, string>> = {
  'terms/my-page': 'terms/',
  'flows/documents': 'flows/',
};

function parse(text: string, address: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch (cause) {
    throw new ContentPackError(`${address} is not JSON`, { cause });
  }
}

/**
 * Opens a content pack: reads and checks its index.
 *
 * @param source address of `pack.json`, or the index itself
 * @param base what a relative address of the index is relative to; an index given as an object may name its own
 * @throws {ContentPackError} it cannot be read, or is of another major version
 */
export async function openContentPack(
  source: string | ContentPack,
  base: string,
  read: ReadText,
): Promise<OpenContentPack> {
  if (!isText(source)) {
    const index = readIndex(source, warn('the content pack'));
    return new OpenContentPack(index, new URL(index.base ?? '', base).href, read);
  }
  const address = new URL(source, base).href;
  const value = parse(await read(address, { maxBytes: MAX_INDEX_BYTES }), address);
  const index = readIndex(value, warn(address));
  return new OpenContentPack(index, new URL(index.base ?? '', address).href, read);
}

const warn = (what: string) => (message: string) => console.warn(`[lucka] ${what}: ${message}.`);
