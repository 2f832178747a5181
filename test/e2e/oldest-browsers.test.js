import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { renderElement } from 'lucka/ssr.js';
import { allDrawn, ELEMENTS, hostSite, LOADER } from '../support/host-site.js';
import { assertAllSeen } from '../support/looks.js';

/**
 * Safari 16.4 and Firefox 115 cannot be had for a test, so what they lack of what we use is taken from a newer browser: styles by
 * another name, which it does not know, and members of its interfaces. Chromium 109 is tested itself (test/old-browsers).
 *
 * @type {Record<string, { names: RegExp, members: string[] }>}
 */
const LACKING = {
  'Safari 16.4': {
    names: /light-dark(?=\()|text-wrap(?=:)|closedby|scripting(?=:)|hyphens(?=:)/g,
    members: ['AbortSignal.any', 'ElementInternals.prototype.states'],
  },
  'Firefox 115': {
    names: /light-dark(?=\()|text-wrap(?=:)|closedby|(?<=:)has(?=\()|hyphenate-limit-chars/g,
    members: [
      ...['AbortSignal.any', 'ElementInternals.prototype.states'],
      ...['ariaBusy', 'ariaHidden', 'ariaLabel'].map((name) => `Element.prototype.${name}`),
    ],
  },
};

/** In the page. @param {string[]} members */
function takeAway(members) {
  for (const member of members) {
    const [name = '', ...path] = member.split('.');
    const last = path.pop() ?? '';
    const owner = path.reduce((place, key) => place[key], /** @type {any} */ (window)[name]);
    delete owner[last];
  }
}

const ALL = Object.values(ELEMENTS).join('');

for (const [name, { names, members }] of Object.entries(LACKING))
  describe(`without what ${name} lacks`, () => {
    /** @type {Awaited<ReturnType<typeof hostSite>>} */
    let site;
    before(async () => {
      const change = (/** @type {Buffer} */ file) => file.toString().replace(names, 'unknown-$&');
      site = await hostSite({ change });
    });
    after(() => site?.close());

    /** @param {string} body @param {{ head?: string }} [options] */
    async function open(body, options) {
      const { page, faults } = await site.open('');
      await page.addInitScript(takeAway, members);
      site.files.set(
        '/lacking',
        `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Page</title>${options?.head ?? ''}</head><body>${body}</body></html>`,
      );
      await page.goto(`${site.base}/lacking`);
      return { page, faults };
    }

    test('it lacks them', async () => {
      const { page } = await open('');
      const css = await (await fetch(`${site.base}/cdn/styles/terms-dialog.css`)).text();
      assert.match(css, /unknown-light-dark\(/);
      assert.doesNotMatch(css, /(?<!unknown-)light-dark/);
      const left = await page.evaluate(
        (all) =>
          all.filter((member) => {
            const [name = '', ...path] = member.split('.');
            const last = path.pop() ?? '';
            return (
              last in path.reduce((place, key) => place[key], /** @type {any} */ (window)[name])
            );
          }),
        members,
      );
      assert.deepEqual(left, []);
    });

    for (const scheme of ['light', 'dark'])
      test(`all five can be seen on a ${scheme} page`, async () => {
        site.files.set(
          '/page.css',
          `html { color-scheme: ${scheme}; background: ${{ light: '#fff', dark: '#111' }[scheme]} }`,
        );
        const { page, faults } = await open(`${ALL}${LOADER}`, {
          head: '<link rel="stylesheet" href="/page.css">',
        });
        await allDrawn(page);
        await page.getByRole('heading', { name: 'Slow' }).waitFor();
        await assertAllSeen(page, { texts: 100, controls: 8 });
        assert.deepEqual(faults, []);
      });

    test('Escape closes no dialog that waits for a choice, and what is printed is hidden from screen readers', async () => {
      const { page, faults } = await open(`${ELEMENTS['terms-dialog']}${LOADER}`);
      const dialog = page.getByRole('dialog');
      await dialog.waitFor();
      await page.keyboard.press('Escape');
      await page.keyboard.press('Escape');
      assert.equal(await dialog.isVisible(), true);
      const hidden = page.evaluate(
        () =>
          new Promise((resolve) => {
            const root = document.querySelector('lucka-terms-dialog')?.shadowRoot;
            new MutationObserver(() => {
              const frame = root?.querySelector('iframe');
              if (!frame?.contentWindow) return;
              frame.contentWindow.print = () => {};
              setTimeout(() => resolve(frame.getAttribute('aria-hidden')));
            }).observe(/** @type {ShadowRoot} */ (root), { childList: true });
          }),
      );
      await page.getByRole('button', { name: 'Print' }).click();
      assert.equal(await hidden, 'true');
      await page.getByRole('button', { name: 'Accept' }).click();
      await dialog.waitFor({ state: 'hidden' });
      assert.deepEqual(faults, []);
    });

    test('an answer that has the focus or is chosen can be told from the others', async () => {
      const { page, faults } = await open(`${ELEMENTS['document-wizard']}${LOADER}`);
      await page.getByRole('button', { name: 'Start' }).press('Enter');
      const answer = page.getByRole('radio', { name: 'No', exact: true });
      await answer.press('Space');
      const look = await answer.evaluate((mark) => {
        const row = /** @type {Element} */ (mark.closest('label'));
        const outlines = [mark, row].map((element) => getComputedStyle(element));
        return {
          isRinged: outlines.some(
            ({ outlineStyle, outlineWidth }) =>
              outlineStyle === 'solid' && parseFloat(outlineWidth) >= 2,
          ),
          isFilled: getComputedStyle(mark, '::before').borderTopWidth !== '0px',
        };
      });
      assert.deepEqual(look, { isRinged: true, isFilled: true });
      await assertAllSeen(page, { texts: 5, controls: 4 });
      assert.deepEqual(faults, []);
    });

    test('what a server rendered is taken over, and has no dead button where no script runs', async () => {
      const html = await renderElement('document-wizard', {
        stylesheet: '/cdn/styles/document-wizard.css',
        children: '<p><a href="/else">Another way</a></p>',
      });
      const { page, faults } = await open(`${html}${LOADER}`);
      await allDrawn(page);
      await page.getByRole('button', { name: 'Start' }).click();
      await page.getByRole('radio', { name: 'No', exact: true }).waitFor();
      assert.deepEqual(faults, []);
      // Firefox has no declarative shadow roots before 123, so there the page's own words stay.
      if (name === 'Firefox 115') return;
      const context = await site.browser.newContext({ javaScriptEnabled: false });
      const quiet = await context.newPage();
      await quiet.goto(`${site.base}/lacking`);
      assert.equal(await quiet.getByRole('button').count(), 0);
      assert.equal(await quiet.getByRole('link', { name: 'Another way' }).isVisible(), true);
    });
  });
