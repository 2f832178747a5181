import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { allDrawn, ELEMENTS, hostSite, LOADER } from '../support/host-site.js';
import { download } from '../hosts/downloads.js';

/** The style sheets of the pages that agencies have, as they are published: fetched, so under CI only. */
/** @type {Record<string, string[]>} */
const PUBLISHED = !process.env['CI']
  ? {}
  : {
      'bootstrap@5.3.9': ['dist/css/bootstrap.css'],
      'bulma@1.0.4': ['css/bulma.css'],
      'tailwindcss@4.3.5': ['preflight.css'],
      'foundation-sites@6.9.0': ['dist/css/foundation.css'],
      'govuk-frontend@6.6.0': ['dist/govuk/govuk-frontend.min.css'],
      '@uswds/uswds@3.14.0': ['dist/css/uswds.css'],
      '@wordpress/block-library@11.1.0': ['build-style/style.css', 'build-style/theme.css'],
    };

/** Style sheets that pages write themselves, by what they do. @type {Record<string, string>} */
const OWN = {
  'everything unset': '*{all:unset}',
  'a root of 62.5 %': 'html{font-size:62.5%}',
  'a root of 8 px': 'html{font-size:8px}',
  'inherited properties that would hurt': `body{letter-spacing:9px;word-spacing:9px;text-transform:uppercase;line-height:4;
    text-align:right;visibility:hidden;word-break:break-all;user-select:none;cursor:none;
    -webkit-text-fill-color:transparent;text-shadow:3px 3px red;quotes:none;text-indent:4em;white-space:pre;
    list-style:square;font-style:italic;font-weight:900;font-variant:small-caps;pointer-events:none;direction:ltr}`,
};

/** The one thing that pages do decide, held still: where the element stands, and in which typeface. */
const PLACE = `#place{display:block!important;inline-size:40rem!important;width:640px!important;margin:0!important;
  padding:0!important;font-family:sans-serif!important;position:absolute!important;inset:0 auto auto 0!important}`;

/** Runs in the page: everything inside the element, as it is seen. */
function looks() {
  const host = /** @type {HTMLElement} */ (
    [...document.querySelectorAll('*')].find(({ localName }) => localName.startsWith('lucka-'))
  );
  const origin = host.shadowRoot?.querySelector('.root')?.getBoundingClientRect();
  const seen = [
    ...['fontSize', 'color', 'backgroundColor', 'visibility', 'letterSpacing', 'wordSpacing'],
    ...['textTransform', 'lineHeight', 'textAlign', 'wordBreak', 'webkitTextFillColor', 'cursor'],
    ...[
      'textShadow',
      'fontWeight',
      'fontStyle',
      'fontVariant',
      'textIndent',
      'whiteSpace',
      'quotes',
    ],
    ...['listStyleType', 'pointerEvents', 'userSelect', 'direction', 'borderTopWidth', 'display'],
  ];
  return [...(host.shadowRoot?.querySelectorAll('*') ?? [])]
    .filter((element) => !['style', 'slot', 'path'].includes(element.localName))
    .map((element) => {
      const style = /** @type {any} */ (getComputedStyle(element));
      const { x, y, width, height } = element.getBoundingClientRect();
      const box = [x - (origin?.x ?? 0), y - (origin?.y ?? 0), width, height].map(Math.round);
      const name = `${element.localName}.${element.getAttribute('class') ?? ''}`;
      return `${name} ${box.join(' ')} ${seen.map((key) => style[key]).join(' | ')}`;
    });
}

/** Runs in the page: the least contrast of what the page put into the element's slots. */
function slottedContrast() {
  const canvas = document.createElement('canvas').getContext('2d');
  /** @param {string} colour @returns {number[]} */
  const channels = (colour) => {
    if (!canvas) return [0, 0, 0, 1];
    canvas.clearRect(0, 0, 1, 1);
    canvas.fillStyle = colour;
    canvas.fillRect(0, 0, 1, 1);
    const [red = 0, green = 0, blue = 0, alpha = 0] = canvas.getImageData(0, 0, 1, 1).data;
    return [red, green, blue, alpha / 255];
  };
  const luminance = (/** @type {number[]} */ [red = 0, green = 0, blue = 0]) => {
    const [r = 0, g = 0, b = 0] = [red, green, blue].map((channel) => {
      const part = channel / 255;
      return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const ground = (/** @type {Element | null | undefined} */ element) => {
    for (
      let at = element;
      at;
      at = at.assignedSlot ?? at.parentElement ?? /** @type {any} */ (at.getRootNode()).host
    ) {
      const colour = channels(getComputedStyle(at).backgroundColor);
      if ((colour[3] ?? 0) > 0.9) return colour;
    }
    return [255, 255, 255, 1];
  };
  return [...document.querySelectorAll('#place [slot], #place [slot] *')].map((element) => {
    const style = getComputedStyle(element);
    const [bright = 0, dark = 0] = [
      luminance(channels(/** @type {any} */ (style).webkitTextFillColor)),
      luminance(ground(element)),
    ].sort((one, other) => other - one);
    const contrast = (bright + 0.05) / (dark + 0.05);
    return `${element.localName} ${contrast >= 4.5 && style.visibility === 'visible' ? 'legible' : `${contrast.toFixed(1)} ${style.visibility}`}`;
  });
}

describe('on a page with', () => {
  /** @type {Awaited<ReturnType<typeof hostSite>>} */
  let site;
  /** @type {Map<string, string[]>} */
  const blank = new Map();
  const sheets = new Map(Object.entries(OWN));

  before(async () => {
    site = await hostSite();
    for (const [name, text] of download(PUBLISHED)) sheets.set(name, text);
    for (const [name, text] of sheets)
      site.files.set(`/host/${name.replace(/\W/g, '-')}.css`, text);
    site.files.set('/host/place.css', PLACE);
  });
  after(() => site?.close());

  /** @param {string} body @param {string} [sheet] */
  async function open(body, sheet) {
    const own = sheet
      ? `<link rel="stylesheet" href="/host/${sheet.replace(/\W/g, '-')}.css">`
      : '';
    const opened = await site.open(`<div id="place">${body}</div>${LOADER}`, {
      head: `${own}<link rel="stylesheet" href="/host/place.css">`,
    });
    await allDrawn(opened.page);
    return opened;
  }

  const published = Object.entries(PUBLISHED).flatMap(([name, paths]) =>
    paths.map((path) => `${name.replace(/(?<=.)@.*/, '')}/${path}`),
  );
  for (const sheet of [...Object.keys(OWN), ...published]) {
    for (const [name, body] of Object.entries(ELEMENTS)) {
      test(`${sheet}: the ${name} looks as on a blank page`, async () => {
        if (!blank.has(name)) {
          const { page, context } = await open(body);
          blank.set(name, await page.evaluate(looks));
          await context.close();
        }
        const { page, context } = await open(body, sheet);
        const [expected, found] = [blank.get(name) ?? [], await page.evaluate(looks)];
        assert.ok(expected.length > 10, 'the element is empty');
        const different = found.filter((line, index) => line !== expected[index]);
        assert.deepEqual(
          different.slice(0, 5),
          expected.filter((line, index) => line !== found[index]).slice(0, 5),
        );
        await context.close();
      });
    }

    test(`${sheet}: slotted headings and links stay legible`, async () => {
      const slotted = `<lucka-terms-dialog open storage="none"><div slot="intro"><h3>Before you read</h3>
        <p>These terms <a href="/pilot">apply to the pilot</a>.</p></div></lucka-terms-dialog>`;
      const { page, context } = await open(slotted, sheet);
      assert.deepEqual(
        (await page.evaluate(slottedContrast)).filter((line) => !line.endsWith(' legible')),
        [],
      );
      await context.close();
    });
  }
});
