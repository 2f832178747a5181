import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { allDrawn, ELEMENTS, hostSite, LOADER } from '../support/host-site.js';

/** A banner with one notice that starts in three days, on the page itself. */
function plannedNotice() {
  const inDays = (/** @type {number} */ days) =>
    new Date(Date.now() + days * 86_400_000).toISOString();
  const text = { en: 'A night', sv: 'En natt' };
  const notice = {
    ...{
      id: 'night',
      revision: 1,
      kind: 'planned',
      reason: 'maintenance',
      title: text,
      body: text,
    },
    ...{ publishedAt: inDays(-1), startsAt: inDays(3), endsAt: inDays(3.2) },
    ...{ scope: 'part', impact: 'unavailable', affected: ['my-page'], dismissible: true },
  };
  const json = JSON.stringify({ notices: [notice] });
  return `<lucka-maintenance-banner><script type="application/json">${json}</script></lucka-maintenance-banner>`;
}

/** How a page gets the elements, and what that changes on it. */
describe('loading the elements', () => {
  /** @type {Awaited<ReturnType<typeof hostSite>>} */
  let site;
  before(async () => {
    site = await hostSite();
  });
  after(() => site?.close());
  const gate = ELEMENTS['terms-dialog'] ?? '';

  test('is quiet, and done once, when the bundle is there twice', async () => {
    const again = '<script type="module" src="/cdn/lucka.js?again"></script>';
    const { page, faults } = await site.open(`${gate}${LOADER}${again}`);
    await page.getByRole('dialog').waitFor();
    assert.equal(faults.length, 1);
    assert.match(
      faults[0] ?? '',
      /Version \d+\.\d+\.\d+ is on this page already; version \d+\.\d+\.\d+ leaves it alone/,
    );
  });

  test('keeps the first of two copies of one element, with one warning, and the other tags', async () => {
    const copies = ['terms-dialog.js', 'terms-dialog.js?copy', 'document-wizard.js']
      .map((file) => `<script type="module" src="/cdn/${file}"></script>`)
      .join('');
    const { page, faults } = await site.open(`${gate}${ELEMENTS['document-wizard']}${copies}`);
    await page.getByRole('dialog').waitFor();
    await allDrawn(page);
    assert.equal(faults.length, 1);
    assert.match(faults[0] ?? '', /<lucka-terms-dialog> is defined already/);
  });

  test('fetches only the elements that stand on the page, now and later', async () => {
    const { page } = await site.open(LOADER);
    await page.waitForLoadState('networkidle');
    const scripts = () =>
      page.evaluate(() =>
        performance
          .getEntriesByType('resource')
          .map(({ name }) => new URL(name).pathname)
          .filter((path) => path.endsWith('.js')),
      );
    assert.deepEqual(await scripts(), ['/cdn/lucka.js']);
    await page.evaluate(() => document.body.append(document.createElement('lucka-terms-dialog')));
    await page.getByRole('dialog').waitFor();
    assert.ok((await scripts()).includes('/cdn/terms-dialog.js'));
    assert.ok(!(await scripts()).includes('/cdn/message-composer.js'));
  });

  for (const [name, body] of Object.entries(ELEMENTS)) {
    test(`has no chain of files: the ${name} asks for its own, for what is shared, for its content`, async () => {
      const { page } = await site.open('');
      await page.route('**/cdn/**', async (route) => {
        await new Promise((done) => setTimeout(done, 150));
        await route.continue();
      });
      site.files.set(
        '/chain',
        `<!doctype html><html lang="en"><body>${body}${LOADER}</body></html>`,
      );
      await page.goto(`${site.base}/chain`);
      await allDrawn(page);
      const files = await page.evaluate(() =>
        performance
          .getEntriesByType('resource')
          .filter(({ name: address }) => address.includes('/cdn/'))
          .map(({ startTime, name: address }) => ({
            at: startTime,
            file: address.split('/').at(-1),
          }))
          .sort((one, other) => one.at - other.at),
      );
      // The banner has no content of ours: what draws a notice is the last it asks for.
      const last = name === 'maintenance-banner' ? /^notices-/ : /\.en[-.]/;
      const content = files.findLastIndex(({ file }) => last.test(file ?? ''));
      assert.ok(content > 0, 'its content is never asked for');
      // What starts within 100 ms of what came before it waits for nothing.
      const steps = files
        .slice(0, content + 1)
        .filter(({ at }, index) => at - (files[index - 1]?.at ?? -1000) > 100);
      // The loader, then all the rest; the banner knows after its own file whether there are notices.
      assert.equal(
        steps.length,
        name === 'maintenance-banner' ? 3 : 2,
        files.map(({ at, file }) => `${Math.round(at)} ${file}`).join('\n'),
      );
    });

    test(`works with <base href>: the ${name}`, async () => {
      const { page, faults } = await site.open(`${body}${LOADER}`, {
        head: '<base href="/elsewhere/">',
      });
      await allDrawn(page);
      const addresses = await page.evaluate(() =>
        performance.getEntriesByType('resource').map(({ name: address }) => address),
      );
      assert.deepEqual(
        addresses.filter((address) => address.includes('/elsewhere/')),
        [],
      );
      assert.deepEqual(faults, []);
    });
  }

  /** @param {string} body @param {string} [lang] @returns {Promise<string[]>} the texts of ours that the page asks for */
  const textsOf = async (body, lang = 'en') => {
    const { page } = await site.open('');
    const html = `<!doctype html><html lang="${lang}"><body>${body}${LOADER}</body></html>`;
    site.files.set('/texts', html);
    await page.goto(`${site.base}/texts`, { waitUntil: 'networkidle' });
    return page.evaluate(() =>
      performance
        .getEntriesByType('resource')
        .map(({ name }) => /\/chunks\/(.*\.(?:en|sv).*)-\w+\.js$/.exec(name)?.[1] ?? '')
        .filter(Boolean)
        .sort(),
    );
  };

  test('asks for the texts in the language of the page, each once', async () => {
    const body =
      '<lucka-booking-picker></lucka-booking-picker><lucka-terms-dialog></lucka-terms-dialog>';
    assert.deepEqual(await textsOf(body, 'sv-SE'), ['booking-picker.sv', 'terms-dialog.sv']);
    // A browser's translator changes the language of the page.
    assert.deepEqual(await textsOf(body, 'ar-x-mtfrom-sv'), await textsOf(body, 'sv'));
    assert.deepEqual(await textsOf(body, 'fi'), await textsOf(body, 'en'));
  });

  test('asks for no texts of ours where the page has its own', async () => {
    site.files.set('/flow.md', '# Flow');
    const flow = '<script type="text/markdown"># Flow</script>';
    for (const body of [
      '<lucka-document-wizard src="/flow.md"></lucka-document-wizard>',
      `<lucka-document-wizard>${flow}</lucka-document-wizard>`,
      '<lucka-terms-dialog manual></lucka-terms-dialog>',
      '<lucka-terms-dialog mode="view"></lucka-terms-dialog>',
      '<lucka-maintenance-banner></lucka-maintenance-banner>',
    ])
      for (const lang of ['en', 'sv'])
        assert.deepEqual(await textsOf(body, lang), [], `${body} (${lang})`);
    // Beside the terms of a page there are ours about the choice.
    for (const attribute of ['endpoint="/api"', 'src="/flow.md"'])
      for (const lang of ['en', 'sv'])
        assert.deepEqual(
          await textsOf(`<lucka-terms-dialog ${attribute}></lucka-terms-dialog>`, lang),
          [`dialog.${lang}-text`],
        );
  });

  test('loads what the banner does with notices when somebody comes to them', async () => {
    const { page, faults } = await site.open(`${plannedNotice()}${LOADER}`);
    const hide = page.getByRole('button', { name: 'Hide notice' });
    await hide.waitFor();
    await page.waitForLoadState('networkidle');
    const later = () =>
      page.evaluate(
        () =>
          performance.getEntriesByType('resource').filter(({ name }) => /interruption-/.test(name))
            .length,
      );
    assert.equal(await later(), 0);
    await hide.focus();
    await page.waitForFunction(() =>
      performance.getEntriesByType('resource').some(({ name }) => /interruption-/.test(name)),
    );
    await hide.press('Enter');
    await hide.waitFor({ state: 'detached' });
    assert.equal(await later(), 1);
    assert.deepEqual(faults, []);
  });

  test('says that a notice could not be hidden, and hides it once it can', async () => {
    const { page } = await site.open('');
    await page.route('**/interruption-*', (route) => route.abort());
    site.files.set(
      '/later',
      `<!doctype html><html lang="en"><body>${plannedNotice()}${LOADER}</body></html>`,
    );
    await page.goto(`${site.base}/later`);
    const hide = page.getByRole('button', { name: 'Hide notice' });
    await hide.click();
    await page.getByText('Something went wrong. Check your internet connection.').waitFor();
    assert.equal(await hide.count(), 1);
    await page.unroute('**/interruption-*');
    await hide.click();
    await hide.waitFor({ state: 'detached' });
  });

  test('puts the element into a div with data-lucka, once, with its attributes and its fallback', async () => {
    const place = `<div id="place" data-lucka="terms-dialog" data-mode="view" data-heading-level="3">
      <a href="/terms">Terms</a></div>`;
    const { page, faults } = await site.open(`${place}${LOADER}`);
    const inside = () =>
      page.evaluate(() =>
        [...(document.querySelector('#place')?.children ?? [])].map(
          (child) =>
            `${child.localName} ${child.getAttribute('mode')} ${child.getAttribute('heading-level')} ${child.textContent?.trim()}`,
        ),
      );
    await page.waitForFunction(() => customElements.get('lucka-terms-dialog'));
    assert.deepEqual(await inside(), ['lucka-terms-dialog view 3 Terms']);
    // What Turbo and htmx do: the place is copied as it stands, and put back.
    await page.evaluate(() => {
      const old = document.querySelector('#place');
      old?.replaceWith(old.cloneNode(true));
    });
    await page.waitForTimeout(50);
    assert.deepEqual(await inside(), ['lucka-terms-dialog view 3 Terms']);
    assert.deepEqual(faults, []);
  });

  test('takes from a div with data-lucka only what the element documents', async () => {
    const { page, faults } = await site.open(
      `<div data-lucka="terms-dialog" data-mode="view" data-tabindex="0" data-autofocus data-onfocus="document.title = 'run'"
        data-style="color: red" data-id="own" data-class="own" data-is="own" data-slot="own" data-hidden data->Terms</div>
      <div data-lucka="document-wizard">Documents</div>${LOADER}`,
      { policy: "script-src 'self' 'unsafe-inline'" },
    );
    await allDrawn(page);
    const names = await page
      .locator('lucka-terms-dialog')
      .evaluate((element) => element.getAttributeNames());
    assert.ok(names.includes('mode'));
    assert.deepEqual(
      names.filter((name) =>
        /^(?:on|tabindex|autofocus|style|id|class|is|slot|hidden|$)/.test(name),
      ),
      [],
    );
    await page.locator('lucka-terms-dialog').focus();
    assert.equal(await page.title(), 'Page');
    assert.equal(await page.locator('lucka-document-wizard').count(), 1);
    assert.deepEqual(faults, []);
  });

  test('loads every other element when a div with data-lucka asks for what Trusted Types refuse', async () => {
    const { page, faults } = await site.open(
      `<div data-lucka="terms-dialog" data-mode="view" data-onfocus="alert(1)" data-srcdoc="x" data->Terms</div>
      <div data-lucka="document-wizard">Documents</div><lucka-message-composer></lucka-message-composer>${LOADER}`,
    );
    await allDrawn(page);
    assert.equal(await page.locator('lucka-document-wizard').count(), 1);
    await page.locator('lucka-message-composer').getByRole('textbox').first().waitFor();
    assert.deepEqual(faults, []);
  });

  test('loads every other element when one place with data-lucka cannot be read', async () => {
    const { page } = await site.open(
      `<form data-lucka="terms-dialog"><input name="querySelector" /></form>
      <div data-lucka="document-wizard">Documents</div><lucka-message-composer></lucka-message-composer>${LOADER}`,
    );
    await allDrawn(page);
    assert.equal(await page.locator('lucka-document-wizard').count(), 1);
    await page.locator('lucka-message-composer').getByRole('textbox').first().waitFor();
  });

  const REFUSED = {
    'a script': 'javascript:alert(1)',
    'data of its own': 'data:application/json,{"notices":[]}',
    'another host': 'https://other.example/feed.json',
    'another host without a scheme': '//other.example/feed.json',
    'no address': 'https://',
  };
  for (const [what, address] of Object.entries(REFUSED)) {
    test(`keeps the fallback of a div with data-lucka whose data-src is ${what}, and says why`, async () => {
      const { page, faults } = await site.open(
        `<div data-lucka="maintenance-banner" data-src='${address}'>Look at the news</div>
        <div data-lucka="document-wizard">Documents</div>${LOADER}`,
      );
      await allDrawn(page);
      assert.equal(await page.getByText('Look at the news').isVisible(), true);
      assert.equal(await page.locator('lucka-document-wizard').count(), 1);
      assert.equal(faults.length, 1);
      assert.match(faults[0] ?? '', /data-src .*data-lucka-origins/);
    });

    test(`leaves out a data-book-href that is ${what}`, async () => {
      const { page, faults } = await site.open(
        `<div data-lucka="document-wizard" data-book-href='${address}'>Documents</div>${LOADER}`,
      );
      await allDrawn(page);
      assert.equal(await page.locator('lucka-document-wizard').getAttribute('book-href'), null);
      assert.equal(faults.length, 1);
      assert.match(faults[0] ?? '', /data-book-href/);
    });
  }

  test('takes addresses of origins that the loader’s own tag allows', async () => {
    const { page, faults } = await site.open(
      `<div data-lucka="document-wizard" data-book-href="https://book.example/visit">Documents</div>
      <script type="module" src="/cdn/lucka.js" data-lucka-origins="https://status.example https://book.example"></script>`,
    );
    await allDrawn(page);
    assert.equal(
      await page.locator('lucka-document-wizard').getAttribute('book-href'),
      'https://book.example/visit',
    );
    assert.deepEqual(faults, []);
  });

  test('puts what has data-slot in a div with data-lucka into that slot', async () => {
    const { page, faults } = await site.open(
      `<div data-lucka="document-wizard"><p data-slot="intro">Words of the agency</p><p>Fallback</p></div>${LOADER}`,
    );
    await allDrawn(page);
    await page.getByText('Words of the agency').waitFor();
    assert.equal(await page.getByText('Fallback').isVisible(), false);
    assert.deepEqual(faults, []);
  });

  test('leaves alone what data-lucka does not know', async () => {
    const { page, faults } = await site.open(
      `<div id="place" data-lucka="constructor">Text</div>${LOADER}`,
    );
    await page.waitForLoadState('networkidle');
    assert.equal(await page.locator('#place').innerHTML(), 'Text');
    assert.deepEqual(faults, []);
  });

  test('adds no global name of its own', async () => {
    const names = () => Object.getOwnPropertyNames(window).filter((name) => !/^\d+$/.test(name));
    const { page: plain } = await site.open('<p>Nothing</p>');
    const without = await plain.evaluate(names);
    const { page } = await site.open(`${Object.values(ELEMENTS).join('')}${LOADER}`);
    await allDrawn(page);
    const added = (await page.evaluate(names)).filter((name) => !without.includes(name));
    assert.deepEqual(
      added.filter((name) => !/^(?:lit|reactive)\w*Versions$|^litPropertyMetadata$/.test(name)),
      [],
    );
  });

  test('follows the text size that the reader has chosen, wherever the page follows it', async () => {
    site.files.set('/large.css', 'html{font-size:150%}');
    const { page } = await site.open(`${ELEMENTS['message-composer']}${LOADER}`, {
      head: '<link rel="stylesheet" href="/large.css">',
    });
    await allDrawn(page);
    const size = await page.locator('textarea').evaluate((area) => getComputedStyle(area).fontSize);
    assert.equal(size, '24px');
  });

  test('takes no setting from a prototype that somebody changed', async () => {
    site.files.set(
      '/polluted.js',
      "Object.prototype.storage = 'none'; Object.prototype.prefix = 'evil'; Object.prototype.headingLevel = 6; Object.prototype.record = {};",
    );
    const { page, faults } = await site.open(
      `<script src="/polluted.js"></script><lucka-terms-dialog></lucka-terms-dialog>${LOADER}`,
    );
    await page.getByRole('button', { name: 'Accept' }).click();
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    assert.equal(await page.evaluate(() => localStorage.length), 1);
    assert.deepEqual(faults, []);
  });

  test('leaves the page its own words when the element cannot be fetched', async () => {
    const { page } = await site.open('');
    await page.route('**/terms-dialog.js', (route) => route.abort());
    site.files.set(
      '/broken',
      `<!doctype html><html lang="en"><body>${gate}${LOADER}</body></html>`,
    );
    await page.goto(`${site.base}/broken`);
    await page.waitForTimeout(500);
    assert.equal(await page.getByRole('link', { name: 'Terms' }).isVisible(), true);
  });

  test('works in a sandboxed frame, where storage is blocked, for the page’s life', async () => {
    site.policies.set('/framed', 'sandbox allow-scripts');
    site.files.set(
      '/framed',
      `<!doctype html><html lang="en"><body><lucka-terms-dialog></lucka-terms-dialog>${LOADER}</body></html>`,
    );
    const { page, faults } = await site.open('');
    await page.goto(`${site.base}/framed`);
    await page.getByRole('button', { name: 'Accept' }).click();
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    await page.evaluate(() => {
      document.querySelector('lucka-terms-dialog')?.remove();
      document.body.append(document.createElement('lucka-terms-dialog'));
    });
    await page.waitForTimeout(500);
    assert.equal(await page.getByRole('dialog').isVisible(), false);
    assert.deepEqual(faults, []);
  });
});
