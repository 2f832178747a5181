import type { ReactiveController, ReactiveControllerHost } from 'lit';
import {
  bestLocale,
  followPage,
  isLanguageOf,
  isSettled,
  localeOf,
  pageLanguage,
  type Words,
} from './locale.js';

const watchers = new Set<() => void>();
let observer: MutationObserver | undefined;

/** The words of one element settle the language for all that wait for it. */
const tellAll = (): void => watchers.forEach((each) => each());

/** One observer for all elements on the page, and none when there are none. */
function watch(notify: () => void): () => void {
  watchers.add(notify);
  observer ??= new MutationObserver(() => {
    void followPage().then(tellAll);
    tellAll();
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
 * Follows `<html lang>`. Updates its host when the words of another language are there.
 *
 * @example
 * readonly #language = new PageLanguage(this, words);
 * html`<div lang=${this.#language.lang ?? nothing} dir=${this.#language.dir ?? nothing}>…</div>`
 */
export class PageLanguage implements ReactiveController {
  #unwatch?: () => void;

  /** @param words the element's own, from `generated/words/` */
  constructor(
    private readonly host: ReactiveControllerHost,
    private readonly words?: Words,
  ) {
    host.addController(this);
  }

  /** The language of the words shown: `en` or `sv`. */
  get code(): string {
    return localeOf(this.words);
  }

  /** False while the words of the page's language are on their way: draw the fallback, not another language. */
  get ready(): boolean {
    return isSettled(this.words);
  }

  /**
   * For the element's root when the page's language is not one of ours, so that it is pronounced and laid out right. Not
   * while words are on their way: Chromium 156 takes a `dir` that was set and removed below a shadow root for `ltr`.
   */
  get lang(): string | undefined {
    const { code, ready } = this;
    return ready && !isLanguageOf(code, pageLanguage()) ? code : undefined;
  }

  /** English, the language we fall back to, runs from left to right. */
  get dir(): 'ltr' | undefined {
    return this.lang ? 'ltr' : undefined;
  }

  /** The language that content should be loaded in: the page's, or English, also before its words are there. */
  get wanted(): string {
    return bestLocale(pageLanguage());
  }

  hostConnected(): void {
    this.#unwatch = watch(() => this.host.requestUpdate());
    void followPage(this.words).then(tellAll);
  }

  hostDisconnected(): void {
    this.#unwatch?.();
  }
}
