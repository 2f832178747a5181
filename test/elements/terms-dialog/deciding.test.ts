import { aTimeout, expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { PROGRESS_MS } from '../../../src/shared/timers.js';
import { cannedTermsService, serviceError, versionOf } from '../../../stories/services.js';
import {
  axeViolations,
  count,
  eventsOf,
  expectFocusOn,
  focused,
  resetPage,
  setWindow,
  textOf,
  until,
} from '../../support/page.js';
import { dialog, openDialog } from '../../support/terms-dialog.js';

describe('lucka-terms-dialog, deciding', () => {
  before(() => setWindow(1280, 900));
  afterEach(resetPage);

  it('asks the page first, which may stop it', async () => {
    const service = cannedTermsService();
    const page = await openDialog({ service });
    const asked = eventsOf(page.element, 'lucka-terms-decide');
    page.element.addEventListener('lucka-terms-decide', (event) => event.preventDefault(), {
      once: true,
    });
    await page.press('Accept');
    await until(() => asked.length, 'the page is asked');
    expect(asked[0]).to.include({ decision: 'accepted', version: '2026-11-22', cancelable: true });
    expect(service.decisions).to.have.length(0);
    expect(page.isOpen).to.be.true;
  });

  it('saves what was read: version, language, digest', async () => {
    const service = cannedTermsService();
    const page = await openDialog({ service });
    const accepted = eventsOf(page.element, 'lucka-terms-accepted');
    await page.press('Accept');
    await page.closes();
    expect(service.decisions[0]?.request).to.include({
      version: '2026-11-22',
      lang: 'en',
      decision: 'accepted',
    });
    expect(service.decisions[0]?.request.digest).to.match(/^sha256-[\w+/]{43}=$/);
    const { record } = accepted[0]!;
    expect(record).to.include({
      documentId: 'my-page',
      method: 'web dialog',
      jurisdiction: 'SE',
      verified: true,
    });
    expect(record.receiptId, 'the server’s receipt is part of the record').to.be.a('string');
    expect(JSON.stringify(record)).not.to.match(/consent/i);
    expect(page.element.decision).to.deep.equal(record);
  });

  for (const code of ['constructor', '__proto__', 'toString']) {
    it(`has words for the problem "${code}", and saves at the next try`, async () => {
      const service = cannedTermsService({ failures: [serviceError(code, 400)] });
      const page = await openDialog({ service });
      await page.press('Accept');
      await page.shows('There is a problem with the service. Try again later.');
      await page.press('Accept – try again');
      await page.closes();
    });

    it(`opens and says so when the text cannot be loaded for "${code}"`, async () => {
      const page = await dialog({
        service: cannedTermsService({ readFailure: serviceError(code, 400) }),
      });
      await page.shows('There is a problem with the service. Try again later.');
    });
  }

  for (const receipt of [
    { decision: 'constructor' },
    { decision: 'declined' },
    { version: '1999-01-01' },
    { decision: undefined },
  ])
    it(`takes no receipt of another decision for this one: ${JSON.stringify(receipt)}`, async () => {
      const service = cannedTermsService();
      const { decideTerms } = service;
      service.decideTerms = async (...call) =>
        ({ ...(await decideTerms(...call)), ...receipt }) as Awaited<
          ReturnType<typeof decideTerms>
        >;
      const page = await openDialog({ service });
      const told = [
        eventsOf(page.element, 'lucka-terms-accepted'),
        eventsOf(page.element, 'lucka-terms-declined'),
      ];
      const errors = eventsOf(page.element, 'lucka-terms-error');
      await page.press('Accept');
      await page.shows('There is a problem with the service. Try again later.');
      expect(told.flat()).to.have.length(0);
      expect(errors[0]?.code).to.equal('malformed-answer');
      expect(page.isOpen).to.be.true;
    });

  it('does not say that a choice is being saved when it is saved at once', async () => {
    const page = await openDialog({ service: cannedTermsService() });
    await page.press('Decline');
    await page.shows('You have declined the terms');
    await aTimeout(PROGRESS_MS + 100);
    expect(page.status).to.equal('');
  });

  it('sends one decision for a double click', async () => {
    let answer = () => {};
    const service = cannedTermsService({
      pause: new Promise<void>((resolve) => (answer = resolve)),
    });
    const page = await openDialog({ service });
    await page.press('Accept');
    await until(() => service.decisions.length, 'it is sent');
    // A quick answer would come first.
    expect(page.status).to.equal('');
    await until(() => page.status.includes('Saving your choice'), 'the person is told');
    expect(page.part('accept')?.getAttribute('aria-disabled')).to.equal('true');
    await page.press('Accept');
    await page.press('Decline');
    answer();
    await page.closes();
    expect(service.decisions).to.have.length(1);
  });

  describe('must show 3: the server answers 500', () => {
    it('fires no accepted event, stays open with the error in focus, and retries with the same key', async () => {
      const service = cannedTermsService({ failures: [serviceError('internal', 500)] });
      const page = await openDialog({ service });
      const accepted = eventsOf(page.element, 'lucka-terms-accepted');
      const errors = eventsOf(page.element, 'lucka-terms-error');
      await page.press('Accept');
      await page.fails();
      expect(accepted).to.have.length(0);
      expect(errors[0]).to.include({ code: 'internal', retryable: true });
      expect(page.isOpen).to.be.true;
      expectFocusOn(page.part('error'));
      expect(textOf(page.part('error')))
        .to.contain('not saved')
        .and.contain('077-123 52 35');
      expect(await axeViolations(page.element)).to.deep.equal([]);
      await page.press('Accept – try again');
      await page.closes();
      expect(service.decisions).to.have.length(2);
      expect(service.decisions[1]?.key).to.equal(service.decisions[0]?.key);
      expect(accepted).to.have.length(1);
    });

    it('takes another key for another choice', async () => {
      const service = cannedTermsService({ failures: [serviceError('internal', 500)] });
      const page = await openDialog({ service });
      await page.press('Accept');
      await page.fails();
      await page.press('Decline');
      await page.shows('You have declined the terms');
      expect(service.decisions[1]?.key).not.to.equal(service.decisions[0]?.key);
    });
  });

  it('does not claim to know what became of a choice that got no answer', async () => {
    const service = cannedTermsService({ failures: [serviceError('network', 0)] });
    const page = await openDialog({ service });
    await page.press('Accept');
    await page.fails();
    expect(textOf(page.part('error')))
      .to.contain('It is not clear')
      .and.contain('will be counted only once');
  });

  it('keeps the place and says how to log in again after a 401', async () => {
    const problem = { loginHref: `${location.origin}/log-in` };
    const service = cannedTermsService({
      failures: [serviceError('login-required', 401, { problem })],
    });
    const page = await openDialog({ service });
    await page.press('Accept');
    await page.fails();
    const link = page.part('error')?.querySelector<HTMLAnchorElement>('a[target]');
    expect(link?.href).to.equal(problem.loginHref);
    expect(page.isOpen).to.be.true;
  });

  it('never follows a log-in address that is a script', async () => {
    const problem = { loginHref: 'javascript:alert(1)' };
    const service = cannedTermsService({
      failures: [serviceError('login-required', 401, { problem })],
    });
    const page = await openDialog({ service });
    await page.press('Accept');
    await page.fails();
    expect(count(page.part('error'), 'a[target]')).to.equal(0);
  });

  it('does not offer to try again what fails until the page is reloaded', async () => {
    const service = cannedTermsService({ failures: [serviceError('csrf', 403)] });
    const page = await openDialog({ service });
    await page.press('Accept');
    await page.fails();
    expect(textOf(page.part('error'))).to.contain('Reload the page, then choose again.');
    expect(textOf(page.part('error')?.querySelector('button'))).to.equal('Reload the page');
    expect(textOf(page.part('accept'))).to.equal('Accept');
  });

  it('waits as long as a busy server asks', async () => {
    const service = cannedTermsService({
      failures: [serviceError('rate-limited', 429, { retryAfter: 90 })],
    });
    const page = await openDialog({ service });
    await page.press('Accept');
    await page.fails();
    expect(textOf(page.part('error'))).to.match(/Try again after \d\d:\d\d/);
    await page.press('Accept – try again');
    expect(service.decisions).to.have.length(1);
    expect(page.status).to.contain('Wait a few minutes');
  });

  it('lets the person choose again when a busy server takes requests again', async () => {
    const service = cannedTermsService({
      failures: [serviceError('rate-limited', 429, { retryAfter: 1 })],
    });
    const page = await openDialog({ service });
    await page.press('Accept');
    await page.fails();
    expect(page.part('accept')?.getAttribute('aria-disabled')).to.equal('true');
    await until(
      () => !page.part('accept')?.hasAttribute('aria-disabled'),
      'it can be chosen again',
    );
    await page.press('Accept – try again');
    await page.closes();
  });

  describe('must show 5: the text changed meanwhile', () => {
    it('shows the newer text after a 409 before anything can be accepted', async () => {
      const newer = versionOf('en', { version: '2027-01-01' }, (text) =>
        text.replace('at least 30 days before the closure', 'at least 60 days before the closure'),
      );
      const service = cannedTermsService({ failures: [serviceError('stale-version', 409)] });
      const page = await openDialog({ service });
      service.serve({ current: { en: newer } });
      await page.press('Accept');
      await page.shows('Version 2027-01-01');
      await until(() => page.part('changes')?.querySelector('ins'), 'the difference is shown');
      expect(textOf(page.part('error'))).to.contain('changed while you were reading');
      expect(service.decisions.map(({ request }) => request.version)).to.deep.equal(['2026-11-22']);
      await page.press('Accept');
      await page.closes();
      expect(service.decisions.at(-1)?.request.version).to.equal('2027-01-01');
    });

    it('asks not to accept a text that the service does not have, and to reload the page', async () => {
      const service = cannedTermsService({ failures: [serviceError('digest-mismatch', 422)] });
      const page = await openDialog({ service });
      await page.press('Accept');
      await page.fails();
      const error = page.part('error')!;
      expect(textOf(error)).to.contain('Do not accept these terms.');
      expect([...error.querySelectorAll('button')].map(textOf)).to.deep.equal(['Reload the page']);
      expect(textOf(page.part('accept'))).to.equal('Accept');
    });

    it('cannot accept the older text when the newer one does not load', async () => {
      const service = cannedTermsService({ failures: [serviceError('stale-version', 409)] });
      const page = await openDialog({ service });
      service.serve({ readFailure: serviceError('internal', 500) });
      await page.press('Accept');
      await until(
        () => textOf(page.root.querySelector('#reason')).includes('Wait for the text to load'),
        'the choice is explained',
      );
      await page.press('Accept');
      expect(service.decisions).to.have.length(1);
    });

    it('refuses a text whose digest is not the announced one', async () => {
      const service = cannedTermsService();
      const getTerms = service.getTerms.bind(service);
      service.getTerms = async (...parameters) => ({
        ...(await getTerms(...parameters)),
        digest: `sha256-${'A'.repeat(43)}=`,
      });
      const page = await dialog({ service });
      const errors = eventsOf(page.element, 'lucka-terms-error');
      await page.fails();
      expect(errors[0]).to.include({ code: 'digest-mismatch' });
      // What is wrong, and what to do.
      expect(textOf(page.part('error'))).to.contain('Do not accept these terms.');
      expect(textOf(page.part('error'))).to.contain('Reload the page, then read the terms again.');
      expect([...page.part('error')!.querySelectorAll('button')].map(textOf)).to.include(
        'Reload the page',
      );
      expect(page.parts('body').length).to.equal(0);
      expect(page.parts('accept').length).to.equal(0);
    });

    it('sends the announced digest, unverified, where the page cannot compute it', async () => {
      const { subtle } = crypto;
      const service = cannedTermsService();
      const announced = await service.getTerms('my-page', 'en');
      service.getTerms = async () => announced;
      Object.defineProperty(crypto, 'subtle', { value: undefined, configurable: true });
      try {
        const page = await openDialog({ service });
        await page.press('Accept');
        await page.closes();
        expect(service.decisions[0]?.request.digest).to.equal(announced.digest);
        expect(page.element.decision?.verified).to.be.false;
      } finally {
        Object.defineProperty(crypto, 'subtle', { value: subtle, configurable: true });
      }
    });
  });

  describe('must show 6: decline', () => {
    it('saves, then shows consequences, rights and contact in the open dialog', async () => {
      const service = cannedTermsService();
      const page = await openDialog({ service });
      const declined = eventsOf(page.element, 'lucka-terms-declined');
      await page.press('Decline');
      await page.shows('You have declined the terms');
      expect(page.isOpen).to.be.true;
      expectFocusOn(page.root.querySelector('[role="group"][aria-labelledby="title"]'));
      expect(declined[0]?.record.decision).to.equal('declined');
      const text = textOf(page.modal);
      for (const fact of [
        'cannot continue to My page',
        'right to receive more information',
        '077-123 52 35',
        '601 70 Norrköping',
        'www.migrationsverket.se',
      ]) {
        expect(text).to.contain(fact);
      }
      expect(await axeViolations(page.element)).to.deep.equal([]);
    });

    it('offers the terms again, and Close fires nothing more', async () => {
      const page = await openDialog({ service: cannedTermsService() });
      await page.press('Decline');
      await page.shows('You have declined the terms');
      await page.press('Read the terms again');
      expect(page.parts('body').length).to.equal(1);
      await page.press('Decline');
      await page.shows('You have declined the terms');
      const declined = eventsOf(page.element, 'lucka-terms-declined');
      await page.press('Close');
      await page.closes();
      expect(declined).to.have.length(0);
    });

    it('asks again at the next load', async () => {
      const first = await openDialog();
      await first.press('Decline');
      await first.shows('You have declined the terms');
      await first.press('Close');
      await first.closes();
      first.element.remove();
      await openDialog();
    });

    it('stays in the choice, as after a failed yes, when it could not be saved', async () => {
      const service = cannedTermsService({ failures: [serviceError('internal', 500)] });
      const page = await openDialog({ service });
      await page.press('Decline');
      await page.fails();
      expect(page.heading).not.to.contain('declined');
      await page.press('Decline – try again');
      await page.shows('You have declined the terms');
    });
  });

  describe('ensureAccepted()', () => {
    it('resolves at once when the current version is accepted', async () => {
      const accepted = {
        version: '2026-11-22',
        lang: 'en',
        at: '2026-11-20T10:00:00+01:00',
      } as const;
      const page = await dialog({
        service: cannedTermsService({ accepted }),
        attributes: { manual: true },
      });
      const record = await page.element.ensureAccepted();
      expect(record).to.include({ version: '2026-11-22', decision: 'accepted' });
      expect(page.isOpen).to.be.false;
    });

    it('opens, and resolves with the record when the terms are accepted', async () => {
      const page = await dialog({ attributes: { manual: true } });
      const waiting = page.element.ensureAccepted();
      await page.opens();
      await page.press('Accept');
      expect((await waiting).decision).to.equal('accepted');
    });

    it('rejects with a typed error when they are declined', async () => {
      const page = await dialog({ attributes: { manual: true } });
      const waiting = page.element.ensureAccepted().catch((error: unknown) => error);
      await page.opens();
      await page.press('Decline');
      expect(await waiting).to.include({ name: 'TermsDeclinedError' });
    });

    it('rejects when the dialog is closed without a choice', async () => {
      const page = await dialog({ attributes: { manual: true } });
      const waiting = page.element.ensureAccepted().catch((error: unknown) => error);
      await page.opens();
      page.element.close();
      expect(await waiting).to.include({ name: 'TermsUndecidedError' });
    });

    it('rejects when it is closed and only an earlier version was accepted', async () => {
      const accepted = {
        version: '2025-01-01',
        lang: 'en',
        at: '2025-01-20T10:00:00+01:00',
      } as const;
      const service = cannedTermsService({ accepted, decisionNeeded: true });
      const page = await dialog({ service, attributes: { manual: true } });
      const waiting = page.element.ensureAccepted().catch((error: unknown) => error);
      await page.opens();
      page.element.close();
      expect(await waiting).to.include({ name: 'TermsUndecidedError' });
    });

    it('rejects when the terms do not apply any more', async () => {
      const service = cannedTermsService({ readFailure: serviceError('retired', 410) });
      const page = await dialog({ service, attributes: { manual: true } });
      const waiting = page.element.ensureAccepted().catch((error: unknown) => error);
      expect(await waiting).to.include({ name: 'TermsUndecidedError' });
    });
  });

  it('asks about other terms, also when they have the version that was just accepted', async () => {
    const page = await openDialog({ service: cannedTermsService() });
    await page.press('Accept');
    await page.closes();
    page.element.termsId = 'other-terms';
    await page.opens();
    expect(page.button('Accept').getAttribute('aria-disabled')).to.equal(null);
  });

  it('can be read offline, and says that a choice needs the internet', async () => {
    const page = await openDialog({ service: cannedTermsService() });
    Object.defineProperty(navigator, 'onLine', { value: false, configurable: true });
    try {
      dispatchEvent(new Event('offline'));
      await until(
        () => textOf(page.root.querySelector('#reason')).includes('must be connected'),
        'it says so',
      );
      expect(page.part('accept')?.getAttribute('aria-disabled')).to.equal('true');
    } finally {
      Reflect.deleteProperty(navigator, 'onLine');
    }
    dispatchEvent(new Event('online'));
    await until(
      () => !page.part('accept')?.hasAttribute('aria-disabled'),
      'it can be chosen again',
    );
  });

  it('is decided by keyboard alone', async () => {
    const page = await openDialog();
    for (let press = 0; press < 12 && focused() !== page.part('decline'); press++)
      await sendKeys({ press: 'Tab' });
    expectFocusOn(page.part('decline'));
    await sendKeys({ press: 'Enter' });
    await page.shows('You have declined the terms');
  });
});
