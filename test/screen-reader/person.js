import { translate } from './translations.js';

/** @typedef {import('./listener.js').Listener} Listener */
/** @typedef {import('./listener.js').Said} Said */

/**
 * @typedef {object} Step one thing that was done, and what was said
 * @property {string} label such as `[Tab]`
 * @property {string[]} phrases
 * @property {string[]} languages
 * @property {string[]} cutShort
 * @property {string[]} expected must be said, in this order
 * @property {boolean} [mayDiffer] only what must be said is compared
 * @property {boolean} maySilent nothing happens at this step that a person must know
 * @property {string} fault why the journey cannot go on; '' if it can
 */

/**
 * What a journey expects of a step: texts that must be said in this order. With none, anything must be said.
 *
 * @typedef {readonly string[]} Expected
 */

/** A person who uses a page with the keyboard and listens. */
export class Person {
  /** @type {Step[]} */
  steps = [];

  /** @param {Listener} listener @param {'en' | 'sv'} lang of the page */
  constructor(listener, lang) {
    this.listener = listener;
    this.lang = lang;
  }

  /** In the language of the page. @param {string} en @param {string} sv */
  say = (en, sv) => (this.lang === 'sv' ? sv : en);

  /** Words of the elements, in the language of the page. @param {string} english */
  words = (english) => translate(english, this.lang);

  /**
   * Closes the page of the journey before, where something could still begin, and opens an address in another tab. It is not typed: on a
   * busy machine Orca would take letters for its own commands.
   *
   * @param {string} address
   * @param {Expected} [expected]
   * @param {boolean} [opensDialog]
   */
  async open(address, expected = [], opensDialog = false) {
    const { listener } = this;
    listener.press('ctrl+w');
    await listener.listen(800, 5000);
    // A page with unsent text asks before it is left; a blank page does nothing.
    listener.press('Return');
    await listener.listen(800, 5000);
    listener.session.openTab(address);
    /** @type {Said} */
    const all = { phrases: [], languages: [], cutShort: [] };
    for (let tries = 0; tries < 30; tries++) {
      const { phrases, languages } = await listener.listen(1500);
      all.phrases.push(...phrases);
      all.languages = languages;
      if (all.phrases.some((phrase) => /Finished loading|headings?|landmark/.test(phrase))) break;
    }
    const { phrases } = await listener.listen(1500, 60_000, (more) => includesAll(more, expected));
    all.phrases.push(...phrases);
    // What the address field says while it is filled in is the browser's. Chromium may tell last that the page has loaded.
    const start = all.phrases.findLastIndex((phrase) => /^Finished loading/.test(phrase));
    if (start < all.phrases.length - 1) all.phrases.splice(0, start + 1);
    all.phrases = all.phrases.filter((phrase) => !address.includes(phrase));
    return this.#record('the page opens', all, expected, { mayDiffer: opensDialog });
  }

  /**
   * @param {string} key as xdotool names it
   * @param {Expected} [expected]
   * @param {{ quiet?: number, maySilent?: boolean, times?: number }} [options]
   */
  async press(key, expected = [], { quiet, maySilent = false, times = 1 } = {}) {
    for (let rest = times; rest > 1; rest--) {
      this.listener.press(key);
      await this.listener.listen(400, 10_000);
    }
    this.listener.press(key);
    const label = times > 1 ? `[${key}] ${times} times` : `[${key}]`;
    return this.#record(label, await this.#listen(expected, { quiet, maySilent }), expected, {
      maySilent,
    });
  }

  /**
   * Presses a key until something is said.
   *
   * @param {string} key
   * @param {string} text
   * @param {{ most?: number, expected?: Expected }} [options]
   */
  async pressUntil(key, text, { most = 25, expected = [] } = {}) {
    for (let presses = 1; presses <= most; presses++) {
      this.listener.press(key);
      // A place that was said already, such as that of the caret, is silent when it takes the focus.
      const said = await this.listener.listen(700, undefined, ({ length }) => length > 0, 4000);
      const isFound = said.phrases.join(' ').includes(text);
      this.#record(`[${key}]`, said, isFound ? expected : [], { maySilent: true });
      if (isFound) return;
      if (said.phrases.some((phrase) => /tool bar$/.test(phrase))) break;
    }
    this.#fail(`“${text}” was not said at any ${key}.`);
  }

  /** Types in a field. @param {string} text @param {Expected} [expected] */
  async type(text, expected = []) {
    await this.#setMode(true);
    this.listener.type(text);
    const said = await this.#listen(expected, { maySilent: !expected.length });
    return this.#record(`types “${text}”`, said, expected, { maySilent: true });
  }

  /** Presses a key of browse mode, where letters and arrows read the page. @param {string} key @param {Expected} [expected] */
  async browse(key, expected = []) {
    await this.#setMode(false);
    return this.press(key, expected);
  }

  /**
   * Presses a key of browse mode until something is said.
   *
   * @param {string} key
   * @param {string} text
   */
  async browseUntil(key, text) {
    await this.#setMode(false);
    return this.pressUntil(key, text);
  }

  /** Does nothing while something happens. @param {number} seconds @param {Expected} [expected] */
  async wait(seconds, expected = []) {
    /** @type {Said} */
    const all = { phrases: [], languages: [], cutShort: [] };
    for (const end = Date.now() + seconds * 1000; Date.now() < end;) {
      const said = await this.listener.listen(1500);
      all.phrases.push(...said.phrases);
      if (includesAll(all.phrases, expected)) break;
    }
    return this.#record('waits', all, expected);
  }

  /** Longer while what is expected has not been said. @param {Expected} expected @param {{ quiet?: number, maySilent?: boolean }} options */
  #listen(expected, { quiet, maySilent = false }) {
    return this.listener.listen(
      quiet,
      undefined,
      (phrases) => maySilent || (phrases.length > 0 && includesAll(phrases, expected)),
    );
  }

  /** @param {boolean} isFocusMode */
  async #setMode(isFocusMode) {
    if (this.listener.isInFocusMode === isFocusMode) return;
    await this.listener.command('a');
    this.#record('[Orca+a]', await this.listener.listen(700), [], { maySilent: true });
  }

  /** @param {string} label @param {Said} said @param {Expected} expected @param {{ maySilent?: boolean, mayDiffer?: boolean }} [options] */
  #record(label, said, expected, { maySilent = false, mayDiffer = false } = {}) {
    this.steps.push({ label, ...said, expected: [...expected], maySilent, mayDiffer, fault: '' });
    return said.phrases.join(' ');
  }

  /** @param {string} reason @returns {never} */
  #fail(reason) {
    const step = this.steps.at(-1);
    if (step) step.fault = reason;
    throw new JourneyError(reason);
  }
}

/** @param {readonly string[]} phrases @param {Expected} expected */
function includesAll(phrases, expected) {
  const all = phrases.join(' ');
  return expected.every((text) => all.includes(text));
}

/** A journey cannot go on. */
export class JourneyError extends Error {}
