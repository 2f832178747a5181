import { expect } from '@open-wc/testing';
import { picker } from '../support/booking-picker.js';
import { wizard } from '../support/document-wizard.js';
import { resetPage } from '../support/page.js';

/** For shaking hands and phones (WCAG 2.2, 2.5.5). */
describe('the buttons that change an earlier answer', () => {
  afterEach(resetPage);

  const lowestIn = (root: ShadowRoot): number =>
    Math.min(
      ...[...root.querySelectorAll('[part~="change"]')].map(
        (button) => button.getBoundingClientRect().height,
      ),
    );

  it('are at least 44 px high in the picker', async () => {
    const page = await picker();
    await page.toCheck();
    expect(lowestIn(page.root)).to.be.within(44, 100);
  });

  it('are at least 44 px high in the wizard', async () => {
    const passport = { submitted: 'yes', document: 'passport', expired: 'yes', special: 'no' };
    const rest = { refugee: 'no', obtain: 'can', letter: 'yes', visit: 'can' };
    const page = await wizard({ facts: { ...passport, requirements: ['photo'], ...rest } });
    await page.shows('result');
    await page.settled();
    expect(lowestIn(page.root)).to.be.within(44, 100);
  });
});
