import { idempotencyKey } from '../../../services/idempotency-key.js';

/** What was written, kept in this tab (`sessionStorage`) until it is sent: only where the page asks for it. */
export interface Draft {
  readonly subject: string;
  readonly body: string;
}

/**
 * What makes two requests the same message. A tab that is duplicated takes the draft along: both tabs send with the same key and
 * time, so that the agency has one message.
 */
export interface DraftIdentity {
  /** Idempotency key. */
  readonly key: string;
  /** RFC 3339. */
  readonly createdAt: string;
}

type StoredDraft = Draft & DraftIdentity;

/**
 * Under which name a draft is stored: of a case, or of a session, so that nobody who logs in later in the same tab sees it.
 *
 * @param sessionToken what only this session has, such as its anti-forgery token; '' for none
 * @returns '' where the page names neither: nothing is stored
 */
export function draftName(caseId: string, sessionToken: string): string {
  if (caseId) return `lucka:draft:${caseId}`;
  return sessionToken && `lucka:draft:session:${hashOf(sessionToken)}`;
}

/** The token itself is not stored (FNV-1a, 32 bits). */
function hashOf(text: string): string {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return (hash >>> 0).toString(16);
}

/** Never throws: storage may be blocked, and what other scripts write is not believed. */
export function readDraft(name: string): StoredDraft | undefined {
  try {
    const draft: unknown = JSON.parse(sessionStorage.getItem(name) ?? 'null');
    return isStoredDraft(draft) ? draft : undefined;
  } catch {
    return undefined;
  }
}

function isStoredDraft(value: unknown): value is StoredDraft {
  const { subject, body, key, createdAt } = Object(value) as Partial<StoredDraft>;
  return [subject, body, key, createdAt].every((text) => typeof text === 'string');
}

/**
 * An empty draft leaves nothing behind.
 *
 * @returns the identity of the draft: the stored one as long as the text is the same
 */
export function writeDraft(name: string, { subject, body }: Draft): DraftIdentity {
  const stored = readDraft(name);
  const isSame = stored?.subject === subject && stored.body === body;
  const { key, createdAt } =
    isSame && stored ? stored : { key: idempotencyKey(), createdAt: new Date().toISOString() };
  try {
    if (subject || body)
      sessionStorage.setItem(name, JSON.stringify({ subject, body, key, createdAt }));
    else sessionStorage.removeItem(name);
  } catch {
    // Blocked or full: then there is no draft, as the page does without `draft`.
  }
  return { key, createdAt };
}
