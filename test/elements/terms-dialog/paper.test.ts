import { expect } from '@open-wc/testing';
import { cannedTermsService } from '../../../stories/services.js';
import { count, resetPage, setWindow, until } from '../../support/page.js';
import { dialog, openDialog } from '../../support/terms-dialog.js';

/** Catches what would be offered for download. */
function downloads(): {
  readonly files: { name: string; text: Promise<string> }[];
  restore(): void;
} {
  const files: { name: string; text: Promise<string> }[] = [];
  const blobs = new Map<string, Blob>();
  const { createObjectURL } = URL;
  const { click } = HTMLAnchorElement.prototype;
  URL.createObjectURL = (blob: Blob) => {
    const address = createObjectURL.call(URL, blob);
    blobs.set(address, blob);
    return address;
  };
  HTMLAnchorElement.prototype.click = function () {
    files.push({ name: this.download, text: blobs.get(this.href)!.text() });
  };
  return {
    files,
    restore: () => {
      URL.createObjectURL = createObjectURL;
      HTMLAnchorElement.prototype.click = click;
    },
  };
}

describe('lucka-terms-dialog, must show 7: paper', () => {
  before(() => setWindow(1280, 900));
  afterEach(resetPage);

  it('prints every section, title, version, date and the address of the page', async () => {
    const page = await openDialog();
    let printed = 0;
    // The frame appears before it is printed; its own window prints, not ours.
    const frames = new MutationObserver(() => {
      const frame = page.root.querySelector('iframe');
      if (frame?.contentWindow) frame.contentWindow.print = () => void printed++;
    });
    frames.observe(page.root, { childList: true });
    await page.element.print();
    expect(printed).to.equal(1);
    const sheet = page.root.querySelector('iframe')!.contentDocument!;
    expect(count(sheet, 'h1')).to.equal(1);
    const sections = [...sheet.querySelectorAll('h2')].map((heading) => heading.textContent);
    expect(sections.filter((title) => !title?.startsWith('Summary'))).to.have.length(15);
    expect(sheet.body.textContent).to.contain('Version 2026-11-22').and.contain(location.href);
    expect(sheet.body.textContent).to.match(/Read on \d+ \w+ \d{4}/);
    expect(count(sheet, 'style')).to.equal(0);
    frames.disconnect();
  });

  it('downloads the same as a page, with every heading', async () => {
    const caught = downloads();
    try {
      const page = await dialog({ attributes: { manual: true } });
      await page.element.download('html');
      await until(() => caught.files.length, 'a file is offered');
      const { name, text } = caught.files[0]!;
      expect(name).to.equal('my-page-2026-11-22-en.html');
      const file = new DOMParser().parseFromString(await text, 'text/html');
      expect(file.documentElement.lang).to.equal('en');
      expect(count(file, 'h2')).to.equal(16);
      expect(count(file, 'meta[charset]')).to.be.above(0);
      expect(await text).not.to.contain('lit$');
    } finally {
      caught.restore();
    }
  });

  it('downloads the very Markdown that the digest is made from', async () => {
    const caught = downloads();
    try {
      const page = await dialog({ attributes: { manual: true } });
      await page.element.download('markdown');
      const text = await caught.files[0]!.text;
      const bytes = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
      const digest = `sha256-${btoa(String.fromCharCode(...new Uint8Array(bytes)))}`;
      page.element.show();
      await page.opens();
      expect(digest).to.equal(page.element.terms?.digest);
    } finally {
      caught.restore();
    }
  });

  it('gives a receipt that people can read and machines too', async () => {
    const caught = downloads();
    try {
      const page = await openDialog({ service: cannedTermsService() });
      await page.press('Decline');
      await page.shows('You have declined the terms');
      await page.press('Download my receipt');
      await until(() => caught.files.length, 'a file is offered');
      const file = new DOMParser().parseFromString(await caught.files[0]!.text, 'text/html');
      expect(file.querySelector('dl')?.textContent)
        .to.contain('Declined')
        .and.contain('The agency');
      const record: unknown = JSON.parse(file.querySelector('pre')!.textContent);
      expect(record).to.deep.equal(JSON.parse(JSON.stringify(page.element.decision)));
    } finally {
      caught.restore();
    }
  });

  it('has no receipt before a decision', async () => {
    const page = await dialog({ attributes: { manual: true } });
    const error: unknown = await page.element
      .download('receipt')
      .catch((reason: unknown) => reason);
    expect(String(error)).to.contain('nothing was decided');
  });
});
