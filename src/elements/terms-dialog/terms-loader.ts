import type { ReactiveControllerHost } from 'lit';
import { loadContent, type LocalizedDocument } from '../../content/load.js';
import { packInUse } from '../../i18n/pack-in-use.js';
import { toSwedishDate } from '../../i18n/sweden.js';
import { Resource } from '../../shared/resource.js';
import type { Store } from '../../shared/store.js';
import { supplementaryTexts, termsLoaders } from './content.js';
import { storedDecision } from './decision-storage.js';
import { shownTerms, type FetchedTerms, type TermsInputs, type TermsState } from './state.js';
import { termsDocument, type TermsDocument } from './terms-document.js';
import { isServed, type TermsSource } from './terms-source.js';

/** What the page sets, checked. */
export interface TermsSettings extends TermsSource {
  /** Is the text wanted now? Nothing is loaded before. */
  readonly isWanted: boolean;
  readonly mode: 'gate' | 'view';
  readonly acceptedVersion: string;
  readonly storage: 'local' | 'none';
}

export interface TermsLoaderOptions {
  readonly store: Store<TermsState>;
  readonly settings: () => TermsSettings;
  /** The text of another version; undefined before it is asked for. */
  readonly requested: () => Resource<TermsDocument> | undefined;
  /** The text that applies is loaded, or could not be. */
  readonly onLoaded: () => void;
}

/** Loads the text that applies and the texts beside it, and gives the selectors what they need beside the state. */
export class TermsLoader {
  /** The text that applies. */
  readonly current: Resource<TermsDocument>;
  /** The texts beside the terms. */
  readonly supplementary: Resource<LocalizedDocument>;

  constructor(
    host: ReactiveControllerHost,
    private readonly options: TermsLoaderOptions,
  ) {
    const { settings, onLoaded } = options;
    this.current = new Resource(
      host,
      () => {
        const { isWanted, service, endpoint, src, termsId, lang } = settings();
        return isWanted ? [service, endpoint, src, termsId, lang, packInUse()] : undefined;
      },
      (signal) => loadTerms(settings(), signal),
      onLoaded,
    );
    this.supplementary = new Resource(
      host,
      () => (settings().isWanted ? [settings().lang, packInUse()] : undefined),
      () => loadContent(supplementaryTexts, settings().lang),
    );
  }

  /** The text of another version; undefined before it is asked for. */
  get requested(): Resource<TermsDocument> | undefined {
    return this.options.requested();
  }

  get settings(): TermsSettings {
    return this.options.settings();
  }

  get inputs(): TermsInputs {
    const { settings } = this;
    const { termsId, mode, acceptedVersion, storage } = settings;
    return {
      current: this.current,
      requested: this.requested ?? NOT_LOADED,
      mode,
      isServed: isServed(settings),
      acceptedVersion,
      storedDecision: storedDecision(this.current.value?.id ?? termsId, storage),
      isOnline: navigator.onLine,
      now: Date.now(),
      today: toSwedishDate(new Date()),
    };
  }

  /** The text on show. */
  get shown(): TermsDocument | undefined {
    return shownTerms(this.options.store.state, this.inputs);
  }
}

const NOT_LOADED: FetchedTerms = { loading: true };

/** The text that applies: from the service, from the page, its content pack, or the built-in one. */
export async function loadTerms(source: TermsSource, signal: AbortSignal): Promise<TermsDocument> {
  const { src, element, termsId: id, lang: wanted } = source;
  if (isServed(source) || src || element.querySelector('script[type="text/markdown"]')) {
    const { loadHostTerms } = await import('./host-terms.js');
    const terms = await loadHostTerms(source, signal);
    if (terms) return terms;
  }
  const { document, lang } = await loadContent(termsLoaders(id), wanted);
  return termsDocument(document, { id, lang, verified: true });
}
