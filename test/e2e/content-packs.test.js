import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { after, before, describe, test } from 'node:test';
import { brotliCompressSync } from 'node:zlib';
import { packOf } from '../../tools/cli/content/pack-of.js';
import { PACK_LOADER, packSite } from '../support/content-pack.js';
import { ELEMENTS, hostSite, LOADER, POLICY } from '../support/host-site.js';

/** @typedef {import('playwright-core').Page} Page */

const HEAD = PACK_LOADER;

/** What people can read on the page, shadow roots included. @param {Page} page */
const textOf = (page) =>
  page.evaluate(() => {
    /** @type {(root: ParentNode) => string} */
    const read = (root) =>
      [...root.querySelectorAll('*')]
        .map(
          (each) =>
            `${each.shadowRoot ? read(each.shadowRoot) : ''} ${each.children.length ? '' : each.textContent}`,
        )
        .join(' ');
    return read(document);
  });

describe('a page with a content pack', () => {
  /** @type {Awaited<ReturnType<typeof hostSite>>} */
  let site;
  /** @type {Map<string, string>} */
  let pack;
  /** @type {(() => Promise<void>) | undefined} */
  let close;
  before(async () => {
    ({ site, pack, close } = await packSite());
  });
  after(() => close?.());

  test('shows its texts in all elements, loads no parser, and names no other agency', async () => {
    /** @type {string[]} */
    const loaded = [];
    for (const tag of ['terms-dialog', 'message-composer', 'document-wizard', 'booking-picker']) {
      const { page, faults, context } = await site.open(ELEMENTS[tag] ?? '', { head: HEAD });
      page.on('request', (request) => loaded.push(request.url()));
      await page.reload({ waitUntil: 'networkidle' });
      const text = await textOf(page);
      assert.match(text, /Fordonsverket|Which rules apply to me/, tag);
      assert.doesNotMatch(text, /Migration/, tag);
      assert.deepEqual(faults, [], tag);
      await context.close();
    }
    assert.ok(!loaded.some((address) => /parse|marked/.test(address)), loaded.join('\n'));
  });

  test('shows the words of the interface in a language that the pack brings, and formats dates in it', async () => {
    const { page } = await site.open(ELEMENTS['document-wizard'] ?? '', {
      head: HEAD,
      html: 'lang="nb"',
    });
    await page.getByRole('button', { name: '[nb] Start' }).click();
    assert.equal(await page.getByRole('group', { name: 'Do you apply for yourself?' }).count(), 1);
    const root = page.locator('lucka-document-wizard .root');
    assert.equal(await root.getAttribute('lang'), null, 'the page itself is in this language');
  });

  test('shows English words, marked as English, in a language that has texts and no words', async () => {
    const index = JSON.parse(pack.get('pack.json') ?? '');
    delete index.words;
    site.files.set('/wordless/pack.json', JSON.stringify({ ...index, base: '/content/' }));
    const head = HEAD.replace('/content/', '/wordless/');
    const { page } = await site.open(ELEMENTS['document-wizard'] ?? '', {
      head,
      html: 'lang="nb"',
    });
    await page.getByRole('button', { name: 'Start' }).waitFor();
    assert.equal(await page.locator('lucka-document-wizard .root').getAttribute('lang'), 'en');
  });

  test('works under the policy of a CDN for scripts, with connect-src for the page alone', async () => {
    const cdn = await hostSite();
    try {
      const policy = POLICY.replace("script-src 'self'", `script-src ${cdn.base}`);
      const head = HEAD.replace('src="/cdn', `src="${cdn.base}/cdn`);
      const { page } = await site.open(ELEMENTS['document-wizard'] ?? '', { head, policy });
      await page.getByRole('heading', { name: 'Which rules apply to me?' }).waitFor();
    } finally {
      await cdn.close();
    }
  });

  test('loads the same texts in as many bytes as built in, and beside them the index and the file that reads it', async () => {
    for (const [name, text] of await packOf('content')) site.files.set(`/same/${name}`, text);
    /** @param {string} tag @param {string} head */
    const load = async (tag, head) => {
      const { page, context } = await site.open('', { head: '' });
      /** @type {Map<string, number>} */
      const sizes = new Map();
      page.on('response', (response) => {
        const { pathname } = new URL(response.url());
        if (/\.(?:js|json)$/.test(pathname))
          void response.body().then((body) => sizes.set(pathname, brotliCompressSync(body).length));
      });
      const path = `/page-of-${tag}-${head.includes('/same/')}`;
      site.files.set(
        path,
        `<!doctype html><html lang="en"><title>Page</title>${head}${ELEMENTS[tag]}`,
      );
      await page.goto(site.base + path, { waitUntil: 'networkidle' });
      await page.waitForTimeout(200);
      await context.close();
      return sizes;
    };
    for (const tag of ['terms-dialog', 'message-composer', 'document-wizard', 'booking-picker']) {
      const [own, pack] = [
        await load(tag, LOADER),
        await load(tag, HEAD.replace('/content/', '/same/')),
      ];
      const total = (/** @type {Map<string, number>} */ sizes) =>
        [...sizes.values()].reduce((sum, each) => sum + each, 0);
      const index = pack.get('/same/pack.json') ?? 0;
      const reader = pack.get('/cdn/content.js') ?? 0;
      const texts = total(pack) - index - reader;
      console.log(
        `${tag}: ${total(own)} built in; pack ${texts}, index ${index}, reader ${reader} bytes`,
      );
      assert.ok(index <= 1024, `the index is ${index} bytes`);
      assert.ok(reader <= 3072, `what reads it is ${reader} bytes`);
      assert.ok(texts <= total(own) * 1.01, `${tag}: ${texts} and not ${total(own)} bytes`);
      assert.equal(
        pack.size - own.size,
        2,
        `${[...pack.keys()].join()} and not ${[...own.keys()].join()}`,
      );
    }
  });

  test('loads the texts beside the terms alone where the page has terms of its own', async () => {
    site.files.set('/own-terms.md', '# Our own terms\n\n## One rule\n\nBe kind.');
    const { page } = await site.open(
      '<lucka-terms-dialog storage="none" src="/own-terms.md"></lucka-terms-dialog>',
      { head: HEAD },
    );
    await page.getByText('Be kind.').waitFor();
    await page.waitForLoadState('networkidle');
    const files = await page.evaluate(() =>
      performance.getEntriesByType('resource').map(({ name }) => new URL(name).pathname),
    );
    const { documents } = JSON.parse(pack.get('pack.json') ?? '');
    assert.ok(files.includes(`/content/${documents['terms/dialog'].en.src}`), files.join());
    assert.ok(!files.includes(`/content/${documents['terms/my-page'].en.src}`), files.join());
  });

  test('chooses among the terms and the flows of the pack by terms-id and flow-id', async () => {
    const index = JSON.parse(pack.get('pack.json') ?? '');
    const { documents } = index;
    documents['flows/other'] = documents['flows/guide'];
    documents['terms/other'] = documents['terms/my-page'];
    site.files.set('/two/pack.json', JSON.stringify({ ...index, base: '/content/' }));
    const head = HEAD.replace('/content/', '/two/');
    const named = '<lucka-document-wizard flow-id="other"><p>Fallback</p></lucka-document-wizard>';
    const { page } = await site.open(named, { head });
    await page.getByRole('heading', { name: 'Which rules apply to me?' }).waitFor();
    const unnamed = await site.open(ELEMENTS['document-wizard'] ?? '', { head });
    await unnamed.page.waitForLoadState('networkidle');
    assert.equal(
      await unnamed.page.getByRole('link', { name: 'Documents' }).isVisible(),
      true,
      'two flows, none named',
    );
  });

  test('may name the pack in a script, before the elements or after them', async () => {
    for (const order of ['before', 'after']) {
      const body = `${ELEMENTS['document-wizard']}<script type="module" src="/${order}.js"></script>`;
      const use = `import { useContentPack } from '/cdn/content.js'; useContentPack('/content/pack.json');`;
      const define = `await import('/cdn/document-wizard.js');`;
      site.files.set(
        `/${order}.js`,
        order === 'before'
          ? `${use}${define}`
          : `import '/cdn/document-wizard.js';
        await new Promise((resolve) => setTimeout(resolve, 300)); const { useContentPack } = await import('/cdn/content.js'); useContentPack('/content/pack.json');`,
      );
      const { page, faults } = await site.open(body);
      await page.getByRole('heading', { name: 'Which rules apply to me?' }).waitFor();
      assert.deepEqual(faults, [], order);
    }
  });

  test('says once that a second pack is ignored', async () => {
    site.files.set(
      '/second.js',
      `import { useContentPack } from '/cdn/content.js'; useContentPack('/content/other.json');`,
    );
    const { page, faults } = await site.open(
      `${ELEMENTS['document-wizard']}<script type="module" src="/second.js"></script>`,
      { head: HEAD },
    );
    await page.getByRole('heading', { name: 'Which rules apply to me?' }).waitFor();
    assert.equal(
      faults.filter((fault) => /another one is ignored/.test(fault)).length,
      1,
      faults.join(),
    );
  });

  test('lacks a text: the element shows what is inside its tag, the others show theirs', async () => {
    const index = JSON.parse(pack.get('pack.json') ?? '');
    for (const name of ['flows/guide', 'messages/composer/form', 'booking/visit'])
      delete index.documents[name];
    site.files.set('/less/pack.json', JSON.stringify({ ...index, base: '/content/' }));
    const head = HEAD.replace('/content/', '/less/');
    const tags = ['document-wizard', 'message-composer', 'booking-picker', 'terms-dialog'];
    const { page } = await site.open(tags.map((tag) => ELEMENTS[tag]).join(''), { head });
    await page.getByRole('button', { name: 'Accept' }).click();
    await page.waitForLoadState('networkidle');
    for (const name of ['Documents', 'Write', 'Book'])
      assert.equal(await page.getByRole('link', { name }).isVisible(), true, name);
    assert.doesNotMatch(await textOf(page), /Migration/);
  });

  test('has no question about a letter: the step is headed by the title of the texts, never by nothing', async () => {
    for (const [name, text] of await packOf('demo/fordon/content'))
      site.files.set(`/letterless/${name}`, text);
    const { page } = await site.open(ELEMENTS['booking-picker'] ?? '', {
      head: HEAD.replace('/content/', '/letterless/'),
    });
    await page.getByRole('radio', { name: 'Yes, I have the letter' }).waitFor();
    assert.deepEqual(await page.getByRole('heading').allTextContents(), [
      'Book a vehicle inspection',
    ]);
  });

  test('is rendered on a server with the same pack', async () => {
    const { renderElement } = await import('../../dist/ssr.js');
    const options = { lang: 'sv', nonce: '', attributes: { 'flow-id': 'guide' } };
    const index = { ...JSON.parse(pack.get('pack.json') ?? ''), base: `${site.base}/content/` };
    const html = await renderElement('document-wizard', { ...options, content: index });
    assert.match(html, /Vilka regler gäller mig\?/);
    assert.match(
      await renderElement('terms-dialog', {
        lang: 'en',
        nonce: '',
        content: `${site.base}/content/pack.json`,
      }),
      /Fordonsverket is the data controller/,
    );
    assert.match(
      await renderElement('terms-dialog', { lang: 'en', nonce: '' }),
      /Swedish Migration Agency/,
    );
    const missing = await renderElement('document-wizard', {
      ...options,
      attributes: { 'flow-id': 'none' },
      content: index,
      children: '<p>Fallback</p>',
    });
    assert.match(
      missing,
      /^<lucka-document-wizard flow-id="none"><p>Fallback<\/p><\/lucka-document-wizard>$/,
    );
  });

  describe('that is broken leaves the page and what is inside the tags', () => {
    /** @param {unknown} value */
    const json = (value) => JSON.stringify(value);
    const wholeIndex = () => JSON.parse(pack.get('pack.json') ?? '');
    /** The index with another wizard document. @param {string} text */
    const withFlow = (text) => {
      const index = wholeIndex();
      const digest = createHash('sha256').update(text).digest('base64');
      const name = `flow-${digest.slice(0, 8).replaceAll(/[+/]/g, '_')}.json`;
      site.files.set(`/broken/${name}`, text);
      index.documents['flows/guide'] = {
        en: { src: `/broken/${name}`, integrity: `sha256-${digest}`, version: '1' },
      };
      return json({ ...index, base: '/content/' });
    };
    const flow = () => {
      const { src } = wholeIndex().documents['flows/guide'].en;
      return JSON.parse(pack.get(src) ?? '');
    };
    /** @param {unknown} condition */
    const withCondition = (condition) => {
      const outcomes = flow().outcomes.map((/** @type {object} */ each) => ({
        ...each,
        if: condition,
      }));
      return withFlow(json({ ...flow(), outcomes }));
    };
    const nested = (/** @type {number} */ depth) =>
      Array.from({ length: depth }).reduce((inner) => ({ type: 'quote', content: [inner] }), {
        type: 'paragraph',
        content: ['x'],
      });

    /** @type {readonly [string, () => string][]} */
    const cases = [
      ['of another major version', () => json({ ...wholeIndex(), lucka: 'pack/2' })],
      ['without a version', () => json({ ...wholeIndex(), lucka: undefined })],
      ['with a version that is a list', () => json({ ...wholeIndex(), lucka: ['pack/1'] })],
      ['that is half a file', () => (pack.get('pack.json') ?? '').slice(0, 400)],
      ['that is empty', () => ''],
      ['that is null', () => 'null'],
      ['that is a list', () => '[]'],
      ['that is a number', () => '7'],
      ['that is a string', () => '"pack/1"'],
      ['without languages', () => json({ ...wholeIndex(), languages: [] })],
      [
        'with languages that are none',
        () => json({ ...wholeIndex(), languages: [7, null, '../x'] }),
      ],
      ['without documents', () => json({ ...wholeIndex(), documents: undefined })],
      [
        'with documents that are a list',
        () => json({ ...wholeIndex(), documents: ['flows/guide'] }),
      ],
      [
        'with a document that is null',
        () => json({ ...wholeIndex(), documents: { 'flows/guide': null } }),
      ],
      [
        'with a document without address',
        () => json({ ...wholeIndex(), documents: { 'flows/guide': { en: { version: '1' } } } }),
      ],
      [
        'with a document without digest',
        () => {
          const index = wholeIndex();
          delete index.documents['flows/guide'].en.integrity;
          return json({
            ...index,
            documents: { 'flows/guide': { en: index.documents['flows/guide'].en } },
            base: '/content/',
          });
        },
      ],
      [
        'with a digest of another text',
        () => {
          const index = wholeIndex();
          index.documents['flows/guide'] = {
            en: { ...index.documents['flows/guide'].en, integrity: `sha256-${'A'.repeat(43)}=` },
          };
          return json({ ...index, base: '/content/' });
        },
      ],
      [
        'with the name __proto__',
        () =>
          `{"lucka":"pack/1","languages":["en"],"documents":{"__proto__":{"en":{"src":"x","integrity":"y","version":"1"}}}}`,
      ],
      [
        'whose documents are named constructor',
        () =>
          json({
            lucka: 'pack/1',
            languages: ['en'],
            documents: { constructor: {}, toString: {} },
          }),
      ],
      ['larger than 128 KiB', () => json({ ...wholeIndex(), filler: 'x'.repeat(200_000) })],
      ['of 10 MB', () => json({ ...wholeIndex(), filler: 'x'.repeat(10_000_000) })],
      ['nested a thousand deep', () => `${'['.repeat(1000)}${']'.repeat(1000)}`],
      [
        'with a document that is not there',
        () => {
          const index = wholeIndex();
          index.documents['flows/guide'] = {
            en: { ...index.documents['flows/guide'].en, src: 'gone.json' },
          };
          return json({ ...index, base: '/content/' });
        },
      ],
      [
        'with a document at an address that is none',
        () => {
          const index = wholeIndex();
          index.documents['flows/guide'] = {
            en: { ...index.documents['flows/guide'].en, src: 'http://[' },
          };
          return json({ ...index, base: '/content/' });
        },
      ],
      [
        'with a document of javascript:',
        () => {
          const index = wholeIndex();
          index.documents['flows/guide'] = {
            en: { ...index.documents['flows/guide'].en, src: 'javascript:alert(1)' },
          };
          return json({ ...index, base: '/content/' });
        },
      ],
      ['with a document that is half a file', () => withFlow(json(flow()).slice(0, 300))],
      ['with a document that is null', () => withFlow('null')],
      ['with a document that is no flow', () => withFlow('{}')],
      [
        'with a document of 10 MB',
        () => withFlow(json({ ...flow(), filler: 'x'.repeat(10_000_000) })),
      ],
      ['with a flow without questions', () => withFlow(json({ ...flow(), questions: undefined }))],
      [
        'with a flow whose questions are null',
        () => withFlow(json({ ...flow(), questions: [null] })),
      ],
      [
        'with a flow whose answers are words',
        () =>
          withFlow(json({ ...flow(), questions: [{ ...flow().questions[0], answers: ['yes'] }] })),
      ],
      [
        'with a flow whose title is an object',
        () =>
          withFlow(
            json({
              ...flow(),
              title: { _$litType$: 1, strings: ['<img src=x onerror=alert(1)>'] },
            }),
          ),
      ],
      [
        'with a flow whose facts rest on each other',
        () =>
          withFlow(
            json({
              ...flow(),
              facts: [
                { id: 'a', if: ['fact', 'b'] },
                { id: 'b', if: ['fact', 'a'] },
              ],
            }),
          ),
      ],
      ['with a condition of an operator that is not ours', () => withCondition(['eval', 'a'])],
      ['with a condition whose values are a text', () => withCondition(['is', 'a', 'b'])],
      ['with a condition without its second part', () => withCondition(['and', ['answered', 'a']])],
      ['with a condition that is a text', () => withCondition('a')],
      ['with a text nested too deeply', () => withFlow(json({ ...flow(), intro: [nested(500)] }))],
      [
        'with a link of javascript:',
        () =>
          withFlow(
            json({
              ...flow(),
              intro: [
                {
                  type: 'paragraph',
                  content: [{ type: 'link', href: 'javascript:alert(1)', content: ['x'] }],
                },
              ],
            }),
          ),
      ],
      [
        'with a link of data:',
        () =>
          withFlow(
            json({
              ...flow(),
              intro: [
                {
                  type: 'paragraph',
                  content: [{ type: 'link', href: 'data:text/html,x', content: ['x'] }],
                },
              ],
            }),
          ),
      ],
      [
        'with a paragraph without content',
        () => withFlow(json({ ...flow(), intro: [{ type: 'paragraph' }] })),
      ],
      [
        'with a list whose items are no list',
        () => withFlow(json({ ...flow(), intro: [{ type: 'list', items: 'x' }] })),
      ],
      [
        'with a heading whose level is a word',
        () =>
          withFlow(
            json({
              ...flow(),
              intro: [{ type: 'heading', level: 'two', id: 'x', content: ['x'] }],
            }),
          ),
      ],
    ];
    for (const [name, broken] of cases)
      test(name, async () => {
        site.files.set('/broken/pack.json', broken());
        const { page, faults, context } = await site.open(
          `<h1>Our page</h1>${ELEMENTS['document-wizard']}<button>Ours</button>`,
          { head: HEAD.replace('/content/', '/broken/') },
        );
        await page.waitForLoadState('networkidle');
        const fallback = page.getByRole('link', { name: 'Documents' });
        await fallback.waitFor({ timeout: 5000 });
        const told = faults.filter((fault) => fault.includes('[lucka]'));
        assert.ok(told.length >= 1 && told.length <= 3, `told: ${faults.join('\n')}`);
        assert.deepEqual(
          faults.filter((fault) => fault.startsWith('error:')),
          [],
        );
        assert.doesNotMatch(await textOf(page), /Migration/);
        assert.equal(await page.getByRole('button', { name: 'Ours' }).isVisible(), true);
        await context.close();
      });

    /** The index with other terms. @param {object} change to the file @param {object} [entry] to the index */
    const withTerms = (change, entry) => {
      const index = wholeIndex();
      const terms = index.documents['terms/my-page'].en;
      const text = json({ ...JSON.parse(pack.get(terms.src) ?? ''), ...change });
      const integrity = `sha256-${createHash('sha256').update(text).digest('base64')}`;
      const name = `terms-${integrity.slice(7, 15).replaceAll(/[+/]/g, '_')}.json`;
      site.files.set(`/broken/${name}`, text);
      const src = `/broken/${name}`;
      index.documents['terms/my-page'] = { en: { ...terms, ...entry, src, integrity } };
      return json({ ...index, base: '/content/' });
    };
    const link = { type: 'link', href: 'javascript:alert(1)', content: ['x'] };
    for (const [name, beside] of /** @type {const} */ ([
      ['an empty object', {}],
      ['a text', 'x'],
      ['a list', []],
      [
        'a document with a link of javascript:',
        { meta: {}, digest: '', blocks: [{ type: 'paragraph', content: [link] }] },
      ],
    ]))
      test(`with ${name} beside its terms`, async () => {
        site.files.set('/broken/pack.json', withTerms({ beside }));
        const { page, faults } = await site.open(ELEMENTS['terms-dialog'] ?? '', {
          head: HEAD.replace('/content/', '/broken/'),
        });
        await page.waitForLoadState('networkidle');
        await page.getByRole('link', { name: 'Terms' }).waitFor({ timeout: 5000 });
        assert.ok(
          faults.some((fault) => fault.includes('/broken/terms-')),
          faults.join('\n'),
        );
        assert.equal(await page.getByRole('button', { name: 'Accept' }).count(), 0);
      });

    test('except for an index that names what is nowhere beside its terms: they are shown', async () => {
      for (const beside of ['terms/none', '__proto__', {}, 7]) {
        site.files.set('/broken/pack.json', withTerms({ beside: undefined }, { beside }));
        const { page, faults, context } = await site.open(ELEMENTS['terms-dialog'] ?? '', {
          head: HEAD.replace('/content/', '/broken/'),
        });
        await page.getByRole('button', { name: 'Accept' }).waitFor();
        await page.getByText('You confirm that you accept').waitFor();
        assert.deepEqual(faults, [], String(beside));
        await context.close();
      }
    });

    test('with the wrong media type, a 404 and no answer at all', async () => {
      for (const [address, type] of [
        ['/content/pack.html', 'html'],
        ['/nowhere/pack.json', '404'],
      ]) {
        if (type === 'html') site.files.set(address ?? '', pack.get('pack.json') ?? '');
        const { page, faults, context } = await site.open(ELEMENTS['document-wizard'] ?? '', {
          head: HEAD.replace('/content/pack.json', address ?? ''),
        });
        await page.waitForLoadState('networkidle');
        assert.equal(await page.getByRole('link', { name: 'Documents' }).isVisible(), true, type);
        assert.equal(
          faults.filter((fault) => /content pack cannot be used/.test(fault)).length,
          1,
          faults.join(),
        );
        await context.close();
      }
      const head = HEAD.replace('/content/', '/slow/');
      site.files.set(
        '/slow-page',
        `<!doctype html><title>Page</title>${head}${ELEMENTS['document-wizard']}`,
      );
      const page = await site.browser.newPage();
      await page.route('**/slow/pack.json', () => {});
      await page.goto(`${site.base}/slow-page`);
      await page.waitForFunction(() => customElements.get('lucka-document-wizard'));
      await page.waitForTimeout(1000);
      assert.equal(await page.getByRole('link', { name: 'Documents' }).isVisible(), true, 'slow');
    });
  });
});
