import { spawnSync } from 'node:child_process';
import { openSync, closeSync, fstatSync, readSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { textOf } from './session.js';

/** @typedef {import('./session.js').Session} Session */

/**
 * What was said after something was done.
 *
 * @typedef {object} Said
 * @property {string[]} phrases in order; empty for silence
 * @property {string[]} languages that Orca found for them: it speaks all with one voice, but knows of each what it is
 * @property {string[]} cutShort phrases that another interrupted
 */

/** @typedef {{ time: number, id: string, event: 'start' | 'end', text: string }} SpeechEvent */

/** How long it must be quiet before a step is over, in milliseconds: live regions and focus come after each other. */
const QUIET = 1000;

/** How late something may be said on a busy machine, in milliseconds. */
const LATE = 9000;

/** Presses keys as a person does, and hears what Orca says. */
export class Listener {
  #position = 0;
  #heard = 0;
  #languages = new Set();
  /** Orca types into fields in focus mode only, and knows its letters for headings in browse mode only. */
  isInFocusMode = false;

  /** @param {Session} session */
  constructor(session) {
    this.session = session;
  }

  /** @param {string} key as xdotool names it, such as `Tab`, `shift+Tab` or `h` */
  press(key) {
    this.#xdotool('key', '--clearmodifiers', key);
  }

  /** A command of Orca itself. @param {string} key */
  async command(key) {
    this.#xdotool('keydown', 'Insert');
    await wait(80);
    this.#xdotool('key', key);
    await wait(80);
    this.#xdotool('keyup', 'Insert');
  }

  /** @param {string} text @param {number} [delay] milliseconds between two keys */
  type(text, delay = 40) {
    this.#xdotool('type', '--delay', String(delay), text);
  }

  /**
   * Listens until nothing has been said for a while; a sentence that is being spoken is no silence.
   *
   * @param {number} [quiet] milliseconds
   * @param {number} [most] milliseconds
   * @param {(phrases: readonly string[]) => boolean} [isComplete] until then it waits longer, up to `late`
   * @param {number} [late] milliseconds
   * @returns {Promise<Said>}
   */
  async listen(quiet = QUIET, most = 40_000, isComplete = () => true, late = LATE) {
    const start = Date.now();
    let last = start;
    /** @type {string[]} */
    const phrases = [];
    for (;;) {
      await wait(150);
      const added = this.#read();
      if (added.length) {
        phrases.push(...added);
        last = Date.now();
      }
      if (this.#isSpeaking()) last = Date.now();
      if (Date.now() - start > most) break;
      const isLate = Date.now() - start > late;
      if (Date.now() - last >= quiet && (isLate || isComplete(phrases))) break;
    }
    return this.#collect(phrases);
  }

  /** @param {string[]} phrases @returns {Said} */
  #collect(phrases) {
    const events = this.#events().slice(this.#heard);
    this.#heard += events.length;
    const ended = new Set(events.filter(({ event }) => event === 'end').map(({ id }) => id));
    const started = events.filter(({ event }) => event === 'start');
    // What is read as a whole is not in the log, only at the synthesizer.
    const logged = letters(phrases.join(' '));
    const rest = started
      .map(({ text }) => text.trim())
      .filter((text) => letters(text) && !logged.includes(letters(text)));
    const cutShort = started.filter(({ id }) => !ended.has(id)).map(({ text }) => text.trim());
    const languages = [...this.#languages].sort();
    this.#languages.clear();
    return { phrases: [...phrases, ...rest], languages, cutShort };
  }

  /** New lines of Orca's log. @returns {string[]} */
  #read() {
    const text = this.#newText();
    /** @type {string[]} */
    const phrases = [];
    for (const line of text.split('\n')) {
      const mode = /_inFocusMode: (True|False)/.exec(line)?.[1];
      if (mode) this.isInFocusMode = mode === 'True';
      const language = /voice requested with language='(\w*)'/.exec(line)?.[1];
      if (language && language !== 'None') this.#languages.add(language);
      const phrase = /SPEECH OUTPUT: '(.*?)' ?(?:voice=\w+)? ?(?:\{.*)?$/.exec(line)?.[1];
      if (phrase === undefined) continue;
      if (/^(?:Focus|Browse) mode$/.test(phrase)) this.isInFocusMode = phrase === 'Focus mode';
      phrases.push(phrase);
    }
    return phrases;
  }

  /** Complete lines only. @returns {string} */
  #newText() {
    const file = openSync(this.session.log, 'r');
    try {
      const bytes = Buffer.alloc(Math.max(0, fstatSync(file).size - this.#position));
      readSync(file, bytes, 0, bytes.length, this.#position);
      const end = bytes.lastIndexOf(0x0a) + 1;
      this.#position += end;
      return bytes.toString('utf8', 0, end);
    } finally {
      closeSync(file);
    }
  }

  /** One that was killed has no end: it speaks for as long as its text can take. */
  #isSpeaking() {
    const last = this.#events().at(-1);
    if (last?.event !== 'start') return false;
    const speed = Number(this.session.env['CHARACTERS_PER_SECOND']);
    return Date.now() / 1000 - last.time < last.text.length / speed + 0.35;
  }

  /** @returns {SpeechEvent[]} */
  #events() {
    // Without the line that is being written.
    const lines = textOf(this.session.spoken).split('\n').slice(0, -1);
    return lines.map((line) => JSON.parse(line));
  }

  /** @param {string[]} parameters */
  #xdotool(...parameters) {
    const { status } = spawnSync('xdotool', parameters, { env: this.session.env });
    if (status !== 0) throw new Error(`xdotool ${parameters.join(' ')} did not work.`);
  }
}

const letters = (/** @type {string} */ text) => text.replace(/[^\p{L}\p{N}]+/gu, '').toLowerCase();
