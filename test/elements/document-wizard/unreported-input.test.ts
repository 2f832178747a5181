import { expect } from '@open-wc/testing';
import { startingWizard, type Wizard } from '../../support/document-wizard.js';
import { resetPage, setPageLanguage, until } from '../../support/page.js';

/** Dictation and form fillers set `checked`, and no event tells of it. */
describe('lucka-document-wizard and answers that were checked without an event', () => {
  afterEach(resetPage);

  const check = (page: Wizard, ...values: string[]) => {
    for (const value of values) page.input(value).checked = true;
  };

  it('takes what is checked when Continue is pressed', async () => {
    const page = await startingWizard();
    await page.press('start');
    check(page, 'no');
    await page.press('continue');
    expect(page.question).to.equal('document');
    check(page, 'idcard');
    await page.press('continue');
    check(page, 'original', 'photo');
    await page.press('continue');
    expect(page.element.facts).to.deep.equal({
      submitted: 'no',
      document: 'idcard',
      requirements: ['original', 'photo'],
    });
  });

  it('takes another radio in place of the one that a click chose', async () => {
    const page = await startingWizard();
    await page.press('start');
    page.input('no').click();
    await page.settled();
    check(page, 'yes');
    await page.press('continue');
    expect(page.element.facts).to.deep.equal({ submitted: 'yes' });
  });

  it('keeps it beside what is clicked, and when something else renders the question', async () => {
    const page = await startingWizard();
    await page.answerAll([['no'], ['idcard']]);
    check(page, 'original', 'authority');
    page.input('photo').click();
    await page.settled();
    expect(page.checked).to.equal('original authority photo');
    page.input('photo').checked = false;
    await setPageLanguage('sv');
    await until(
      () => page.heading === 'Vilka av de här punkterna stämmer för din handling?',
      'it is Swedish',
    );
    expect(page.checked).to.equal('original authority');
  });

  it('lets an answer that stands alone take the others away', async () => {
    const page = await startingWizard();
    await page.answerAll([['no'], ['idcard']]);
    page.input('none').click();
    page.input('original').click();
    await page.settled();
    expect(page.checked).to.equal('original');
    check(page, 'none');
    await page.press('continue');
    expect(page.element.facts['requirements']).to.deep.equal(['none']);
  });

  it('keeps it for the way back, and forgets it when the person starts over', async () => {
    const page = await startingWizard();
    await page.answerAll([['no'], ['idcard']]);
    check(page, 'photo');
    await page.press('back');
    await page.press('continue');
    expect(page.checked).to.equal('photo');
    check(page, 'authority');
    page.element.restart();
    await page.settled();
    await page.answer('no');
    await page.answer('idcard');
    expect(page.checked).to.equal('');
  });
});
