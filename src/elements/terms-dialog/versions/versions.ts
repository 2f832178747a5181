import type { ReactiveControllerHost, TemplateResult } from 'lit';
import { Resource } from '../../../shared/resource.js';
import type { Feature } from '../../../shared/lazy-feature.js';
import type { Store } from '../../../shared/store.js';
import { changes } from '../../../styles/changes.js';
import type { RenderEnv } from '../render-env.js';
import { comparedVersion, type TermsState } from '../state.js';
import type { TermsDocument } from '../terms-document.js';
import type { TermsLoader } from '../terms-loader.js';
import { isServed } from '../terms-source.js';
import { renderChanges } from './changes-view.js';

/** Other versions of the terms: read them, and compare one with the text on show. */
export interface Versions extends Feature {
  /** The text of the requested version. */
  readonly requested: Resource<TermsDocument>;
  /** What changed since the version that was accepted or read before; '' where there is none. */
  renderChanges(state: TermsState, env: RenderEnv, terms: TermsDocument): TemplateResult | '';
}

export function createVersions(
  host: ReactiveControllerHost,
  store: Store<TermsState>,
  loader: TermsLoader,
): Versions {
  const keyOf = (version: string) => {
    const { service, endpoint, termsId, lang } = loader.settings;
    return version && isServed(loader.settings)
      ? [service, endpoint, termsId, lang, version]
      : undefined;
  };
  const load = async (version: string, signal: AbortSignal): Promise<TermsDocument> => {
    const { supersededText } = store.state;
    if (supersededText?.version === version) return supersededText;
    const { loadVersion } = await import('../host-terms.js');
    return loadVersion(loader.settings, version, signal);
  };
  const resourceOf = (version: () => string) =>
    new Resource(
      host,
      () => keyOf(version()),
      (signal) => load(version(), signal),
    );
  const requested = resourceOf(() => store.state.requestedVersion);
  const compared = resourceOf(() => comparedVersion(store.state, loader.inputs));
  return {
    styles: changes,
    requested,
    renderChanges: (state, env, terms) =>
      comparedVersion(state, env) &&
      renderChanges(state, env, terms, compared.value?.content, Boolean(compared.error)),
  };
}
