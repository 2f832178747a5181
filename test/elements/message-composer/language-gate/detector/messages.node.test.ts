import { expect } from '@open-wc/testing';
import { isOtherLanguage } from '../../../../../src/elements/message-composer/language-detector.js';
import { detectLanguage } from '../../../../../src/language.js';
import { english } from '../../../../support/messages/english.js';
import { heldBack, tunedOn, type Message } from '../../../../support/messages/message.js';
import { other } from '../../../../support/messages/other.js';
import { swedish } from '../../../../support/messages/swedish.js';

const isStopped = ({ text }: Message) => isOtherLanguage(detectLanguage(text));
const texts = (messages: readonly Message[]) => messages.map(({ text }) => text);
const letters = ({ text }: Message) => text.match(/\p{L}/gu)?.length ?? 0;
const isNorwegianOrDanish = ({ kind }: Message) => /^(?:nb|nn|da)$/.test(kind);

for (const [half, select] of Object.entries({ 'tuned on': tunedOn, 'held back': heldBack })) {
  describe(`messages to the agency that the gate was ${half}`, () => {
    for (const [name, list] of Object.entries({ Swedish: swedish, English: english })) {
      for (const kind of new Set(list.map((message) => message.kind))) {
        it(`lets ${name} pass: ${kind}`, () => {
          const wrong = select(list).filter(
            (message) => message.kind === kind && isStopped(message),
          );
          expect(texts(wrong)).to.deep.equal([]);
        });
      }
    }

    it('stops 60 letters and more of any other language', () => {
      const long = select(other).filter((m) => letters(m) >= 60 && !isNorwegianOrDanish(m));
      expect(texts(long.filter((message) => !isStopped(message)))).to.deep.equal([]);
    });

    it('stops most of 60 letters and more in Norwegian and Danish', () => {
      const long = select(other).filter((m) => letters(m) >= 60 && isNorwegianOrDanish(m));
      const passed = long.filter((message) => !isStopped(message));
      expect(passed.length).to.be.at.most(long.length * 0.1);
    });
  });
}

/** Letters from `first` on in place of a to z, as "styles" of phone keyboards put them. */
const styled = (small: number, capital: number) => (text: string) =>
  text.replace(/[a-zA-Z]/g, (letter) => {
    const code = letter.charCodeAt(0);
    return String.fromCodePoint(code < 97 ? capital + code - 65 : small + code - 97);
  });
const between = (character: string) => (text: string) =>
  text.replace(/(\p{L}{2})(?=\p{L})/gu, `$1${character}`);
const SMALL_CAPITALS = 'ᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘꞯʀꜱᴛᴜᴠᴡxʏᴢ';

/** What phones, word processors and the web make of letters. */
const DISGUISES: Readonly<Record<string, (text: string) => string>> = {
  'soft hyphens': between('\u00ad'),
  'zero-width spaces': between('\u200b'),
  'zero-width joiners': between('\u200d'),
  'word joiners': between('\u2060'),
  'direction marks': between('\u200e'),
  'byte-order marks': between('\ufeff'),
  'bold letters of a phone keyboard': styled(0x1d41a, 0x1d400),
  'script letters of a phone keyboard': styled(0x1d4ea, 0x1d4d0),
  'letters in circles': styled(0x24d0, 0x24b6),
  'small capitals': (text) =>
    text.replace(/[a-z]/g, (letter) => SMALL_CAPITALS[letter.charCodeAt(0) - 97] ?? letter),
  'full-width letters': (text) =>
    text.replace(/[!-~]/g, (letter) => String.fromCodePoint(letter.charCodeAt(0) + 0xfee0)),
  'letters with separate marks': (text) => text.normalize('NFD'),
  'no-break spaces': (text) => text.replaceAll(' ', '\u00a0'),
  'the letters of a Norwegian keyboard': (text) =>
    text.replace(/[äöÄÖ]/g, (letter) => 'æøÆØ'['äöÄÖ'.indexOf(letter)] ?? letter),
};

describe('messages whose letters are written in another way', () => {
  for (const [what, disguise] of Object.entries(DISGUISES))
    it(`pass with ${what}`, () => {
      const all = [...swedish, ...english].map(({ kind, text }) => ({
        kind,
        text: disguise(text),
      }));
      expect(texts(all.filter(isStopped))).to.deep.equal([]);
    });

  it('are stopped all the same in another language', () => {
    const long = other.filter((m) => letters(m) >= 60 && !isNorwegianOrDanish(m));
    for (const what of ['soft hyphens', 'bold letters of a phone keyboard', 'full-width letters'])
      for (const { kind, text } of long) {
        const disguised = DISGUISES[what]!(text);
        expect(isStopped({ kind, text: disguised }), `${what}: ${disguised}`).to.be.true;
      }
  });
});

describe('the messages themselves', () => {
  it('are at least 150 in Swedish, in English and in other languages', () => {
    for (const list of [swedish, english, other]) expect(list.length).to.be.at.least(150);
  });

  it('are in 25 other languages or more', () => {
    expect(new Set(other.map(({ kind }) => kind)).size).to.be.at.least(25);
  });

  it('are all different', () => {
    const all = texts([...swedish, ...english, ...other]);
    expect(new Set(all).size).to.equal(all.length);
  });
});
