import { plainText, type ContentDocument } from '../../content/document.js';
import type { MetaValue } from '../../content/front-matter.js';
import type { Terms, TermsText } from '../../services/terms.js';

/** Who answers for the personal data, and how to reach them: front matter of the terms. */
export interface Controller {
  readonly name: string;
  readonly orgNumber?: string;
  readonly address?: string;
  readonly phone?: string;
  readonly web?: string;
  readonly dpo?: string;
}

/** One version of the terms in one language, ready to be read and decided on. */
export interface TermsDocument {
  readonly id: string;
  readonly version: string;
  /** The language of the text, which may not be the page's. */
  readonly lang: string;
  readonly title: string;
  /** Day from which it applies, `YYYY-MM-DD`; '' when the text does not say. */
  readonly effective: string;
  readonly published: string;
  /** False for corrections that nobody needs to decide on again. */
  readonly material: boolean;
  /** The versions that this one replaces without a break. */
  readonly supersedes: readonly string[];
  readonly changeSummary: string;
  readonly keyPoints: readonly string[];
  readonly controller: Controller | undefined;
  /** `sha256-…` of the whole file, as announced by the server or computed here. */
  readonly digest: string;
  /** Was the digest computed from the text that is shown? On plain http it cannot be. */
  readonly verified: boolean;
  readonly content: ContentDocument;
  /** The Markdown itself, where the page has it. */
  readonly markdown?: string | undefined;
  /** From a service only: what this person has accepted, and what is to come. */
  readonly acceptanceStatus?: Pick<Terms, 'accepted' | 'upcoming'> & {
    readonly decisionNeeded?: boolean;
  };
}

/** Reads the front matter. What a server announces beside the text goes before what the text says. */
export function termsDocument(
  content: ContentDocument,
  {
    announced,
    ...rest
  }: { announced?: TermsText; lang: string; id: string; verified: boolean; markdown?: string },
): TermsDocument {
  const { meta } = content;
  const effective = announced?.effective ?? text(meta['effective']);
  return {
    ...rest,
    id: announced?.id ?? (text(meta['id']) || rest.id),
    version: announced?.version ?? (text(meta['version']) || effective),
    lang: announced?.lang ?? (text(meta['lang']) || rest.lang),
    title: text(meta['title']) || firstHeading(content),
    effective,
    published: text(meta['published']),
    material: announced?.material ?? meta['material'] !== false,
    supersedes: listOf(meta['supersedes']),
    changeSummary: announced?.changeSummary ?? text(meta['changeSummary']),
    keyPoints: listOf(meta['keyPoints']),
    controller: controllerOf(meta['controller']),
    digest: announced?.digest ?? content.digest,
    content,
  };
}

const text = (value: MetaValue | undefined): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : '';

const listOf = (value: MetaValue | undefined): string[] =>
  Array.isArray(value) ? value : text(value) ? [text(value)] : [];

export function controllerOf(value: MetaValue | undefined): Controller | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  const { name, web, ...rest } = value;
  if (!name) return undefined;
  return { ...rest, name, ...(web && /^https?:\/\//i.test(web) && { web }) };
}

function firstHeading({ blocks }: ContentDocument): string {
  for (const block of blocks)
    if (block.type === 'heading' && block.level === 1) return plainText(block.content);
  return '';
}
