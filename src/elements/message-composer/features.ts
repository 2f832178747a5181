import { loadContent, type LocalizedDocument } from '../../content/load.js';
import { packInUse } from '../../i18n/pack-in-use.js';
import { LazyFeature } from '../../shared/lazy-feature.js';
import { Resource } from '../../shared/resource.js';
import type { ComposerDeps } from './composer-deps.js';
import { feedbackTexts } from './content.js';
import type { LanguageGate } from './language-gate/language-gate.js';
import type { Sending } from './sending/sending.js';
import type { ComposerSession } from './session/session.js';

/** The parts of the composer that are loaded when they are needed. */
export interface Features {
  readonly languageGate: LazyFeature<LanguageGate>;
  readonly sending: LazyFeature<Sending>;
  readonly session: LazyFeature<ComposerSession>;
  /** What they say about a message. */
  readonly feedback: Resource<LocalizedDocument>;
}

export function createFeatures(deps: ComposerDeps): Features {
  const { host, env } = deps;
  const loadFeedback = () => loadContent(feedbackTexts, env().contentLang);
  const languageGate: LazyFeature<LanguageGate> = new LazyFeature(host, async () => {
    const { createLanguageGate } = await import('./language-gate/language-gate.js');
    return createLanguageGate(deps, feedback);
  });
  const sending: LazyFeature<Sending> = new LazyFeature(host, async () => {
    const { createSending } = await import('./sending/sending.js');
    return createSending(deps, await languageGate.load(), () => session.value?.saveDraft());
  });
  const session: LazyFeature<ComposerSession> = new LazyFeature(host, async () => {
    const [{ createSession }] = await Promise.all([
      import('./session/session.js'),
      loadFeedback().catch(() => undefined),
    ]);
    return createSession(deps);
  });
  const feedback = new Resource(
    host,
    () => (languageGate.value || session.value ? [env().contentLang, packInUse()] : undefined),
    loadFeedback,
  );
  return { languageGate, sending, session, feedback };
}
