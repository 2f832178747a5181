import { expect } from '@open-wc/testing';
import { detectLanguage } from '../../../../../src/language.js';

const SWEDISH = 'Hej, jag undrar när jag kan få ett svar på min fråga om bostad.';
const ENGLISH = 'Hello, I would like to know when I can get an answer to my question.';
const FINNISH = 'Hei, haluaisin tietää milloin voin saada vastauksen kysymykseeni asunnosta.';

describe('detecting the language', () => {
  it('knows Swedish and English', () => {
    expect(detectLanguage(SWEDISH)).to.include({ language: 'sv' });
    expect(detectLanguage(ENGLISH)).to.include({ language: 'en' });
  });

  it('calls every other language other', () => {
    expect(detectLanguage(FINNISH)).to.include({ language: 'other' });
  });

  it('says how likely its answer is', () => {
    for (const text of [SWEDISH, ENGLISH, FINNISH]) {
      expect(detectLanguage(text).confidence).to.be.within(0.9, 1);
    }
  });

  it('gives no verdict on fewer than 20 letters', () => {
    const unknown = { language: 'unknown', confidence: 0 };
    expect(detectLanguage('')).to.include(unknown);
    expect(detectLanguage('Milloin saan sen?')).to.include(unknown);
    expect(detectLanguage('Tack så mycket')).to.include(unknown);
  });

  it('counts letters, without numbers, addresses and quoted lines', () => {
    const message = '> Hei, kuinka voitte?\nKan jag få svar före 24/12 via a@example.org?';
    expect(detectLanguage(message).letters).to.equal('Kanjagfåsvarförevia'.length);
  });

  it('gives no verdict on a few words among names', () => {
    const message = 'Hej Tesfaye Berhane, Selam Haile, Oleksandr Kovalenko och Mehmet Yıldırım!';
    expect(detectLanguage(message)).to.include({ language: 'unknown' });
  });

  it('knows another script from four letters on', () => {
    expect(detectLanguage('так')).to.include({ language: 'unknown' });
    expect(detectLanguage('когда')).to.include({ language: 'other', confidence: 1 });
    expect(detectLanguage('متى؟ شكرا')).to.include({ language: 'other', confidence: 1 });
  });

  it('lets a sentence in Swedish stand beside its translation in another script', () => {
    const message = `${SWEDISH}\nДобрий день, хотіла б дізнатися, коли отримаю відповідь на своє питання.`;
    expect(detectLanguage(message)).to.include({ language: 'sv' });
  });

  it('lets a name in another script stand in Swedish', () => {
    expect(detectLanguage(`${SWEDISH} Наталія Шевченко`)).to.include({ language: 'sv' });
  });

  it('reads letters with separate marks like composed ones', () => {
    expect(detectLanguage(SWEDISH.normalize('NFD'))).to.deep.equal(detectLanguage(SWEDISH));
  });

  it('answers the same whenever it is asked', () => {
    expect(detectLanguage(FINNISH)).to.deep.equal(detectLanguage(FINNISH));
  });

  it('bears any text', () => {
    for (const text of ['\u0000', '🙂🙂🙂', '\ud800', '.'.repeat(5000), 'åäö '.repeat(5000)]) {
      expect(detectLanguage(text).confidence).to.be.within(0, 1);
    }
  });

  it('answers on 200 characters in a millisecond', () => {
    const text = `${SWEDISH} ${ENGLISH} ${SWEDISH}`.slice(0, 200);
    const rounds = 200;
    detectLanguage(text);
    const start = performance.now();
    for (let round = 0; round < rounds; round++) detectLanguage(text);
    expect((performance.now() - start) / rounds).to.be.below(1);
  });

  it('does not hold up typing in a message of the greatest length', () => {
    const longest = `${SWEDISH} `.repeat(80).slice(0, 4000);
    detectLanguage(longest);
    const start = performance.now();
    detectLanguage(longest);
    expect(performance.now() - start).to.be.below(50);
  });
});
