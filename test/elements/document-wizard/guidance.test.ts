import { expect } from '@open-wc/testing';
import { CASES } from '../../../stories/guidance.js';
import { resetPage, setPageLanguage } from '../../support/page.js';
import { startingWizard, type Wizard } from '../../support/document-wizard.js';

const LANGUAGES = [
  { lang: 'en', guidance: 'This is guidance and not a decision.' },
  { lang: 'sv', guidance: 'Det här är en vägledning, inte ett beslut.' },
];

for (const { lang, guidance } of LANGUAGES) {
  describe(`lucka-document-wizard, must show 1: the guidance, in ${lang}`, () => {
    let page: Wizard;
    before(async () => {
      await setPageLanguage(lang);
      page = await startingWizard();
    });
    after(resetPage);

    it(`has ${CASES.length} cases`, () => expect(CASES.length).to.be.at.least(40));

    CASES.forEach(({ facts, outcomes, items, reason }, index) => {
      it(`${index + 1}: ${reason}`, async () => {
        page.element.facts = facts as never;
        await page.shows('result');
        await page.settled();
        expect(page.outcomes).to.equal(outcomes);
        expect(page.items).to.equal(items);
        const { outcomeIds, checklistIds, lang: written } = page.element.result!;
        expect([outcomeIds.join(' '), checklistIds.join(' '), written]).to.deep.equal([
          outcomes,
          items,
          lang,
        ]);
        expect(page.part('disclaimer')?.textContent).to.contain(guidance);
      });
    });
  });
}
