import { expect, fixture, html } from '@open-wc/testing';
import { expectFocusOn, resetPage, setWindow } from '../../support/page.js';
import { Dialog } from '../../support/terms-dialog.js';
import type { LuckaTermsDialog } from '../../../src/elements/terms-dialog/terms-dialog.js';

async function formWithTerms() {
  const form = await fixture<HTMLFormElement>(
    html`<form>
      <lucka-terms-dialog name="terms" required manual></lucka-terms-dialog>
      <button>Send</button>
    </form>`,
  );
  const element = form.querySelector<LuckaTermsDialog>('lucka-terms-dialog')!;
  await element.updateComplete;
  return { form, page: new Dialog(element) };
}

describe('lucka-terms-dialog in a form', () => {
  before(() => setWindow(1280, 900));
  afterEach(resetPage);

  it('stops the form, with words and focus, until the terms are accepted', async () => {
    const { form, page } = await formWithTerms();
    expect(form.checkValidity()).to.be.false;
    expect(page.element.internals.validationMessage).to.equal(
      'You must accept the terms of use to continue',
    );
    form.requestSubmit();
    expectFocusOn(page.button('Read and accept the terms'));
    expect(new FormData(form).has('terms')).to.be.false;
  });

  it('gives the accepted version as its value', async () => {
    const { form, page } = await formWithTerms();
    await page.press('Read and accept the terms');
    await page.opens();
    await page.press('Accept');
    await page.closes();
    await page.element.updateComplete;
    expect(form.checkValidity()).to.be.true;
    expect(new FormData(form).get('terms')).to.equal('2026-11-22');
    expect(page.button('Read the terms again')).to.exist;
  });

  it('does not send the page’s form when a button in the dialog is pressed', async () => {
    const { form, page } = await formWithTerms();
    let submitted = 0;
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      submitted++;
    });
    page.element.show();
    await page.opens();
    await page.press('Decline');
    await page.shows('You have declined the terms');
    expect(submitted).to.equal(0);
  });
});
