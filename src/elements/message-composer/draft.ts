/** What was written, kept in this tab (`sessionStorage`) until it is sent: only where the page asks for it. */
export interface Draft {
  readonly subject: string;
  readonly body: string;
}

const keyOf = (caseId: string): string => `lucka:draft:${caseId}`;

/** Never throws: storage may be blocked. */
export function readDraft(caseId: string): Draft | undefined {
  try {
    const draft: unknown = JSON.parse(sessionStorage.getItem(keyOf(caseId)) ?? 'null');
    if (typeof draft !== 'object' || draft === null) return undefined;
    const { subject, body } = draft as Partial<Record<keyof Draft, unknown>>;
    return typeof subject === 'string' && typeof body === 'string' ? { subject, body } : undefined;
  } catch {
    return undefined;
  }
}

/** An empty draft leaves nothing behind. */
export function writeDraft(caseId: string, draft: Draft): void {
  try {
    if (draft.subject || draft.body) sessionStorage.setItem(keyOf(caseId), JSON.stringify(draft));
    else sessionStorage.removeItem(keyOf(caseId));
  } catch {
    // Blocked or full: then there is no draft, as the page does without `draft`.
  }
}
