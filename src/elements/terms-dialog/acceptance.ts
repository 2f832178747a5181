import type { ReactiveControllerHost } from 'lit';
import { loadBuiltIn } from '../../content/load.js';
import { toSwedishDate } from '../../i18n/sweden.js';
import { Resource } from '../../shared/resource.js';
import type { TermsService } from '../../services/terms.js';
import { acceptedBefore, isDecisionNeeded, type TermsRecord } from './decision.js';
import type { Later } from './later.js';
import { rememberedDecision } from './remembered.js';
import { termsDocument, type TermsDocument } from './terms-document.js';
import { asides, builtInTerms } from './texts.js';

export interface Settings {
  /** Is the text wanted now? Nothing is loaded before. */
  readonly wanted: boolean;
  /** The page's own service. */
  readonly service: TermsService | undefined;
  /** Base address of the HTTP contract, where the page gave no service of its own; '' when there is none. */
  readonly endpoint: string;
  readonly csrfToken: () => string;
  /** Address of Markdown; `{lang}` is replaced. */
  readonly src: string;
  /** The element, for a child `<script type="text/markdown">`. */
  readonly element: Element;
  readonly termsId: string;
  readonly lang: string;
  readonly storage: 'local' | 'none';
  /** The version that the page says is accepted; '' when it does not say. */
  readonly acceptedVersion: string;
}

/**
 * Where a person stands with the terms: the text that applies, what was decided, whether a decision is needed. It knows
 * nothing of dialogs.
 */
export class Acceptance {
  /** The text that applies. */
  readonly current: Resource<TermsDocument>;
  /** What stands beside the terms; it ships with the dialog. */
  readonly asides: ReturnType<typeof asideResource>;
  /** What is needed only after the dialog is open: saving, what follows it, other versions. */
  later: Later | undefined;
  /** The decision made on this page. */
  made: TermsRecord | undefined;

  constructor(
    host: ReactiveControllerHost,
    readonly settings: () => Settings,
    loaded: () => void,
  ) {
    this.current = new Resource(
      host,
      () => {
        const { wanted, service, endpoint, src, termsId, lang } = settings();
        return wanted ? [service, endpoint, src, termsId, lang] : undefined;
      },
      (signal) => loadTerms(settings(), signal),
      loaded,
    );
    this.asides = asideResource(host, settings);
  }

  /** The text on show: the one that applies, or another version that the person asked for. */
  get shown(): TermsDocument | undefined {
    return this.later ? this.later.shown : this.current.value;
  }

  /** The decision as far as it is known: made here, told by the server, told by the page, remembered. */
  get record(): TermsRecord | undefined {
    const { storage, acceptedVersion } = this.settings();
    const terms = this.current.value;
    if (this.made || !terms) return this.made;
    const accepted = terms.standing?.accepted;
    if (accepted) return acceptedBefore(terms, accepted);
    if (this.isServed) return undefined;
    if (acceptedVersion) return acceptedBefore(terms, { version: acceptedVersion });
    const remembered = rememberedDecision(terms.id, storage);
    return remembered && { ...acceptedBefore(terms, remembered), ...remembered };
  }

  /** The version accepted last; '' when none is. */
  get accepted(): string {
    return this.record?.decision === 'accepted' ? this.record.version : '';
  }

  /** Must the person decide on the text that applies? While that is not known: yes. */
  get isNeeded(): boolean {
    const terms = this.current.value;
    if (!terms) return !this.#isProbablyAccepted;
    if (this.later?.isOvertaken(terms)) return true;
    const here = this.made?.decision === 'accepted' && this.made.version;
    if (here && (here === terms.version || here === terms.standing?.upcoming?.version))
      return false;
    return isDecisionNeeded(terms, this.accepted, toSwedishDate(new Date()));
  }

  /** Does an agency's server keep the decisions? */
  get isServed(): boolean {
    const { service, endpoint } = this.settings();
    return Boolean(service ?? endpoint);
  }

  /** When the text cannot be loaded, a page that knows of an acceptance, or a device that remembers one, is believed. */
  get #isProbablyAccepted(): boolean {
    const { acceptedVersion, termsId, storage } = this.settings();
    if (!this.current.error || this.isServed) return false;
    return (
      Boolean(acceptedVersion) || rememberedDecision(termsId, storage)?.decision === 'accepted'
    );
  }
}

const asideResource = (host: ReactiveControllerHost, settings: () => Settings) =>
  new Resource(
    host,
    () => (settings().wanted ? [settings().lang] : undefined),
    () => loadBuiltIn(asides, settings().lang),
  );

/** The text that applies: from the service, from the page, or the built-in one. */
export async function loadTerms(settings: Settings, signal: AbortSignal): Promise<TermsDocument> {
  const { service, endpoint, src, element, termsId: id, lang: wanted } = settings;
  if (service || endpoint || src || element.querySelector('script[type="text/markdown"]')) {
    const { loadSupplied } = await import('./supplied-terms.js');
    const terms = await loadSupplied(settings, signal);
    if (terms) return terms;
  }
  const { document, lang } = await loadBuiltIn(builtInTerms, wanted);
  return termsDocument(document, { id, lang, verified: true });
}
