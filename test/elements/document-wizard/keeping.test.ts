import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import {
  eventsOf,
  expectFocusOn,
  resetPage,
  setPageLanguage,
  setWindow,
  until,
} from '../../support/page.js';
import umbrella from '../../content/flow/fixtures/umbrella.en.md?raw';
import { startingWizard, type Wizard } from '../../support/document-wizard.js';

const ANSWERS: readonly (readonly string[])[] = [
  ['no'],
  ['idcard'],
  ['original', 'authority', 'photo', 'in-person'],
  ['no'],
  ['yes'],
  ['can'],
];
const address = location.href;

const again = async (page: Wizard, attributes: Record<string, string | boolean>) => {
  page.element.remove();
  return startingOrOn(attributes);
};
const startingOrOn = async (attributes: Record<string, string | boolean>) => {
  const { wizard } = await import('../../support/document-wizard.js');
  const page = await wizard({ attributes });
  await until(() => page.element.state !== 'loading', 'the flow is there');
  await page.settled();
  return page;
};
const goBack = async (page: Wizard, question: string) => {
  history.back();
  await until(() => page.question === question, `the browser goes back to "${question}"`);
  await page.settled();
};

describe('lucka-document-wizard, keeping answers', () => {
  before(async () => {
    await setWindow(1280, 900);
    // Chromium keeps 50 entries, and of a page where nobody ever pressed anything it throws away its own first: then Back
    // leads off the page.
    await sendKeys({ press: 'a' });
  });
  afterEach(() => {
    resetPage();
    history.replaceState(null, '', address);
  });

  describe('must show 6: nothing is sent, nothing stays', () => {
    it('asks for nothing after it has loaded', async () => {
      const page = await startingWizard();
      // What comes beside the first question has come once nothing more is asked for.
      for (let asked = -1; asked !== performance.getEntriesByType('resource').length;) {
        asked = performance.getEntriesByType('resource').length;
        await new Promise((done) => setTimeout(done, 500));
      }
      performance.clearResourceTimings();
      await page.answerAll(ANSWERS);
      await page.shows('result');
      await page.change('visit');
      await page.answer('special');
      await page.shows('result');
      expect(page.element.toText()).to.contain('Special reasons');
      const asked = performance.getEntriesByType('resource').map(({ name }) => name);
      expect(asked.filter((name) => !name.includes('/__web-'))).to.deep.equal([]);
    });

    it('leaves storage, cookies and address alone, and starts over after a reload', async () => {
      const state: unknown = history.state;
      const { length } = history;
      const page = await startingWizard();
      await page.answerAll(ANSWERS);
      page.root.querySelector<HTMLElement>('[data-item-id] input')?.click();
      expect([localStorage.length, sessionStorage.length, document.cookie]).to.deep.equal([
        0,
        0,
        '',
      ]);
      expect([location.href, history.length, history.state as unknown]).to.deep.equal([
        address,
        length,
        state,
      ]);
      const next = await again(page, {});
      expect(next.element.state).to.equal('intro');
      expect(next.element.facts).to.deep.equal({});
    });
  });

  describe('persist="session"', () => {
    it('goes on in the same tab where it was, ticks included', async () => {
      const attributes = { persist: 'session' };
      const page = await startingOrOn(attributes);
      await page.answerAll(ANSWERS);
      page.root.querySelector<HTMLElement>('[data-item-id="c-book"] input')?.click();
      await page.settled();
      const next = await again(page, attributes);
      await next.shows('result');
      await until(
        () => next.root.querySelector('[data-item-id="c-book"] input:checked'),
        'the tick is back',
      );
      expect(next.element.facts['document']).to.equal('idcard');
      expect(location.href).to.equal(address);
    });

    it('goes on in the middle', async () => {
      const attributes = { persist: 'session' };
      const page = await startingOrOn(attributes);
      await page.answerAll(ANSWERS.slice(0, 2));
      const next = await again(page, attributes);
      expect(next.question).to.equal('requirements');
    });

    it('forgets when somebody starts over', async () => {
      const attributes = { persist: 'session' };
      const page = await startingOrOn(attributes);
      await page.answerAll(ANSWERS);
      await page.press('restart');
      const next = await again(page, attributes);
      expect(next.element.facts).to.deep.equal({});
    });

    it('is not led astray by what else may stand in storage', async () => {
      for (const text of [
        '{',
        '7',
        '{"facts":7,"at":{},"done":3}',
        '{"at":"q-visit","facts":{"document":"spoon"}}',
      ]) {
        sessionStorage.setItem('lucka:wizard:identity-documents', text);
        const page = await startingOrOn({ persist: 'session' });
        expect(page.element.facts, text).to.deep.equal({});
        page.element.remove();
      }
    });

    it('keeps two wizards apart', async () => {
      const one = await startingOrOn({ persist: 'session' });
      const other = await startingOrOn({ persist: 'session' });
      await one.answerAll(ANSWERS.slice(0, 2));
      await other.answerAll([['yes']]);
      expect(one.element.facts).to.deep.equal({ submitted: 'no', document: 'idcard' });
      expect(other.element.facts).to.deep.equal({ submitted: 'yes' });
      expect(sessionStorage.length).to.equal(2);
    });
  });

  describe('persist="fragment"', () => {
    it('keeps the answers after the #, beside what else stands there', async () => {
      history.replaceState(null, '', '#tab=case');
      const page = await startingOrOn({ persist: 'fragment' });
      await page.answerAll(ANSWERS.slice(0, 3));
      expect(location.hash).to.equal(
        '#tab=case&identity-documents=q-special;submitted:no;document:idcard;requirements:original+authority+photo+in-person;end',
      );
      expect([localStorage.length, sessionStorage.length]).to.deep.equal([0, 0]);
      const next = await again(page, { persist: 'fragment' });
      expect(next.question).to.equal('special');
    });

    it('follows an address that is put in', async () => {
      const page = await startingOrOn({ persist: 'fragment' });
      location.hash = '#identity-documents=q-expired;submitted:yes;document:passport;end';
      await until(() => page.question === 'expired', 'the question of the address is shown');
      expect(page.element.facts).to.deep.equal({ submitted: 'yes', document: 'passport' });
    });

    it('is left alone by a link within the page', async () => {
      const page = await startingOrOn({ persist: 'fragment' });
      await page.answerAll(ANSWERS.slice(0, 2));
      location.hash = '#main';
      await new Promise((done) => setTimeout(done, 100));
      expect(page.question).to.equal('requirements');
    });

    it('says where the answers are', async () => {
      const page = await startingOrOn({ persist: 'fragment' });
      expect(page.text).to.contain('saved in the web address of this page');
    });
  });

  describe('history', () => {
    it('goes through the steps with the browser’s Back button, and tells so', async () => {
      const page = await startingOrOn({ history: true });
      const steps = eventsOf(page.element, 'lucka-wizard-step');
      await page.answerAll(ANSWERS.slice(0, 2));
      await goBack(page, 'document');
      expect(page.checked).to.equal('idcard');
      await goBack(page, 'submitted');
      history.forward();
      await until(() => page.question === 'document', 'the browser goes forward');
      expect(steps.map(({ questionId, direction }) => `${direction} ${questionId}`)).to.deep.equal([
        'forward q-submitted',
        'forward q-document',
        'forward q-requirements',
        'back q-document',
        'back q-submitted',
        'forward q-document',
      ]);
      expect(location.href).to.equal(address);
      expect(JSON.stringify(history.state)).not.to.contain('idcard');
    });

    it('takes the step back when Back on the page is pressed', async () => {
      const page = await startingOrOn({ history: true });
      await page.answerAll(ANSWERS.slice(0, 2));
      // Not the length of the history: browsers keep 50 entries at most.
      const { pushState } = history;
      let pushed = 0;
      history.pushState = (...given) => {
        pushed++;
        pushState.apply(history, given);
      };
      try {
        await page.press('back');
        await until(() => page.question === 'document', 'it goes back');
        await page.press('back');
        await until(() => page.question === 'submitted', 'it goes back once more');
      } finally {
        history.pushState = pushState;
      }
      expect(pushed).to.equal(0);
    });

    it('goes back once for two quick presses, and never off the page', async () => {
      const page = await startingOrOn({ history: true });
      await page.answerAll(ANSWERS.slice(0, 1));
      page.part('back')?.click();
      page.part('back')?.click();
      await until(() => page.question === 'submitted', 'it goes back');
      await new Promise((done) => setTimeout(done, 200));
      expect(page.question).to.equal('submitted');
    });

    it('goes back from the result to the last question', async () => {
      const page = await startingOrOn({ history: true });
      await page.answerAll(ANSWERS);
      await page.shows('result');
      await goBack(page, 'visit');
      expect(page.checked).to.equal('can');
    });

    it('keeps what the page keeps in the state of the history', async () => {
      history.replaceState({ page: 7 }, '');
      const page = await startingOrOn({ history: true });
      await page.press('start');
      expect((history.state as { page: number }).page).to.equal(7);
    });

    it('goes together with the fragment', async () => {
      const page = await startingOrOn({ history: true, persist: 'fragment' });
      await page.answerAll(ANSWERS.slice(0, 2));
      expect(location.hash).to.contain('q-requirements');
      await goBack(page, 'document');
      expect(location.hash).to.contain('q-document');
    });

    it('lets two wizards go back each by itself', async () => {
      const one = await startingOrOn({ history: true });
      const other = await startingOrOn({ history: true });
      await one.answerAll(ANSWERS.slice(0, 1));
      await other.answerAll([]);
      await goBack(other, '');
      expect(one.question).to.equal('document');
      await goBack(one, 'submitted');
      expect(other.question).to.equal('');
    });
  });

  describe('must show 7: language, and two wizards', () => {
    it('keeps step, answers and what is only chosen when the language changes', async () => {
      const page = await startingWizard();
      await page.answerAll(ANSWERS.slice(0, 2));
      page.input('photo').click();
      page.input('photo').focus();
      await setPageLanguage('sv');
      await until(
        () => page.heading === 'Vilka av de här punkterna stämmer för din handling?',
        'the question is in Swedish',
      );
      await until(
        () => page.part('continue')?.textContent?.trim() === 'Fortsätt',
        'the words follow',
      );
      expect(page.checked).to.equal('photo');
      expectFocusOn(page.input('photo'));
      expect(page.element.facts).to.deep.equal({ submitted: 'no', document: 'idcard' });
    });

    it('shows the nearest answered question, with the focus, when the other language lacks the present one', async () => {
      const text = umbrella.replace('(#q-goal) if', '(#r-end) if');
      const shorter =
        `${text.slice(0, text.indexOf('### Where do'))}${text.slice(text.indexOf('## Facts'))}`
          .replace('goal is out and not covered', 'weather is rain')
          .replace(' or goal is nowhere', '')
          .replace('if `goal is out`', 'if `weather is rain`');
      const { fetch } = window;
      window.fetch = (input) =>
        Promise.resolve(
          new Response(String(input).includes('sv') ? shorter : umbrella, {
            headers: { 'content-type': 'text/markdown' },
          }),
        );
      const page = await startingWizard({ attributes: { src: '/flow.{lang}.md' } });
      await page.answerAll([['rain'], ['hat']]);
      expect(page.question).to.equal('goal');
      page.input('out').focus();
      await setPageLanguage('sv');
      await until(() => page.question === 'clothes', 'the question before is shown');
      await page.settled();
      window.fetch = fetch;
      expectFocusOn(page.step);
      expect(page.checked).to.equal('hat');
      expect(page.element.facts).to.deep.equal({ weather: 'rain', clothes: ['hat'] });
    });

    it('keeps the result when the language changes', async () => {
      const page = await startingWizard();
      await page.answerAll(ANSWERS);
      const { outcomes, items } = page;
      await setPageLanguage('sv');
      await until(() => page.heading === 'Din vägledning', 'the result is in Swedish');
      await until(() => page.element.result?.lang === 'sv', 'the flow follows');
      expect([page.outcomes, page.items]).to.deep.equal([outcomes, items]);
      expect(page.element.result?.lang).to.equal('sv');
    });

    it('shares nothing between two wizards', async () => {
      const one = await startingWizard();
      const other = await startingWizard();
      await one.answerAll(ANSWERS.slice(0, 2));
      await other.press('start');
      expect(other.checked).to.equal('');
      other.input('yes').click();
      await other.settled();
      expect([one.question, other.question]).to.deep.equal(['requirements', 'submitted']);
      expect(other.element.facts).to.deep.equal({});
    });

    it('keeps its place when it is moved', async () => {
      const page = await startingWizard();
      await page.answerAll(ANSWERS.slice(0, 2));
      page.input('photo').click();
      const place = document.createElement('div');
      document.body.append(place);
      place.append(page.element);
      await page.settled();
      expect([page.question, page.checked]).to.deep.equal(['requirements', 'photo']);
      place.remove();
    });
  });
});
