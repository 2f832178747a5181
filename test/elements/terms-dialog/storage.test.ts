import { aTimeout, expect } from '@open-wc/testing';
import { resetPage, setWindow, until } from '../../support/page.js';
import { dialog, openDialog } from '../../support/terms-dialog.js';

describe('lucka-terms-dialog, what is remembered', () => {
  before(() => setWindow(1280, 900));
  afterEach(resetPage);

  it('remembers on the device which text was accepted, and nothing about the person', async () => {
    const first = await openDialog();
    await first.press('Accept');
    await first.closes();
    const stored = JSON.parse(localStorage.getItem('lucka:terms:my-page')!) as Record<
      string,
      unknown
    >;
    expect(Object.keys(stored).sort()).to.deep.equal([
      'decidedAt',
      'decision',
      'digest',
      'documentId',
      'lang',
      'version',
    ]);
    first.element.remove();
    const second = await dialog();
    await until(() => second.element.terms, 'the text is there');
    await aTimeout(200);
    expect(second.isOpen).to.be.false;
    expect(second.element.decision).to.include({ decision: 'accepted', version: '2026-11-22' });
  });

  it('leaves nothing on the device with storage="none"', async () => {
    const page = await openDialog({ attributes: { storage: 'none' } });
    await page.press('Accept');
    await page.closes();
    expect(localStorage).to.have.length(0);
  });

  it('does not believe what others wrote under its name', async () => {
    localStorage.setItem('lucka:terms:my-page', '{"version": 7');
    await openDialog();
  });

  it('works with storage blocked (must show 9): the decision lasts for the page’s life', async () => {
    const original = Object.getOwnPropertyDescriptor(window, 'localStorage')!;
    Object.defineProperty(window, 'localStorage', {
      configurable: true,
      get: () => {
        throw new DOMException('blocked', 'SecurityError');
      },
    });
    try {
      const first = await openDialog({ attributes: { 'terms-id': 'my-page' } });
      await first.press('Accept');
      await first.closes();
      first.element.remove();
      const second = await dialog();
      await until(() => second.element.terms, 'the text is there');
      await aTimeout(200);
      expect(second.isOpen).to.be.false;
    } finally {
      Object.defineProperty(window, 'localStorage', original);
    }
  });
});
