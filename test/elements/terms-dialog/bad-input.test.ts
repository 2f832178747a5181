import { aTimeout, expect } from '@open-wc/testing';
import { html } from 'lit';
import { PROGRESS_MS } from '../../../src/shared/timers.js';
import { cannedTermsService, serviceError, versionOf } from '../../../stories/services.js';
import {
  axeViolations,
  count,
  eventsOf,
  expectFocusOn,
  markdownScript,
  resetPage,
  setWindow,
  textOf,
  until,
  warnings,
} from '../../support/page.js';
import { dialog, openDialog } from '../../support/terms-dialog.js';

const fallback = html`<a href="/terms">The terms as a page</a>`;
const addressOf = (text: BlobPart, type = 'text/markdown') =>
  URL.createObjectURL(new Blob([text], { type }));
const windows1252 = (text: string) =>
  new Uint8Array([...text].map((letter) => letter.charCodeAt(0)));

describe('lucka-terms-dialog, bad input', () => {
  before(() => setWindow(1280, 900));
  afterEach(resetPage);

  it('falls back to what is safe for an unknown attribute value, and warns once', async () => {
    const caught = warnings();
    try {
      const page = await openDialog({
        attributes: { mode: 'gaet', 'heading-level': '9', storage: 'disk' },
      });
      expect(page.parts('accept').length).to.equal(1);
      expect(page.part('heading')?.localName).to.equal('h2');
      await page.press('Accept');
      await page.closes();
      const told = caught.texts.filter((text) => text.startsWith('[lucka]'));
      expect(told).to.have.length(3);
      expect(told.join('\n')).to.contain('<lucka-terms-dialog> mode: "gaet"');
    } finally {
      caught.restore();
    }
  });

  it('ignores what a page assigns to read-only properties', async () => {
    const caught = warnings();
    try {
      const page = await openDialog();
      page.element.terms = undefined;
      page.element.decision = undefined;
      expect(page.element.decision === undefined, 'no decision yet').to.be.true;
      expect((page.element.terms as { version: string } | undefined)?.version).to.equal(
        '2026-11-22',
      );
      expect(caught.texts.filter((text) => text.includes('is read-only'))).to.have.length(2);
    } finally {
      caught.restore();
    }
  });

  for (const [what, src, code] of [
    ['an address that answers 404', '/missing.md', 'http'],
    [
      'a web page instead of Markdown',
      addressOf('<!doctype html><p>Log in', 'text/html'),
      'not-text',
    ],
    ['an empty file', addressOf(' \n'), 'empty'],
    ['undeclared Windows-1252', addressOf(windows1252('Användarvillkor')), 'wrong-charset'],
    ['5 MB of Markdown', addressOf('word '.repeat(1_000_000)), 'too-large'],
    ['broken front matter', addressOf('---\ntitle: "never closed\n---\n## A {#a}\n'), 'content'],
    ['an address that is none', 'http://', 'network'],
  ] as const) {
    it(`says that the terms could not be loaded, with a way on, for ${what}`, async () => {
      const page = await dialog({ attributes: { src }, children: fallback });
      const errors = eventsOf(page.element, 'lucka-terms-error');
      await page.fails();
      expect(errors.map((error) => error.code)).to.deep.equal([code]);
      expect(textOf(page.part('error'))).to.contain('could not be loaded');
      expect(page.part('error')!.querySelector('slot')!.assignedElements()[0]).to.have.property(
        'localName',
        'a',
      );
      expect(textOf(page.modal)).to.contain('077-123 52 35');
      expect(page.parts('accept').length).to.equal(0);
      expect(await axeViolations(page.element)).to.deep.equal([]);
      await page.press('Close');
      await page.closes();
    });
  }

  it('shows a text in the characters that the server declares', async () => {
    const src = addressOf(
      windows1252('# Villkor på svenska'),
      'text/markdown;charset=windows-1252',
    );
    const page = await openDialog({ attributes: { src } });
    expect(page.heading).to.equal('Villkor på svenska');
  });

  it('tries again when asked', async () => {
    const service = cannedTermsService({ readFailure: serviceError('internal', 500) });
    const page = await dialog({ service });
    await page.fails();
    expectFocusOn(page.part('error'));
    service.serve({ readFailure: undefined });
    await page.press('Try again');
    await page.opens();
    expect(page.parts('error').length).to.equal(0);
    expectFocusOn(page.part('body'));
    await aTimeout(PROGRESS_MS + 100);
    expect(page.status).to.equal('');
  });

  it('says that the text is being loaded again where that takes a while', async () => {
    const canned = cannedTermsService({ readFailure: serviceError('internal', 500) });
    let reading = Promise.resolve();
    const page = await dialog({
      service: {
        ...canned,
        getTerms: async (...parameters) => {
          await reading;
          return canned.getTerms(...parameters);
        },
      },
    });
    await page.fails();
    let answer = () => {};
    reading = new Promise((resolve) => (answer = resolve));
    await page.press('Try again');
    await aTimeout(100);
    // A quick answer would come first.
    expect(page.status).to.equal('');
    await until(() => page.status === 'The text is being loaded.', 'the person is told');
    canned.serve({ readFailure: undefined });
    answer();
    await page.opens();
    await until(() => page.status === '', 'it is no longer so');
  });

  it('moves the focus to the error each time the text cannot be loaded', async () => {
    const service = cannedTermsService({ readFailure: serviceError('internal', 500) });
    const page = await dialog({ service, attributes: { mode: 'view' } });
    page.element.show();
    await page.fails();
    expectFocusOn(page.part('error'));
    await page.press('Try again');
    await until(() => service.reads.length > 1 && page.part('error'), 'it fails again');
    await until(() => page.root.activeElement === page.part('error'), 'the error has the focus');
    // Not that the text is being loaded.
    expect(page.status).to.equal('');
  });

  it('moves the focus to the text when it is read again', async () => {
    const page = await openDialog({ service: cannedTermsService() });
    await page.press('Decline');
    await page.shows('You have declined the terms');
    await page.press('Read the terms again');
    await until(() => page.part('accept'), 'the terms are there');
    expectFocusOn(page.part('body'));
    expect(page.part('body')?.getAttribute('aria-describedby')).to.equal('version');
  });

  it('says so, and asks nothing, when the server has retired the terms', async () => {
    const service = cannedTermsService({ readFailure: serviceError('retired', 410) });
    const page = await dialog({ service });
    await aTimeout(300);
    expect(page.isOpen).to.be.false;
    page.element.show();
    await page.shows('These terms no longer apply');
    expect(textOf(page.part('error'))).to.equal(
      'These terms no longer apply You do not need to accept or decline them.',
    );
  });

  it('refuses a server that answers something else than the contract', async () => {
    const service = cannedTermsService();
    service.getTerms = async () => ({ version: 7 }) as never;
    const page = await dialog({ service });
    await page.fails();
    expect(page.parts('accept').length).to.equal(0);
  });

  it('lets people be who have accepted when the terms cannot be loaded', async () => {
    const page = await dialog({ attributes: { src: '/missing.md', 'accepted-version': '1' } });
    const errors = eventsOf(page.element, 'lucka-terms-error');
    await until(() => errors.length, 'the page is told');
    expect(page.isOpen).to.be.false;
  });

  it('shows raw HTML as text and makes no link of a script', async () => {
    const text = versionOf('en', { version: 'x' }, (all) =>
      all.replace(
        '## About',
        'A <img src=x onerror=alert(1)> and [here](javascript:alert(1)), <b>bold</b>.\n\n## About',
      ),
    );
    const page = await openDialog({ children: markdownScript(text) });
    const section = page.part('section')!;
    expect(textOf(section)).to.contain('<img src=x onerror=alert(1)>').and.contain('<b>bold</b>');
    expect(count(section, 'img, b, a')).to.equal(0);
    const links = [...page.part('body')!.querySelectorAll('a')].map(
      (link) => link.getAttribute('href') ?? '',
    );
    expect(links.filter((href) => !/^(?:https:|mailto:|tel:|#)/.test(href))).to.deep.equal([]);
  });

  it('shows a text that passes the limits of the reader as plain text, which can be accepted', async () => {
    const page = await openDialog({ children: markdownScript(`${'>'.repeat(100)} deep\n\nplain`) });
    expect(textOf(page.part('body'))).to.contain('>>>> deep');
    await page.press('Accept');
    await page.closes();
  });
});
