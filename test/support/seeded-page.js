/**
 * Pages for the audit: one without defects, and one with 29 kinds of defects, in the page itself or in the shadow root of an element.
 *
 * @typedef {object} Seed
 * @property {string} kind
 * @property {string[]} rules each of them detects it
 * @property {string} html within `<section id="seed-…">`
 * @property {string} [at] where it is found, if not at the id of its section
 * @property {string} [script] runs with `seed`, the section
 * @property {'failure' | 'advice'} [as] how it is reported; a failure by default
 */

/** @type {readonly Seed[]} */
export const SEEDS = [
  {
    kind: 'text of too little contrast',
    rules: ['axe color-contrast'],
    html: '<p class="pale">Pale words on white</p>',
  },
  {
    kind: 'an image without a text alternative',
    rules: ['axe image-alt'],
    html: '<img src="data:image/gif;base64,R0lGODlhAQABAAAAACwAAAAAAQABAAA=" width="40" height="40">',
  },
  {
    kind: 'a button without a name',
    rules: ['axe button-name', 'name'],
    html: '<button type="button" class="square"></button>',
  },
  {
    kind: 'a link without a name',
    rules: ['axe link-name', 'name'],
    html: '<a href="#top" class="square"><img src="data:image/gif;base64,R0lGODlhAQABAAAAACwAAAAAAQABAAA=" alt="" width="40" height="40"></a>',
  },
  {
    kind: 'a field without a label',
    rules: ['axe label', 'name'],
    html: '<input type="text" autocomplete="off">',
  },
  {
    kind: 'a field named by its placeholder only',
    rules: ['placeholder-name'],
    html: '<input type="text" autocomplete="off" placeholder="Your case number">',
  },
  {
    kind: 'a button that no key reaches',
    rules: ['role-focus'],
    html: '<div role="button" class="square">Send</div>',
  },
  {
    kind: 'a control that Tab leaps over',
    rules: ['keyboard'],
    html: '<button type="button">Before</button> <button type="button">Never</button> <button type="button">After</button>',
    script: `const [before, never, after] = seed.querySelectorAll('button');
      before.addEventListener('keydown', (event) => { if (event.key === 'Tab' && !event.shiftKey) { event.preventDefault(); after.focus(); } });
      never.addEventListener('focus', () => after.focus());`,
  },
  {
    kind: 'a focus that is not seen',
    rules: ['focus-visible'],
    html: '<button type="button" style="outline: none">No ring</button>',
  },
  {
    kind: 'a focus that is hardly seen',
    rules: ['focus-weak'],
    as: 'advice',
    html: '<button type="button" style="outline: 1px solid #eee">Pale ring</button>',
  },
  {
    kind: 'a focus that something fixed covers',
    rules: ['focus-obscured'],
    html: '<button type="button" class="covered">Under the bar</button><div class="bar">A bar that stays</div>',
  },
  {
    kind: 'an invalid field without a message',
    rules: ['error-message'],
    html: '<label>Town <input type="text" autocomplete="off" aria-invalid="true"></label>',
  },
  {
    kind: 'a live region that is a description as well',
    rules: ['live-description'],
    as: 'advice',
    at: '#left',
    html: '<label>Name of the child <input type="text" autocomplete="off" aria-describedby="left"></label><p id="left" role="status">12 letters left</p>',
  },
  {
    kind: 'a live region within another',
    rules: ['live-nested'],
    as: 'advice',
    html: '<div role="status">News <p aria-live="polite">More news</p></div>',
  },
  {
    kind: 'an edge that is lost in forced colours',
    rules: ['forced-edge'],
    as: 'advice',
    html: '<button type="button" style="border: none; background: #003; color: #fff">Filled</button>',
  },
  {
    kind: 'a text that runs in the wrong direction',
    rules: ['direction'],
    html: '<p lang="ar">مرحبا بكم في هذه الصفحة.</p>',
  },
  {
    kind: 'a text in another language that is not marked',
    rules: ['language'],
    html: '<p>Du kan boka tid för besök på något av våra servicekontor när du har fått brevet.</p>',
  },
  {
    kind: 'a dialog without a name',
    rules: ['dialog-name'],
    html: '<button type="button">Open one</button><dialog class="narrow"><button type="button" autofocus>Close</button></dialog>',
    script:
      "seed.querySelector('button').addEventListener('click', () => seed.querySelector('dialog').showModal());",
  },
  {
    kind: 'a dialog that does not take the focus',
    rules: ['dialog-focus'],
    html: '<button type="button" aria-haspopup="dialog">Open two</button><div hidden role="dialog" aria-modal="true" aria-label="Two"><button type="button">Close</button></div>',
    script: `const two = seed.querySelector('[role]');
      seed.querySelector('button').addEventListener('click', () => { two.hidden = false; });
      addEventListener('keydown', ({ key }) => { if (key === 'Escape') two.hidden = true; });`,
  },
  {
    kind: 'a dialog that Escape does not close',
    rules: ['dialog-escape'],
    as: 'advice',
    html: '<button type="button" aria-haspopup="dialog">Open three</button><dialog class="narrow" aria-label="Three"><button type="button">Close</button></dialog>',
    script: `const three = seed.querySelector('dialog');
      three.addEventListener('keydown', (event) => { if (event.key === 'Escape') event.preventDefault(); });
      three.addEventListener('cancel', (event) => event.preventDefault());
      seed.querySelector('button').addEventListener('click', () => three.showModal());`,
  },
  {
    kind: 'a dialog that is not modal',
    rules: ['dialog-modal'],
    as: 'advice',
    html: '<dialog open aria-label="Question" class="flow"><p>Do you go on?</p></dialog>',
  },
  {
    kind: 'an id that two elements have',
    rules: ['repeated-id'],
    html: '<label for="twice">First name <input type="text" autocomplete="off" id="twice"></label><label for="twice">Last name</label><p id="twice">Your last name</p>',
  },
  {
    kind: 'a box that is too wide for a telephone',
    rules: ['reflow'],
    html: '<p style="width: 400px">A box that is too wide for a telephone.</p>',
  },
  {
    kind: 'text that is cut off when it is twice as large',
    rules: ['text-size'],
    html: '<p style="height: 30px; width: 10em; overflow: hidden">One line of text.</p>',
  },
  {
    kind: 'text that is cut off when it is set wider',
    rules: ['text-spacing'],
    html: '<p style="font: 16px/1.5 monospace; width: 165px; white-space: nowrap; overflow: hidden">Sixteen letters.</p>',
  },
  {
    kind: 'two small targets side by side',
    rules: ['axe target-size'],
    html: '<button type="button" class="tiny">a</button><button type="button" class="tiny">b</button>',
  },
  {
    kind: 'something that moves without end',
    rules: ['motion'],
    html: '<p style="animation: turn 2s infinite; width: 5em">Round</p>',
  },
  {
    kind: 'a field that speaks at every key',
    rules: ['announcements'],
    as: 'advice',
    html: '<label>Text <textarea></textarea></label><p role="status"></p>',
    script:
      "seed.querySelector('textarea').addEventListener('input', ({ target }) => { seed.querySelector('[role]').textContent = `${target.value.length} letters`; });",
  },
  {
    kind: 'a control that holds the keyboard',
    rules: ['keyboard-trap'],
    html: '<button type="button">Trap</button>',
    script:
      "seed.querySelector('button').addEventListener('keydown', (event) => { if (event.key === 'Tab' || event.key === 'Escape') event.preventDefault(); });",
  },
];

const STYLE = `
  body, section, p, button, label, dialog, a, h1, h2 { font: 16px/1.5 sans-serif; color: #000; background: #fff }
  button { min-height: 44px; padding: 0 1em; border: 2px solid; background: #fff }
  input, textarea { font: inherit; max-width: 100%; box-sizing: border-box; border: 2px solid #000; min-height: 30px }
  :focus-visible { outline: 3px solid #000; outline-offset: 2px }
  label { display: block }
  section { margin-block: 1em }
  .pale { color: #aaa }
  .square { display: inline-block; min-width: 44px; min-height: 44px }
  .tiny { width: 16px; height: 16px; min-height: 0; padding: 0 }
  .narrow { width: 200px }
  .flow { position: static }
  .covered { position: fixed; inset-block-start: 10px; inset-inline-start: 10px }
  .bar { position: fixed; inset: 0 0 auto 0; height: 80px; background: #ddf; color: #000 }
  main { padding-block-start: 90px }
  @keyframes turn { to { rotate: 1turn } }`;

const section = (/** @type {Seed} */ { html }, /** @type {number} */ index) =>
  `<section id="seed-${index + 1}">${html}</section>`;

const script = (/** @type {Seed} */ seed, /** @type {number} */ index) =>
  seed.script ? `{ const seed = root.querySelector('#seed-${index + 1}'); ${seed.script} }` : '';

/** @param {string} main @param {string} [code] @param {{ lang?: string, style?: string, head?: string }} [options] */
export const page = (main, code = '', { lang = 'en', style = STYLE, head = '' } = {}) =>
  `<!doctype html><html lang="${lang}"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width"><title>Page</title>${head}<style>${style}</style></head>
<body><main id="top"><h1>Page</h1>${main}</main><script>${code}</script></body></html>`;

/** @param {readonly Seed[]} [seeds] @returns {string} with the defects in the page itself */
export const seededPage = (seeds = SEEDS) =>
  page(seeds.map(section).join('\n'), `const root = document; ${seeds.map(script).join('\n')}`);

/** @param {readonly Seed[]} [seeds] @param {string} [tag] @returns {string} with the defects in the shadow root of an element */
export const seededElement = (seeds = SEEDS, tag = 'lucka-faulty') =>
  page(
    `<${tag}></${tag}>`,
    `customElements.define('${tag}', class extends HTMLElement {
      constructor() {
        super();
        const root = this.attachShadow({ mode: 'open' });
        root.innerHTML = ${JSON.stringify(`<style>${STYLE}</style>${seeds.map(section).join('\n')}`)};
        ${seeds.map(script).join('\n')}
      }
    });`,
  );

/** What is often there and no defect: each was once reported by a tool. */
export const CLEAN = `<p>Everything is in order here. <a href="#top">A link in a sentence</a> has no border, and needs none.</p>
<p lang="sv">Du kan boka tid för besök på något av våra servicekontor när du har fått brevet.</p>
<p lang="ar" dir="rtl">مرحبا بكم في هذه الصفحة.</p>
<p><button type="button">Go on</button></p>
<p><a href="tel:+46000000000" style="display: inline-block; height: 19px; line-height: 19px">000-000 00 00</a></p>
<fieldset><legend>Which document?</legend>
<label style="padding: 10px"><input type="radio" name="document" value="a"> Passport</label>
<label style="padding: 10px"><input type="radio" name="document" value="b"> Identity card</label></fieldset>
<form><label for="subject">Subject</label><input id="subject" autocomplete="off" aria-describedby="hint"><p id="hint">A few words</p>
<label for="year">Year of birth</label><input id="year" aria-invalid="true" aria-describedby="wrong" autocomplete="off"><p id="wrong">Write four figures</p>
<label for="message">Message</label><textarea id="message"></textarea><p role="status"></p></form>
<div tabindex="0" role="group" aria-label="Terms" style="height: 60px; overflow: auto; border: 1px solid"><p>One.</p><p>Two.</p><p>Three.</p><p>Four.</p></div>
<details><summary style="width: 10em">More</summary><p>Words that are shown when somebody asks.</p></details>
<div role="tablist" aria-label="Parts"><button type="button" role="tab" aria-selected="true" id="tab-1">One</button><button type="button" role="tab" aria-selected="false" tabindex="-1" id="tab-2">Two</button></div>
<button type="button" id="opener">Ask</button><dialog aria-labelledby="asked"><h2 id="asked">Do you go on?</h2><form method="dialog"><button>Close</button></form></dialog>`;

/** @returns {string} a page in order */
export const cleanPage = () =>
  page(
    CLEAN,
    "document.querySelector('#opener').addEventListener('click', () => document.querySelector('dialog').showModal());",
  );
