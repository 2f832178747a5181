import { aTimeout, expect, fixture, html } from '@open-wc/testing';
import { LitElement, nothing } from 'lit';
import { bestLocale, isLanguageOf, type TranslationLoaders } from '../../src/i18n/locale.js';
import { PageLanguage } from '../../src/i18n/page-language.js';
import { formatInstantDate, formatTime } from '../../src/i18n/format.js';
import { formatDate, toSwedishDate } from '../../src/i18n/sweden.js';
import { resetPage, setPageLanguage, until } from '../support/page.js';

class Speaker extends LitElement {
  readonly language = new PageLanguage(this);
  updates = 0;
  override render = () =>
    html`<div lang=${this.language.lang ?? nothing} dir=${this.language.dir ?? nothing}>
      ${this.language.code} ${++this.updates}
    </div>`;
}
customElements.define('test-speaker', Speaker);

/** Draws whether the words are there. */
class Waiter extends LitElement {
  readonly language: PageLanguage;
  constructor(words?: TranslationLoaders) {
    super();
    this.language = new PageLanguage(this, words);
  }
  override render = () => String(this.language.ready);
}
customElements.define('test-waiter', Waiter);

describe('the language', () => {
  afterEach(resetPage);

  it('is the page’s, by tag or by its first part', () => {
    expect(['sv', 'sv-SE', 'SV-fi', 'en-US', 'ar', 'no', ''].map(bestLocale)).to.deep.equal([
      'sv',
      'sv',
      'sv',
      'en',
      'en',
      'en',
      'en',
    ]);
    expect(isLanguageOf('en', 'en-GB')).to.equal(true);
    expect(isLanguageOf('en', 'no')).to.equal(false);
  });

  it('follows <html lang> while the page is open', async () => {
    const speaker = await fixture<Speaker>(html`<test-speaker></test-speaker>`);
    expect(speaker.language.code).to.equal('en');
    await setPageLanguage('sv');
    await until(() => speaker.language.code === 'sv', 'it speaks Swedish');
    expect(speaker.language.lang).to.equal(undefined);
    await setPageLanguage('fi');
    await until(() => speaker.language.code === 'en', 'it falls back to English');
    expect([speaker.language.lang, speaker.language.dir]).to.deep.equal(['en', 'ltr']);
  });

  const TRANSLATED: readonly [string, string, string, string][] = [
    ['by Google in Chrome', 'sv', 'ar', 'translated-rtl'],
    ['by Google in Chrome, to English', 'sv', 'en', 'translated-ltr'],
    ['by Microsoft or a proxy, with the languages in the tag', 'sv', 'ar-x-mtfrom-sv', ''],
    ['from English to Swedish', 'en', 'sv-x-mtfrom-en', ''],
  ];
  for (const [name, own, lang, classes] of TRANSLATED)
    it(`keeps the page's own language when it is translated ${name}`, async () => {
      await setPageLanguage(own);
      const speaker = await fixture<Speaker>(html`<test-speaker></test-speaker>`);
      await until(() => speaker.language.code === own, 'it speaks the language of the page');
      if (classes) document.documentElement.classList.add(classes);
      try {
        document.documentElement.lang = lang;
        await aTimeout(50);
        expect(speaker.language.code).to.equal(own);
        expect(speaker.language.wanted).to.equal(own);
        const late = await fixture<Speaker>(html`<test-speaker></test-speaker>`);
        expect(late.language.wanted).to.equal(own);
      } finally {
        if (classes) document.documentElement.classList.remove(classes);
      }
    });

  it('speaks the new language when the page itself changes it after a translation', async () => {
    await setPageLanguage('en');
    const speaker = await fixture<Speaker>(html`<test-speaker></test-speaker>`);
    document.documentElement.lang = 'ar-x-mtfrom-en';
    await aTimeout(20);
    document.documentElement.lang = 'sv';
    await until(() => speaker.language.code === 'sv', 'it speaks Swedish');
  });

  it('watches nothing once the last element has gone', async () => {
    const speaker = await fixture<Speaker>(html`<test-speaker></test-speaker>`);
    speaker.remove();
    const { updates } = speaker;
    await setPageLanguage('sv');
    await new Promise((done) => setTimeout(done, 100));
    expect(speaker.updates).to.equal(updates);
  });

  it('runs from right to left where the page does, from its first word on', async () => {
    await setPageLanguage('ar-XB');
    const speaker = await fixture<Speaker>(html`<test-speaker></test-speaker>`);
    await until(() => speaker.language.code === 'ar-XB', 'the words arrive');
    await speaker.updateComplete;
    const root = speaker.shadowRoot?.querySelector('div');
    expect(root?.matches(':dir(rtl)')).to.equal(true);
  });

  it('is settled for every element once the last one’s words are there', async () => {
    document.documentElement.lang = 'sv';
    const late = async () => {
      await new Promise((done) => setTimeout(done, 50));
      return { templates: {} };
    };
    const speakers = [{ sv: () => Promise.resolve({ templates: {} }) }, { sv: late }].map(
      (languages) => new Waiter({ element: 'test', languages }),
    );
    document.body.append(...speakers);
    await until(
      () => speakers.every(({ shadowRoot }) => shadowRoot?.textContent === 'true'),
      'both draw that the words are there',
    );
    for (const speaker of speakers) speaker.remove();
  });

  it('is English, and says so, for an element whose words cannot be loaded, and stays Swedish for others', async () => {
    document.documentElement.lang = 'sv';
    let isOffline = true;
    const fails = () =>
      isOffline ? Promise.reject(new Error('offline')) : Promise.resolve({ templates: {} });
    const [first, second] = [() => Promise.resolve({ templates: {} }), fails].map(
      (sv) => new Waiter({ element: 'test', languages: { sv } }),
    ) as [Waiter, Waiter];
    document.body.append(first);
    await until(() => first.language.ready && first.language.code === 'sv', 'one is there');
    document.body.append(second);
    expect(second.language.ready, 'waits for its own words').to.equal(false);
    expect(first.language.ready, 'waits for nobody').to.equal(true);
    await until(() => second.language.ready, 'the other settles');
    expect([second.language.code, second.language.lang]).to.deep.equal(['en', 'en']);
    expect([first.language.code, first.language.lang]).to.deep.equal(['sv', undefined]);
    isOffline = false;
    const third = new Waiter({
      element: 'test',
      languages: { sv: () => Promise.resolve({ templates: {} }) },
    });
    document.body.append(third);
    await until(() => second.language.code === 'sv', 'it is tried again with the next element');
    for (const waiter of [first, second, third]) waiter.remove();
  });

  it('says when the words of the page’s language are still on their way', async () => {
    document.documentElement.lang = 'sv';
    const speaker = document.createElement('test-speaker') as Speaker;
    document.body.append(speaker);
    await until(() => speaker.language.ready && speaker.language.code === 'sv', 'the words arrive');
    speaker.remove();
  });
});

describe('dates', () => {
  it('are Swedish time, whatever the clock here', () => {
    const instant = new Date('2026-03-29T00:30:00Z');
    expect(formatInstantDate(instant, 'en')).to.equal('29 March 2026');
    expect([formatTime(instant, 'en'), formatTime(instant, 'sv')]).to.deep.equal([
      '01:30',
      '01.30',
    ]);
    // An hour later, when the clocks have been put forward at one o'clock UTC.
    expect(formatTime(new Date('2026-03-29T01:30:00Z'), 'en')).to.equal('03:30');
    expect(toSwedishDate(new Date('2026-12-31T23:30:00Z'))).to.equal('2027-01-01');
  });

  it('are written as each language writes them', () => {
    expect(formatDate('2026-12-01', 'en')).to.equal('1 December 2026');
    expect(formatDate('2026-12-01', 'sv')).to.equal('1 december 2026');
    expect(formatDate('2026-12-01', 'ar-XB')).to.equal('1 December 2026');
  });

  it('are left as they are when they are none', () => {
    expect(formatDate('soon', 'en')).to.equal('soon');
  });
});
