// The project's own messages: how many in Swedish and English are flagged, how many others pass.
import { load } from './bundle.js';
import { countLetters } from './letters.js';

/** @typedef {import('../../src/elements/message-composer/language-detector.js').LanguageResult} LanguageResult */

const FOLDER = './test/support/messages';
const NORTH = /^(?:nb|nn|da)$/;

/**
 * @param {(text: string) => LanguageResult} detect
 * @param {(result: LanguageResult) => boolean} isFlagged
 * @param {{ halves: ('tunedOn' | 'heldBack')[], show: boolean }} options
 */
export async function measureOwn(detect, isFlagged, { halves, show }) {
  const modules = ['message', 'swedish', 'english', 'other'];
  const contents = modules.map((name) => `export * from '${FOLDER}/${name}.ts';`).join('\n');
  /** @type {typeof import('../../test/support/messages/message.js')
   *   & typeof import('../../test/support/messages/swedish.js')
   *   & typeof import('../../test/support/messages/english.js')
   *   & typeof import('../../test/support/messages/other.js')} */
  const own = await load({ contents, resolveDir: '.', loader: 'ts' });
  for (const half of halves) {
    const [swedish, english, other] = [own.swedish, own.english, own.other].map(own[half]);
    const count = (
      /** @type {string} */ name,
      /** @type {typeof swedish} */ list = [],
      flags = true,
    ) => {
      const wrong = list.filter(({ text }) => isFlagged(detect(text)) === flags);
      console.log(`${half}: ${name}: ${wrong.length} of ${list.length}`);
      if (!show) return;
      for (const { kind, text } of wrong)
        console.log(`    ${kind}: ${text} ${JSON.stringify(detect(text))}`);
    };
    const others = (/** @type {number} */ from, /** @type {number} */ to, north = false) =>
      other?.filter(({ kind, text }) => {
        const letters = countLetters(text);
        return letters >= from && letters < to && NORTH.test(kind) === north;
      });
    count('Swedish, flagged', swedish);
    count('English, flagged', english);
    count('other languages under 60 letters, let through', others(0, 60), false);
    count('other languages, 60–99 letters, let through', others(60, 100), false);
    count('other languages, 100 letters or more, let through', others(100, Infinity), false);
    count('nb, nn, da under 60 letters, let through', others(0, 60, true), false);
    count('nb, nn, da, 60 letters or more, let through', others(60, Infinity, true), false);
  }
}
