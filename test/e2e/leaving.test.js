import assert from 'node:assert/strict';
import { puppeteerCore as puppeteer } from '@web/test-runner-chrome';
import { after, before, describe, test } from 'node:test';
import { findFirefox, firefoxVersion, OLDEST_FIREFOX } from '../../tools/browsers/firefox.js';
import { hostSite, LOADER } from '../support/host-site.js';

const TEXT = 'Hej, jag har en fråga om mitt ärende.';
const FORM = (/** @type {string} */ method) => `<form action="/arrived" method="${method}" id="own">
    <lucka-message-composer name="message"></lucka-message-composer>
    <button id="send">Send the form</button>
    <button id="stopped" type="submit">Stopped</button>
  </form>
  <form action="/arrived" id="other"><button id="elsewhere">Another form</button></form>
  <form method="dialog" id="closing"><button>Close</button></form>
  <a href="/arrived" id="away">Away</a>
  <script type="module" src="/stop.js"></script>`;

/** Ways to send the form that the text is in. @type {Record<string, string>} */
const WAYS = {
  'its button': 'document.querySelector("#send").click()',
  'requestSubmit()': 'document.querySelector("#own").requestSubmit()',
  'submit(), which fires no submit event': 'document.querySelector("#own").submit()',
  'a link whose handler sends it':
    'document.querySelector("#away").onclick = (event) => { event.preventDefault(); document.querySelector("#own").submit(); }; document.querySelector("#away").click()',
};

/** Ways to leave the text behind. @type {Record<string, string>} */
const LEAVING = {
  'a link': 'document.querySelector("#away").click()',
  'another form': 'document.querySelector("#elsewhere").click()',
  'a form that the page stopped, and then a link':
    'document.querySelector("#stopped").click(); setTimeout(() => document.querySelector("#away").click(), 100)',
  'a reading of the form by a script, and later a link':
    'new FormData(document.querySelector("#own")); setTimeout(() => document.querySelector("#away").click(), 1500)',
};

describe('leaving a page with a message that was not sent', () => {
  /** @type {Awaited<ReturnType<typeof hostSite>>} */
  let site;
  before(async () => {
    site = await hostSite();
    site.files.set('/arrived', '<!doctype html><title>Arrived</title><p>Arrived</p>');
    site.files.set(
      '/stop.js',
      'document.querySelector("#stopped").addEventListener("click", () => document.addEventListener("submit", (event) => event.preventDefault(), { once: true }));',
    );
  });
  after(() => site?.close());

  /** @param {string} method */
  async function written(method) {
    const { page } = await site.open(`${FORM(method)}${LOADER}`, { policy: '' });
    let questions = 0;
    page.on('dialog', (dialog) => {
      questions++;
      void dialog.accept();
    });
    await page.locator('textarea').click();
    await page.keyboard.type(TEXT);
    return { page, questions: () => questions };
  }

  for (const method of ['get', 'post'])
    for (const [way, script] of Object.entries(WAYS))
      test(`asks nothing when its own form (${method}) is sent by ${way}`, async () => {
        const { page, questions } = await written(method);
        await page.evaluate(script);
        await page.getByText('Arrived').waitFor();
        assert.equal(questions(), 0);
      });

  for (const [way, script] of Object.entries(LEAVING))
    test(`lets the browser ask when the page is left by ${way}`, async () => {
      const { page, questions } = await written('post');
      await page.evaluate(script);
      await page.getByText('Arrived').waitFor();
      assert.equal(questions(), 1);
    });

  test('lets the browser ask about what was written after the form was sent elsewhere', async () => {
    const { page, questions } = await written('post');
    await page.evaluate(() => document.querySelector('#own')?.setAttribute('target', '_blank'));
    await page.evaluate(WAYS['its button'] ?? '');
    await page.waitForTimeout(300);
    await page.locator('textarea').click();
    await page.keyboard.type(' Och en sak till.');
    await page.evaluate(LEAVING['a link'] ?? '');
    await page.getByText('Arrived').waitFor();
    assert.equal(questions(), 1);
  });

  test('asks in Firefox as in Chromium', async (context) => {
    const executablePath = findFirefox();
    if (!executablePath || firefoxVersion(executablePath) < OLDEST_FIREFOX)
      return context.skip(`There is no Firefox ${OLDEST_FIREFOX} or later here.`);
    const firefox = await puppeteer.launch({ browser: 'firefox', executablePath, headless: true });
    try {
      for (const [ways, asked] of /** @type {const} */ ([
        [WAYS, 0],
        [{ 'a link': LEAVING['a link'] }, 1],
      ]))
        for (const [way, script = ''] of Object.entries(ways)) {
          const { page: model } = await site.open(`${FORM('post')}${LOADER}`, { policy: '' });
          const address = model.url();
          await model.context().close();
          const page = await firefox.newPage();
          let questions = 0;
          page.on('dialog', (dialog) => {
            questions++;
            void dialog.accept();
          });
          await page.goto(address);
          const area = await page.waitForSelector('lucka-message-composer >>> textarea');
          await area?.click();
          await page.keyboard.type(TEXT);
          await page.evaluate(script);
          await page.waitForFunction(() => document.title === 'Arrived');
          assert.equal(questions, asked, way);
          await page.close();
        }
    } finally {
      await firefox.close();
    }
  });
});
