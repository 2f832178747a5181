import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import {
  axeViolations,
  count,
  eventsOf,
  expectFocusOn,
  focused,
  resetPage,
  setPageLanguage,
  setWindow,
  textOf,
  translate,
  until,
  warnings,
} from '../../support/page.js';
import { startingWizard, wizard, type Wizard } from '../../support/document-wizard.js';

const ALL = ['original', 'authority', 'photo', 'in-person'];
const SHORT: readonly (readonly string[])[] = [
  ['no'],
  ['passport'],
  ['no'],
  ALL,
  ['no'],
  ['yes'],
  ['can'],
];
const LONG: readonly (readonly string[])[] = [
  ['yes'],
  ['passport'],
  ['unsure'],
  ['original'],
  ['country'],
  ['unsure'],
  ['unsure'],
  ['no'],
  ['birthdate'],
  ['no'],
  ['special'],
];

describe('lucka-document-wizard', () => {
  before(() => setWindow(1280, 900));
  afterEach(resetPage);

  it('has no axe violations at the start, at a question, with an error and at the result', async () => {
    const page = await startingWizard();
    expect(await axeViolations(page.element)).to.deep.equal([]);
    await page.press('start');
    expect(await axeViolations(page.element)).to.deep.equal([]);
    await page.press('continue');
    await until(() => page.part('error'), 'the error is shown');
    expect(await axeViolations(page.element)).to.deep.equal([]);
    for (const values of SHORT) await page.answer(...values);
    for (const details of page.root.querySelectorAll('details')) details.open = true;
    expect(await axeViolations(page.element)).to.deep.equal([]);
  });

  it('says at the start what it is, how long it takes and where answers stay', async () => {
    const page = await startingWizard();
    expect(page.heading).to.equal('Which documents prove my identity?');
    expect(page.text).to.contain('guidance and not a decision');
    expect(page.text).to.contain('Up to 11 questions');
    expect(page.text).to.contain('Your answers stay in this tab.');
  });

  it('asks one question a page; its legend is the heading, one text node', async () => {
    const page = await startingWizard();
    await page.press('start');
    expect(count(page.root, 'fieldset')).to.equal(1);
    const heading = page.root.querySelector('legend > h2');
    expect(textOf(heading)).to.equal(
      'Have you handed in your passport to the Swedish Migration Agency before?',
    );
    const words = [...(heading?.childNodes ?? [])].filter(
      (node) => node.nodeType === Node.TEXT_NODE && node.textContent,
    );
    expect(words).to.have.length(1);
    expect(page.root.querySelector('fieldset')?.getAttribute('aria-describedby')).to.equal(
      'progress hint',
    );
  });

  it('names each step that takes the focus by its heading, and says what helps to answer', async () => {
    const page = await startingWizard();
    const heard = () => {
      const ids = (attribute: string) => page.step?.getAttribute(attribute)?.split(' ') ?? [];
      const words = (id: string) => textOf(page.root.getElementById(id));
      const name = page.step?.querySelector('legend') ?? page.root.getElementById('title');
      return [textOf(name), ...ids('aria-describedby').map(words)];
    };
    page.element.goTo('');
    await page.settled();
    expectFocusOn(page.step);
    expect([page.step?.role, ...heard()]).to.deep.equal(['group', page.heading]);
    await page.press('start');
    expectFocusOn(page.step);
    expect(page.step?.localName).to.equal('fieldset');
    expect(heard()).to.deep.equal([page.heading, 'Question 1', textOf(page.part('hint'))]);
    for (const values of SHORT) await page.answer(...values);
    expectFocusOn(page.step);
    expect([page.step?.role, page.step?.getAttribute('aria-labelledby')]).to.deep.equal([
      'group',
      'title',
    ]);
    expect(heard()).to.deep.equal(['Your guidance', textOf(page.part('disclaimer'))]);
  });

  it('makes new controls for each question, so that none changes its kind or keeps a name', async () => {
    const page = await startingWizard();
    await page.answerAll([['no']]);
    const before = [...page.root.querySelectorAll('form, fieldset, input, button, h2')];
    await page.answer('idcard');
    expect(page.question).to.equal('requirements');
    const kept = [...page.root.querySelectorAll('*')].filter((each) => before.includes(each));
    expect(kept).to.have.length(0);
  });

  it('shows the words of each question on a page whose texts a translator has replaced', async () => {
    const page = await startingWizard();
    await page.press('start');
    translate(page.root);
    await page.answer('no');
    expect(page.heading).to.equal('Which identity document do you have?');
    expect(textOf(page.root.querySelector('.progress'))).to.equal('Question 2');
    expect(textOf(page.root.querySelector('.words'))).to.equal('A national passport');
    await page.press('continue');
    await until(() => page.part('error'), 'the error is shown');
    expect(textOf(page.part('error-summary'))).to.contain('Which identity document do you have?');
  });

  it('shows the top of a step that is taller than the window', async () => {
    await setWindow(1280, 400);
    const page = await startingWizard();
    await page.answerAll(SHORT);
    await page.shows('result');
    const { top } = page.part('heading')!.getBoundingClientRect();
    await setWindow(1280, 900);
    expect(top).to.be.within(0, 200);
  });

  it('does not go on when an answer is chosen', async () => {
    const page = await startingWizard();
    await page.press('start');
    page.input('yes').click();
    await page.settled();
    expect(page.question).to.equal('submitted');
    expect(page.checked).to.equal('yes');
    expect(page.element.facts).to.deep.equal({});
  });

  it('shows which question it is, without a total', async () => {
    const page = await startingWizard();
    await page.press('start');
    await page.answer('no');
    expect(textOf(page.root.querySelector('.progress'))).to.equal('Question 2');
  });

  it('follows heading-level', async () => {
    const page = await startingWizard({ attributes: { 'heading-level': '3' } });
    expect(page.part('heading')?.localName).to.equal('h3');
    await page.answerAll(SHORT);
    expect(page.part('heading')?.localName).to.equal('h3');
    expect(page.part('section')?.firstElementChild?.localName).to.equal('h5');
    expect(count(page.root, 'h1, h2')).to.equal(0);
  });

  it('gives English, marked, on a page in a language it does not have', async () => {
    await setPageLanguage('fi');
    const page = await startingWizard();
    const root = page.root.querySelector('.root');
    expect([root?.getAttribute('lang'), root?.getAttribute('dir')]).to.deep.equal(['en', 'ltr']);
  });

  it('marks the words of a flow that is in another language than the page', async () => {
    await setPageLanguage('ar-XB');
    const page = await startingWizard();
    expect(page.root.querySelector('.root')?.hasAttribute('lang')).to.be.false;
    expect(page.part('heading')?.querySelector('[lang]')?.getAttribute('lang')).to.equal('en');
    await page.press('start');
    expect(page.part('hint')?.lang).to.equal('en');
    expect(textOf(page.part('continue'))).to.match(/[\u0600-\u06ff]/);
  });

  describe('must show 2: keyboard only', () => {
    const tabTo = async (wanted: () => Element | null) => {
      for (let press = 0; press < 14 && focused() !== wanted(); press++)
        await sendKeys({ press: 'Tab' });
      expectFocusOn(wanted());
    };
    const press = async (page: Wizard, part: string) => {
      await tabTo(() => page.part(part));
      await sendKeys({ press: 'Enter' });
      await page.settled();
    };
    const choose = async (page: Wizard, values: readonly string[]) => {
      for (const value of values) {
        const input = page.input(value);
        if (input.type === 'checkbox') {
          await tabTo(() => page.input(value));
          await sendKeys({ press: ' ' });
          continue;
        }
        // A group is one Tab stop: the chosen answer, else the first.
        await tabTo(
          () => page.root.querySelector('.mark:checked') ?? page.root.querySelector('.mark'),
        );
        await sendKeys({ press: ' ' });
        const marks = [...page.root.querySelectorAll('.mark')];
        const down = marks.indexOf(input) > marks.indexOf(focused()!);
        for (let press = 0; press < 6 && !page.input(value).checked; press++)
          await sendKeys({ press: down ? 'ArrowDown' : 'ArrowUp' });
      }
      await page.settled();
      expect(page.checked).to.equal(values.join(' '));
    };

    it('goes through the longest path, eleven questions, with focus on each step, Back and Change', async () => {
      const page = await startingWizard();
      page.part('start')!.focus();
      await sendKeys({ press: 'Enter' });
      await page.settled();
      const headings = new Set<string>();
      for (const [index, values] of LONG.entries()) {
        expectFocusOn(page.step);
        headings.add(page.heading);
        expect(textOf(page.root.querySelector('.progress'))).to.equal(`Question ${index + 1}`);
        await choose(page, values);
        if (index === 4) {
          // Back, which stands before the heading, and on again: the answer is still there.
          page.part('back')!.focus();
          await sendKeys({ press: 'Enter' });
          await page.settled();
          expectFocusOn(page.step);
          expect(page.question).to.equal('requirements');
          expect(page.checked).to.equal('original');
          await press(page, 'continue');
          expect(page.question).to.equal('special');
          expect(page.checked).to.equal('country');
        }
        await press(page, 'continue');
      }
      await page.shows('result');
      expect(headings.size).to.equal(11);
      expectFocusOn(page.step);
      expect(page.heading).to.equal('Your guidance');
      // Change, by the keyboard as well.
      const change = page.root.querySelector<HTMLElement>('[data-change="q-letter"]')!;
      change.focus();
      await sendKeys({ press: 'Enter' });
      await page.settled();
      expectFocusOn(page.step);
      expect(page.question).to.equal('letter');
      await choose(page, ['yes']);
      await press(page, 'continue');
      await page.shows('result');
      await page.settled();
      expectFocusOn(page.step);
      expect(page.element.facts['letter']).to.equal('yes');
    }).timeout(40_000);
  });

  describe('must show 3: Continue with nothing chosen', () => {
    it('focuses an error summary that says what to choose and leads to the first answer', async () => {
      const page = await startingWizard();
      await page.press('start');
      await page.press('continue');
      await until(() => page.part('error-summary'), 'the summary is shown');
      await page.settled();
      expectFocusOn(page.part('error-summary'));
      expect(textOf(page.part('error-summary'))).to.contain(
        'Choose one answer: Have you handed in',
      );
      const group = page.root.querySelector('fieldset');
      expect(group?.getAttribute('aria-describedby')).to.equal('error progress hint');
      page.part('error-summary')!.querySelector('a')!.click();
      expectFocusOn(page.input('yes'));
      expect(page.question).to.equal('submitted');
    });

    it('takes the error away with the next step', async () => {
      const page = await startingWizard();
      await page.press('start');
      await page.press('continue');
      await until(() => page.part('error'), 'the error is shown');
      await page.answer('no');
      expect(page.part('error')).to.equal(null);
      expect(page.part('error-summary')).to.equal(null);
    });
  });

  describe('must show 4: changing an answer', () => {
    it('drops what is no longer on the path', async () => {
      const page = await startingWizard();
      await page.answerAll(SHORT);
      expect(page.outcomes).to.equal('o-doc-meets o-visit o-book');
      await page.change('document');
      expect(page.checked).to.equal('passport');
      await page.answer('none');
      expect(page.question).to.equal('family');
      const { facts } = page.element;
      expect(Object.keys(facts)).to.deep.equal(['submitted', 'document']);
      expect(page.element.result).to.equal(undefined);
      await page.answer('no');
      await page.answer('no');
      await page.answer('can');
      // The letter and the visit were answered before, and are on this path too.
      await page.shows('result');
      expect(page.outcomes).to.equal('o-no-doc o-obtain o-visit o-book');
      expect(page.items).not.to.contain('c-do-not-submit');
    });

    it('goes straight back to the result when the path stays complete', async () => {
      const page = await startingWizard();
      await page.answerAll(SHORT);
      await page.change('letter');
      await page.answer('no');
      await page.shows('result');
      expect(page.outcomes).to.equal('o-doc-meets o-visit o-letter-wait');
    });

    it('does not bring back an answer that was dropped', async () => {
      const page = await startingWizard();
      await page.answerAll(SHORT);
      await page.change('document');
      await page.answer('none');
      await page.press('back');
      await page.answer('passport');
      expect(page.question).to.equal('expired');
      expect(page.checked).to.equal('');
    });

    it('goes back to the result unchanged', async () => {
      const page = await startingWizard();
      await page.answerAll(SHORT);
      await page.change('document');
      page.input('none').click();
      await page.press('back');
      await page.shows('result');
      expect(page.element.facts['document']).to.equal('passport');
    });

    it('names each answer in the button that changes it', async () => {
      const page = await startingWizard();
      await page.answerAll(SHORT);
      const names = page.parts('change').map(textOf);
      expect(names).to.have.length(7);
      expect(names[1]).to.equal('Change answer to: Which identity document do you have?');
      expect(textOf(page.part('answers'))).to.contain('A national passport');
      const described = page.parts('change')[1]?.getAttribute('aria-describedby') ?? '';
      expect(textOf(page.root.getElementById(described))).to.equal('A national passport');
    });
  });

  describe('must show 5: "None of these"', () => {
    const openRequirements = async () => {
      const page = await startingWizard();
      await page.answerAll([['no'], ['idcard']]);
      return page;
    };
    it('takes the others away, and is taken away by another', async () => {
      const page = await openRequirements();
      page.input('original').click();
      page.input('photo').click();
      await page.settled();
      page.input('none').click();
      await page.settled();
      expect(page.checked).to.equal('none');
      page.input('photo').click();
      await page.settled();
      expect(page.checked).to.equal('photo');
    });

    it('does so through facts', async () => {
      const page = await openRequirements();
      const facts = { submitted: 'no', document: 'idcard' };
      page.element.facts = { ...facts, requirements: ['original', 'photo', 'none'] };
      expect(page.element.facts['requirements']).to.deep.equal(['none']);
      page.element.facts = { ...facts, requirements: ['none', 'photo', 'original'] };
      expect(page.element.facts['requirements']).to.deep.equal(['original', 'photo']);
    });
  });

  describe('properties and methods', () => {
    it('takes facts before the flow has loaded', async () => {
      const page = await wizard({
        facts: {
          submitted: 'no',
          document: 'idcard',
          requirements: ALL,
          special: 'no',
          letter: 'yes',
          visit: 'can',
        },
      });
      await page.shows('result');
      expect(page.outcomes).to.equal('o-doc-meets o-visit o-book');
    });

    it('ignores unknown names and values with one warning', async () => {
      const page = await startingWizard();
      const told = warnings();
      page.element.facts = { submitted: 'perhaps', colour: 'red', document: 'idcard' };
      page.element.facts = { colour: 'red' };
      told.restore();
      expect(page.element.facts).to.deep.equal({});
      expect(told.texts.filter((text) => text.includes('facts'))).to.have.length(1);
      expect(told.texts[0]).to.contain('colour').and.contain('submitted perhaps');
    });

    it('stays at its start when the page gives some answers, and shows them when it comes to them', async () => {
      const page = await startingWizard({ facts: { submitted: 'yes' } });
      expect(page.element.state).to.equal('intro');
      await page.press('start');
      expect(page.checked).to.equal('yes');
    });

    it('goes to a question the answers lead to, else to the first that is open', async () => {
      const page = await startingWizard({ facts: { submitted: 'no', document: 'passport' } });
      page.element.goTo('q-document');
      await page.settled();
      expect(page.question).to.equal('document');
      const told = warnings();
      page.element.goTo('q-visit');
      await page.settled();
      told.restore();
      expect(page.question).to.equal('expired');
      expect(told.texts.join()).to.contain('q-visit');
    });

    it('starts, goes back and starts over by its methods, without events', async () => {
      const page = await startingWizard();
      const steps = eventsOf(page.element, 'lucka-wizard-step');
      page.element.start();
      await page.settled();
      expect(page.question).to.equal('submitted');
      expectFocusOn(page.step);
      page.element.back();
      await page.settled();
      expect(page.element.state).to.equal('intro');
      page.element.facts = { submitted: 'no', document: 'idcard' };
      page.element.restart();
      await page.settled();
      expect(page.question).to.equal('submitted');
      expect(page.element.facts).to.deep.equal({});
      expect(steps).to.have.length(0);
    });

    it('tells read-only properties so, once, and keeps them', async () => {
      const page = await startingWizard();
      const told = warnings();
      page.element.result = undefined;
      page.element.state = 'result';
      told.restore();
      expect(page.element.state).to.equal('intro');
      expect(told.texts).to.have.length(2);
    });
  });

  describe('events', () => {
    it('say the question and the way, and never an answer', async () => {
      const page = await startingWizard();
      const steps = eventsOf(page.element, 'lucka-wizard-step');
      const results = eventsOf(page.element, 'lucka-wizard-result');
      await page.answerAll(SHORT);
      await page.change('letter');
      await page.press('back');
      await page.press('restart');
      await page.press('back');
      expect(steps.map(({ questionId, direction }) => `${direction} ${questionId}`)).to.deep.equal([
        'forward q-submitted',
        'forward q-document',
        'forward q-expired',
        'forward q-requirements',
        'forward q-special',
        'forward q-letter',
        'forward q-visit',
        'change q-letter',
        'restart q-submitted',
        'back ',
      ]);
      expect(results).to.have.length(1);
      const { outcomeIds, checklistIds, flowId, version, lang, cancelable } = results[0]!;
      expect({ outcomeIds, checklistIds, flowId, version, lang, cancelable }).to.deep.equal({
        outcomeIds: ['o-doc-meets', 'o-visit', 'o-book'],
        checklistIds: ['c-do-not-submit', 'c-book'],
        flowId: 'identity-documents',
        version: '2026-11-22',
        lang: 'en',
        cancelable: true,
      });
      for (const event of [...steps, ...results])
        expect(JSON.stringify(Object.values(event))).not.to.contain('passport"');
    });

    it('let the page show something else in place of the result', async () => {
      const page = await startingWizard();
      page.element.addEventListener('lucka-wizard-result', (event) => event.preventDefault());
      await page.press('start');
      for (const values of SHORT.slice(0, -1)) await page.answer(...values);
      page.input('can').click();
      await page.press('continue');
      await page.settled();
      expect(page.question).to.equal('visit');
      expect(page.element.result?.outcomeIds).to.contain('o-book');
    });

    it('say that somebody started over', async () => {
      const page = await startingWizard();
      const restarts = eventsOf(page.element, 'lucka-wizard-restart');
      await page.answerAll(SHORT);
      await page.press('restart');
      expect(restarts).to.have.length(1);
      expect(page.element.facts).to.deep.equal({});
      expect(page.question).to.equal('submitted');
      expectFocusOn(page.step);
    });
  });
});
