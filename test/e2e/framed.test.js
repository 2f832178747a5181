import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { hostSite, LOADER } from '../support/host-site.js';

const HOSTILE = 'javascript:parent.document.title="run"';

/** A disturbance now, with a link that a server gave. @param {string} moreHref */
function disturbance(moreHref) {
  const text = { en: 'Slow', sv: 'Trögt' };
  const notice = {
    ...{ id: 'slow', revision: 1, kind: 'disruption', reason: 'operational', scope: 'part' },
    ...{ publishedAt: '2026-01-01T00:00:00Z', startsAt: '2026-01-01T00:00:00Z' },
    ...{ affected: ['messages'], impact: 'slow', title: text, body: text, moreHref },
  };
  const json = JSON.stringify({ notices: [notice] });
  return `<lucka-maintenance-banner storage="none" more-href='${moreHref}'><script type="application/json">${json}</script></lucka-maintenance-banner>`;
}

const escaped = (/** @type {string} */ html) =>
  html.replaceAll('&', '&amp;').replaceAll('"', '&quot;');

/** Documents whose own address says nothing of their origin, as previews of content systems are. */
describe('elements in documents without an address of their own', () => {
  /** @type {Awaited<ReturnType<typeof hostSite>>} */
  let site;
  before(async () => {
    site = await hostSite();
  });
  after(() => site?.close());

  /** How such a document is put on a page. @type {Record<string, (body: string) => string>} */
  const FRAMES = {
    srcdoc: (body) => `<iframe title="Preview" srcdoc="${escaped(body)}"></iframe>`,
    'sandboxed srcdoc': (body) =>
      `<iframe title="Preview" sandbox="allow-scripts allow-popups" srcdoc="${escaped(body)}"></iframe>`,
    data: (body) =>
      `<iframe title="Preview" src="data:text/html,${encodeURIComponent(body)}"></iframe>`,
  };

  /** @param {string} kind @param {string} body */
  async function framed(kind, body) {
    const script = LOADER.replace('/cdn/', `${site.base}/cdn/`);
    const frame = FRAMES[kind]?.(
      `<!doctype html><html lang="en"><body>${body}${script}</body></html>`,
    );
    const opened = await site.open('', { policy: '' });
    const { page } = opened;
    site.files.set('/outer', `<!doctype html><title>Outer</title>${frame}`);
    site.policies.set('/outer', '');
    await page.goto(`${site.base}/outer`);
    const [, inner] = page.frames();
    assert.ok(inner);
    await inner.waitForFunction(() =>
      [...document.querySelectorAll('*')].some(({ shadowRoot }) =>
        shadowRoot?.querySelector('.root'),
      ),
    );
    return { ...opened, inner: page.frameLocator('iframe'), frame: inner };
  }

  for (const kind of Object.keys(FRAMES)) {
    test(`make no link of a script that a server or the page gives: ${kind}`, async () => {
      const { page, inner, frame } = await framed(kind, disturbance(HOSTILE));
      await inner.getByText('Slow').first().waitFor();
      const links = await frame.evaluate(() =>
        [...document.querySelectorAll('*')].flatMap(({ shadowRoot }) =>
          [...(shadowRoot?.querySelectorAll('a') ?? [])].map(({ href }) => href),
        ),
      );
      assert.deepEqual(links, []);
      assert.equal(await page.title(), 'Outer');
    });

    test(`link to web pages, mail and telephone: ${kind}`, async () => {
      for (const address of [
        'https://news.example/',
        'mailto:a@news.example',
        'tel:+46771235235',
      ]) {
        const { inner } = await framed(kind, disturbance(address));
        await inner.locator(`a[href="${address}"]`).first().waitFor();
      }
    });
  }
});
