import { aTimeout, expect } from '@open-wc/testing';
import { cannedTermsService, serviceError, TERMS, versionOf } from '../../../stories/services.js';
import {
  axeViolations,
  markdownScript,
  resetPage,
  setPageLanguage,
  setWindow,
  textOf,
  until,
} from '../../support/page.js';
import { dialog, openDialog } from '../../support/terms-dialog.js';

const ACCEPTED = { version: '2026-11-22', lang: 'en', at: '2026-11-23T09:14:00+01:00' } as const;
const sixtyDays = (text: string) =>
  text.replace('at least 30 days before the closure', 'at least 60 days before the closure');

/** Long enough for a gate that would open to have opened. */
const aMoment = () => aTimeout(300);

describe('lucka-terms-dialog, versions', () => {
  before(() => setWindow(1280, 900));
  afterEach(resetPage);

  describe('must show 4: when it asks again', () => {
    it('never opens for the version that is accepted', async () => {
      const page = await dialog({ service: cannedTermsService({ accepted: ACCEPTED }) });
      await aMoment();
      expect(page.isOpen).to.be.false;
    });

    it('does not open for an editorial change of the accepted text', async () => {
      const text = versionOf('en', {
        version: '2027-01-01',
        effective: '2026-01-01',
        material: false,
        supersedes: '2026-11-22',
      });
      const page = await dialog({
        attributes: { 'accepted-version': '2026-11-22' },
        children: markdownScript(text),
      });
      await until(() => page.element.terms, 'the text is there');
      await aMoment();
      expect(page.isOpen).to.be.false;
    });

    it('asks when an editorial change follows one that was never accepted', async () => {
      const text = versionOf('en', {
        version: '2027-01-01',
        effective: '2026-01-01',
        material: false,
        supersedes: '2026-12-01',
      });
      await openDialog({
        attributes: { 'accepted-version': '2026-11-22' },
        children: markdownScript(text),
      });
    });

    it('believes the server before its own reckoning', async () => {
      const text = versionOf('en', {
        version: '2027-01-01',
        material: false,
        supersedes: '2026-12-01',
      });
      await openDialog({
        service: cannedTermsService({
          current: { en: text },
          accepted: ACCEPTED,
          decisionNeeded: true,
        }),
      });
    });

    it('opens for a material change with the note and exactly the sections that changed', async () => {
      const newer = versionOf(
        'en',
        { version: '2027-01-01', changeSummary: 'A longer notice before the service closes.' },
        sixtyDays,
      );
      const service = cannedTermsService({
        current: { en: newer },
        versions: { '2026-11-22': TERMS },
        accepted: ACCEPTED,
        decisionNeeded: true,
      });
      const page = await openDialog({ service });
      const changes = page.part('changes')!;
      await until(() => changes.querySelector('ins'), 'the changes are shown');
      expect(page.heading).to.equal('The terms of use have changed');
      expect(textOf(changes)).to.contain('You accepted version 2026-11-22 on 23 November 2026.');
      expect(textOf(changes)).to.contain('A longer notice before the service closes.');
      expect(textOf(changes)).to.contain('1 section has changed.');
      const sections = changes.querySelectorAll<HTMLElement>('[part~="section"]');
      expect([...sections].map((section) => section.dataset['changedSection'])).to.deep.equal([
        'closure',
      ]);
      expect(textOf(sections[0]!.querySelector('del'))).to.equal('Removed: 30');
      expect(textOf(sections[0]!.querySelector('ins'))).to.equal('Added: 60');
      expect(await axeViolations(page.element)).to.deep.equal([]);
    });

    it('shows the note and says so when the earlier text cannot be had', async () => {
      const newer = versionOf(
        'en',
        { version: '2027-01-01', changeSummary: 'A longer notice.' },
        sixtyDays,
      );
      const service = cannedTermsService({
        current: { en: newer },
        accepted: ACCEPTED,
        decisionNeeded: true,
      });
      service.getTermsVersion = () => Promise.reject(serviceError('not-found', 404));
      const page = await openDialog({ service });
      await page.shows('the differences cannot be shown here');
      expect(textOf(page.part('changes'))).to.contain('A longer notice.');
    });

    for (const accepted of [null, ACCEPTED])
      it(`never calls accepted what was only read (accepted before: ${accepted?.version ?? 'nothing'})`, async () => {
        const service = cannedTermsService({
          current: { en: versionOf('en', { version: '2027-01-01' }) },
          versions: { '2026-11-22': TERMS },
          accepted,
          decisionNeeded: true,
          failures: [serviceError('stale-version', 409)],
        });
        const page = await openDialog({ service });
        service.serve({ current: { en: versionOf('en', { version: '2027-03-01' }) } });
        await page.press('Accept');
        await page.shows('You have read version 2027-01-01.');
        await page.shows('No section has changed since the earlier version.');
        expect(textOf(page.part('changes'))).not.to.match(/\byou (last )?accepted\b/i);
      });
  });

  describe('must show 8: languages', () => {
    it('keeps the section that is being read when the language of the page changes', async () => {
      const page = await openDialog();
      const box = page.part('body')!;
      page.root.querySelector('[data-section="security"]')!.scrollIntoView();
      await setPageLanguage('sv');
      expect(page.isOpen, 'it stays open meanwhile').to.equal(true);
      await page.shows('Säkerhet och inloggning');
      await page.element.updateComplete;
      const top = box.getBoundingClientRect().top;
      const section = page.root.querySelector('[data-section="security"]')!.getBoundingClientRect();
      expect(section.top - top).to.be.within(-40, 40);
    });

    it('keeps the decision, whichever language it was made in', async () => {
      await setPageLanguage('sv');
      const page = await openDialog();
      await page.press('Godkänn');
      await page.closes();
      expect(page.element.decision?.lang).to.equal('sv');
      await setPageLanguage('en');
      await aMoment();
      expect(page.isOpen).to.be.false;
      expect(page.element.decision).to.include({ lang: 'sv', decision: 'accepted' });
    });

    it('sends the language that was read', async () => {
      await setPageLanguage('sv-SE');
      const service = cannedTermsService();
      const page = await openDialog({ service });
      await page.press('Godkänn');
      await page.closes();
      expect(service.decisions[0]?.request.lang).to.equal('sv');
    });
  });

  describe('must show 10: terms to come', () => {
    const later = versionOf('en', { version: '2099-02-01', effective: '2099-02-01' }, sixtyDays);

    it('announces them with their date and lets them be accepted early', async () => {
      const service = cannedTermsService({
        accepted: ACCEPTED,
        upcoming: { version: '2099-02-01', effective: '2099-02-01' },
        versions: { '2099-02-01': { en: later } },
      });
      const page = await openDialog({ service, attributes: { open: true } });
      await page.shows('New terms apply from 1 February 2099');
      const described = page.button('Read the new terms').getAttribute('aria-describedby') ?? '';
      expect(textOf(page.root.getElementById(described))).to.equal(
        'New terms apply from 1 February 2099. You can read them and accept them now.',
      );
      await page.press('Read the new terms');
      await page.shows('Version 2099-02-01');
      await page.press('Accept');
      await page.closes();
      expect(service.decisions[0]?.request).to.include({
        version: '2099-02-01',
        decision: 'accepted',
      });
    });

    it('goes back from the coming terms to the present ones', async () => {
      const service = cannedTermsService({
        accepted: ACCEPTED,
        upcoming: { version: '2099-02-01', effective: '2099-02-01' },
        versions: { '2099-02-01': { en: later } },
      });
      const page = await openDialog({ service, attributes: { mode: 'view', open: true } });
      await page.press('Read the new terms');
      await page.shows('Version 2099-02-01');
      await page.press('Back to the current terms');
      await page.shows('Version 2026-11-22');
    });

    it('does not ask yet when a static text applies later and an earlier one is accepted', async () => {
      const page = await dialog({
        attributes: { 'accepted-version': '2026-11-22' },
        children: markdownScript(later),
      });
      await until(() => page.element.terms, 'the text is there');
      await aMoment();
      expect(page.isOpen).to.be.false;
      page.element.show();
      await page.shows('These terms apply from 1 February 2099');
    });
  });

  it('shows in view which version was accepted and when, in Swedish time', async () => {
    const page = await openDialog({
      service: cannedTermsService({ accepted: ACCEPTED }),
      attributes: { mode: 'view', open: true },
    });
    await page.shows('You accepted this version on 23 November 2026 at 09:14.');
    expect(page.parts('accept').length).to.equal(0);
  });

  it('lets people read the very version that they accepted', async () => {
    const newer = versionOf('en', { version: '2027-01-01', material: false }, sixtyDays);
    const service = cannedTermsService({
      current: { en: newer },
      versions: { '2026-11-22': TERMS },
      accepted: ACCEPTED,
      decisionNeeded: false,
    });
    const page = await openDialog({ service, attributes: { mode: 'view', open: true } });
    await page.press('Read the version you accepted (2026-11-22)');
    await page.shows('at least 30 days before the closure');
  });
});
