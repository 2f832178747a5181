import type { ReactiveController, ReactiveControllerHost } from 'lit';
import {
  bestLocale,
  syncLocale,
  isLanguageOf,
  isLocaleReady,
  activeLocale,
  pageLanguage,
  type TranslationLoaders,
} from './locale.js';

const watchers = new Set<() => void>();
let observer: MutationObserver | undefined;

/** Translations that one element loads may complete the language of another, and a content pack brings its own languages. */
export const notifyLanguageWatchers = (): void => watchers.forEach((each) => each());

/** One observer for all elements on the page, and none when there are none. */
function watch(notify: () => void): () => void {
  watchers.add(notify);
  observer ??= new MutationObserver(() => {
    void syncLocale().then(notifyLanguageWatchers);
    notifyLanguageWatchers();
  });
  if (watchers.size === 1) {
    observer.observe(document.documentElement, { attributes: true, attributeFilter: ['lang'] });
  }
  return () => {
    watchers.delete(notify);
    if (!watchers.size) observer?.disconnect();
  };
}

/**
 * Follows `<html lang>`. Updates its host when the translations of another language are loaded.
 *
 * @example
 * readonly #language = new PageLanguage(this, translations);
 * html`<div lang=${this.#language.lang ?? nothing} dir=${this.#language.dir ?? nothing}>…</div>`
 */
export class PageLanguage implements ReactiveController {
  #unwatch?: () => void;

  /** @param translations the element's own, from `generated/translations/` */
  constructor(
    private readonly host: ReactiveControllerHost,
    private readonly translations?: TranslationLoaders,
  ) {
    host.addController(this);
  }

  /** The language of the texts on show: `en` or `sv`. */
  get code(): string {
    return activeLocale(this.translations);
  }

  /** False while the translations of the page's language are pending: render the fallback, not another language. */
  get ready(): boolean {
    return isLocaleReady(this.translations);
  }

  /**
   * For the element's root when the page's language is not supported, so that speech and layout are right. Not while
   * translations are pending: Chromium 156 treats a `dir` that was set and removed below a shadow root as `ltr`.
   */
  get lang(): string | undefined {
    const { code, ready } = this;
    return ready && !isLanguageOf(code, pageLanguage()) ? code : undefined;
  }

  /** English, the fallback language, is written from left to right. */
  get dir(): 'ltr' | undefined {
    return this.lang ? 'ltr' : undefined;
  }

  /** The language to load content in: the page's, or English, also before its translations are loaded. */
  get wanted(): string {
    return bestLocale(pageLanguage());
  }

  hostConnected(): void {
    this.#unwatch = watch(() => this.host.requestUpdate());
    void syncLocale(this.translations).then(notifyLanguageWatchers);
  }

  hostDisconnected(): void {
    this.#unwatch?.();
  }
}
