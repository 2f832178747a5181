import en from '../content/terms/my-page.en.md?raw';
import sv from '../content/terms/my-page.sv.md?raw';
import fordonEn from '../demo/fordon/content/terms/my-page.en.md?raw';
import fordonSv from '../demo/fordon/content/terms/my-page.sv.md?raw';
import { digestOf } from '../src/content/digest.js';
import type { Decision } from '../src/elements/terms-dialog/decision-record.js';
import type { KeySet, Message, MessageService } from '../src/services/messages.js';
import type { Notice } from '../src/services/notices.js';
import { packInUse } from '../src/i18n/pack-in-use.js';
import { ServiceError } from '../src/services/service-error.js';
import type {
  Terms,
  TermsDecisionRequest,
  TermsReceipt,
  TermsService,
  TermsText,
} from '../src/services/terms.js';

// Canned answers in place of an agency's server, for stories and tests.

/** The text of the agency's terms, as its server could serve it: the built-in ones, or those of the content pack. */
export const TERMS: Readonly<Record<string, string>> = packInUse()
  ? { en: fordonEn, sv: fordonSv }
  : { en, sv };

/** Another version of the built-in text: other front matter, other words. */
export function versionOf(
  lang: string,
  meta: Readonly<Record<string, string | boolean>>,
  edit: (text: string) => string = (text) => text,
): string {
  let text = edit(TERMS[lang] ?? TERMS['en'] ?? '');
  for (const [key, value] of Object.entries(meta)) {
    text = text.replace(new RegExp(`^${key}: .*$`, 'm'), `${key}: ${JSON.stringify(value)}`);
  }
  return text;
}

export async function termsText(markdown: string): Promise<TermsText> {
  const value = (key: string) =>
    new RegExp(`^${key}: "?([^"\n]*)"?$`, 'm').exec(markdown)?.[1] ?? '';
  return {
    id: value('id'),
    version: value('version'),
    lang: value('lang') as TermsText['lang'],
    effective: value('effective'),
    material: value('material') === 'true',
    changeSummary: value('changeSummary') || null,
    digest: await digestOf(markdown),
    markdown,
  };
}

export interface TermsServiceOptions {
  /** Markdown of the text that applies, by language. */
  readonly current?: Readonly<Record<string, string>>;
  /** Markdown of other versions, by version and language. */
  readonly versions?: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly accepted?: Terms['accepted'];
  readonly upcoming?: Terms['upcoming'];
  readonly decisionNeeded?: boolean;
  /** What the next writes answer, first to last; after them they succeed. */
  readonly failures?: ServiceError[];
  /** Rejects every read. */
  readonly readFailure?: ServiceError;
  /** Resolves when a write may be answered. */
  readonly pause?: Promise<unknown>;
}

export interface CannedTermsService extends TermsService {
  readonly decisions: { request: TermsDecisionRequest; key: string }[];
  readonly reads: string[];
  /** What later reads answer. */
  serve(options: TermsServiceOptions): void;
}

/** A server that keeps one record a key, as the contract asks. */
export function cannedTermsService(initial: TermsServiceOptions = {}): CannedTermsService {
  let options = initial;
  const decisions: CannedTermsService['decisions'] = [];
  const reads: string[] = [];
  const read = async (
    lang: string,
    texts: Readonly<Record<string, string>>,
  ): Promise<TermsText> => {
    if (options.readFailure) throw options.readFailure;
    return termsText(texts[lang] ?? texts['en'] ?? TERMS['en'] ?? '');
  };
  return {
    decisions,
    reads,
    serve: (next) => (options = { ...options, ...next }),
    async getTerms(_id, lang) {
      reads.push(lang);
      const text = await read(lang, options.current ?? TERMS);
      const { accepted = null, upcoming = null } = options;
      return { ...text, accepted, upcoming, decisionNeeded: options.decisionNeeded ?? !accepted };
    },
    getTermsVersion(_id, version, lang) {
      reads.push(`${version} ${lang}`);
      return read(lang, options.versions?.[version] ?? {});
    },
    async decideTerms(id, request, { idempotencyKey }) {
      decisions.push({ request, key: idempotencyKey });
      await options.pause;
      const failure = options.failures?.shift();
      if (failure) throw failure;
      return receiptOf(id, request);
    },
  };
}

const receiptOf = (documentId: string, request: TermsDecisionRequest): TermsReceipt => ({
  receiptId: '7c9b54ce-62d1-4f0e-9d0c-35a52a1d8d6f',
  documentId,
  version: request.version,
  digest: request.digest,
  lang: request.lang,
  decision: request.decision satisfies Decision,
  decidedAt: '2026-11-22T14:05:09+01:00',
  method: 'web dialog',
  controller: { name: 'The agency', orgNumber: '000000-0000' },
  jurisdiction: 'SE',
});

/** Errors as the contract has them. */
export const serviceError = (
  code: string,
  status: number,
  more: { retryAfter?: number; problem?: Record<string, unknown> } = {},
): ServiceError => new ServiceError('terms: decideTerms', code, { status, ...more });

export interface MessageServiceOptions {
  /** What the next sendings answer, first to last; after them they succeed. */
  readonly failures?: ServiceError[];
  /** Resolves when a sending may be answered. */
  readonly pause?: Promise<unknown>;
  /** For encrypted messages. */
  readonly keys?: KeySet;
}

/** What arrived at the agency: the message or its JWE, with its key. */
export interface Arrived {
  readonly message: Message | string;
  readonly key: string;
}

export function cannedMessageService({
  failures = [],
  pause,
  keys,
}: MessageServiceOptions = {}): MessageService & { readonly arrived: Arrived[] } {
  const arrived: Arrived[] = [];
  return {
    arrived,
    async sendMessage(message, { idempotencyKey, signal }) {
      arrived.push({ message, key: idempotencyKey });
      await pause;
      signal?.throwIfAborted();
      const failure = failures.shift();
      if (failure) throw failure;
      return { id: 'm-20261124-0042', receivedAt: '2026-11-24T14:05:02+01:00' };
    },
    ...(keys && { getMessageKeys: () => Promise.resolve(keys) }),
  };
}

/** Notices as the contract has them: from content/notices, and some that the content has not. */
export const NOTICES = {
  planned: {
    id: 'planned-night',
    revision: 1,
    kind: 'planned',
    reason: 'maintenance',
    title: { en: 'My page closes for maintenance', sv: 'Min sida stängs för underhåll' },
    body: {
      en: 'You cannot log in to My page during the night. You can still book visits.',
      sv: 'Du kan inte logga in på Min sida under natten. Du kan fortfarande boka besök.',
    },
    publishedAt: '2026-11-23T09:00:00+01:00',
    startsAt: '2026-12-05T22:00:00+01:00',
    endsAt: '2026-12-06T04:00:00+01:00',
    scope: 'part',
    affected: ['my-page', 'messages'],
    unaffected: ['booking'],
    impact: 'unavailable',
    whatToDo: {
      en: ['Send your message before Saturday evening.', 'Copy any text that you have not sent.'],
      sv: ['Skicka ditt meddelande före lördag kväll.', 'Kopiera text som du inte har skickat.'],
    },
    moreHref: '/news/maintenance',
    dismissible: true,
  },
  disruption: {
    id: 'slow-messages',
    revision: 1,
    kind: 'disruption',
    reason: 'operational',
    title: {
      en: 'Messages are slow to send right now',
      sv: 'Det går långsamt att skicka meddelanden just nu',
    },
    body: {
      en: 'It takes longer than usual to send a message. It is not yet clear when this will be fixed.',
      sv: 'Det tar längre tid än vanligt att skicka ett meddelande. Det är ännu oklart när problemet är löst.',
    },
    publishedAt: '2026-12-01T10:15:00+01:00',
    startsAt: '2026-12-01T09:50:00+01:00',
    scope: 'part',
    affected: ['messages'],
    unaffected: ['my-page', 'booking'],
    impact: 'slow',
    whatToDo: {
      en: ['Keep your text until you see that the message has been sent.'],
      sv: ['Behåll din text tills du ser att meddelandet har skickats.'],
    },
    dismissible: true,
  },
  closure: {
    id: 'messages-close',
    revision: 1,
    kind: 'closure',
    reason: 'development',
    title: {
      en: 'The message service closes on 31 March 2027',
      sv: 'Meddelandetjänsten stängs den 31 mars 2027',
    },
    body: {
      en: 'The message service closes. The rest of My page stays open.',
      sv: 'Meddelandetjänsten stängs. Resten av Min sida är öppen som vanligt.',
    },
    publishedAt: '2027-02-22T09:00:00+01:00',
    closesAt: '2027-03-31T17:00:00+02:00',
    scope: 'part',
    affected: ['messages'],
    unaffected: ['my-page', 'booking'],
    impact: 'unavailable',
    whatToDo: {
      en: ['Send your last message before the message service closes.'],
      sv: ['Skicka ditt sista meddelande innan meddelandetjänsten stängs.'],
    },
    moreHref: '/news/closure',
    dismissible: false,
  },
  account: {
    id: 'unused-accounts',
    revision: 1,
    kind: 'account',
    reason: 'operational',
    title: { en: 'Unused accounts may be deleted', sv: 'Oanvända konton kan tas bort' },
    body: {
      en: 'An account that nobody has logged in to for at least two years can be deleted. [Read the terms](https://example.com/terms) about it.',
      sv: 'Ett konto som ingen har loggat in på under minst två år kan tas bort. Läs om det i [villkoren](https://example.com/terms).',
    },
    publishedAt: '2026-11-01T09:00:00+01:00',
    scope: 'whole',
    affected: [],
    impact: 'unavailable',
    dismissible: true,
  },
} as const satisfies Readonly<Record<string, Notice>>;
