import { page } from './seeded-page.js';

/**
 * What an engine has reported of our stories and a person has judged to be in order. Each is found by its id.
 *
 * @typedef {object} Judged
 * @property {string} what
 * @property {string} at id of the element in the shadow root
 * @property {string} [also] where an engine has reported it of something else: the last part of its path, or 'the page'
 * @property {string} html
 * @property {string} [script] runs with `root`
 */

/** @type {readonly Judged[]} */
export const JUDGED = [
  {
    what: 'a heading in a shadow root with text under it',
    at: 'heading',
    also: '#top > h1',
    html: '<h2 id="heading">Opening hours</h2><p>Monday to Friday.</p><h2>Where to find us</h2><p>By the square.</p>',
  },
  {
    what: 'a first stop that is no skip link',
    at: 'skip',
    also: 'the page',
    html: '',
  },
  {
    what: 'a field whose label comes through a slot',
    at: 'question',
    html: '<label for="question"><slot name="label">Question</slot></label><textarea id="question"></textarea>',
  },
  {
    what: 'colours that light-dark() gives',
    at: 'scheme',
    html: '<button type="button" id="scheme" class="scheme">Continue</button>',
  },
  {
    what: 'a scroll box that takes the focus',
    at: 'terms',
    html: `<div id="terms" class="box" tabindex="0" role="group" aria-label="Terms">${'<p>A sentence of the terms.</p>'.repeat(8)}</div>`,
  },
  {
    what: 'a text button without an edge',
    at: 'text-button',
    html: '<button type="button" id="text-button" class="text">Change office</button>',
  },
  {
    what: 'a summary without an edge',
    at: 'summary',
    html: '<details><summary id="summary">More about fees</summary><p>There are none.</p></details>',
  },
  {
    what: 'a low link with room around it',
    at: 'phone',
    html: '<a href="tel:+46000000000" id="phone" class="low">000-000 00 00</a>',
  },
  {
    what: 'a focus ring that goes round the whole row',
    at: 'row',
    html: '<fieldset><legend>Which document?</legend><label class="row"><input type="radio" name="document" id="row"> Passport</label><label class="row"><input type="radio" name="document"> Identity card</label></fieldset>',
  },
  {
    what: 'a link to a section that is in a shadow root',
    at: 'section-link',
    html: '<a href="#heading" id="section-link">Go to opening hours</a>',
  },
  {
    what: 'a panel that is hidden',
    at: 'panel',
    html: '<div hidden><div id="panel" role="tabpanel" aria-labelledby="nobody"><button type="button"></button></div></div>',
  },
  {
    what: 'a list with a name',
    at: 'list',
    html: '<ul id="list" aria-label="What you need"><li>Passport</li><li>Photo</li></ul>',
  },
  {
    what: 'a button that goes as soon as somebody is there',
    at: 'stay',
    html: '<form><label for="name">What is it about?</label><input id="name" autocomplete="off"><button type="button" id="stay">Stay logged in</button></form>',
    script:
      "root.querySelector('form').addEventListener('keydown', () => root.querySelector('#stay')?.remove());",
  },
  {
    what: 'autocomplete="off" on a search for an office',
    at: 'office',
    html: '<label for="office">Search for an office</label><input id="office" type="search" autocomplete="off">',
  },
  {
    what: 'text at the edge of a scroll box',
    at: 'edge',
    html: `<div class="box" tabindex="0" role="group" aria-label="Rules">${'<p>A rule.</p>'.repeat(2)}<p id="edge">Half of this is seen.</p>${'<p>A rule.</p>'.repeat(4)}</div>`,
  },
];

const STYLE = `
  :root { color-scheme: light dark }
  :host, body { font: 1em/1.5 sans-serif; color: #06222d; background: #ffffff }
  button, input, textarea { font: inherit; color: inherit; background: transparent; min-block-size: 44px; border: 2px solid; max-inline-size: 100%; box-sizing: border-box }
  input[type="radio"] { min-block-size: 24px; inline-size: 24px }
  label { display: block }
  a { color: light-dark(#00507a, #8fd3ea) }
  :focus-visible { outline: 3px solid light-dark(#06222d, #eef6f8); outline-offset: 2px }
  .scheme { background: light-dark(#06222d, #8fd3ea); color: #ffffff }
  @media (prefers-color-scheme: dark) {
    :host, body { color: #eef6f8; background: #0b1a20 }
    .scheme { color: #06222d }
  }
  .box { block-size: 80px; overflow: auto; border: 1px solid }
  .text { border: 0; background: none; text-decoration: underline }
  .low { display: inline-block; block-size: 19px; line-height: 19px; margin-block: 20px }
  .row { padding: 10px; margin-block: 10px }
  .row:has(:focus-visible) { outline: 3px solid; outline-offset: 5px }
  .row :focus-visible { outline: none }`;

/** @returns {string} a page with all of them in the shadow root of an element */
export const judgedPage = () =>
  page(
    '<lucka-judged><span slot="label">Your question to us</span></lucka-judged>',
    `customElements.define('lucka-judged', class extends HTMLElement {
      constructor() {
        super();
        const root = this.attachShadow({ mode: 'open' });
        root.innerHTML = ${JSON.stringify(`<style>${STYLE}</style>${JUDGED.map(({ html }) => html).join('\n')}`)};
        ${JUDGED.map(({ script = '' }) => script).join('\n')}
      }
    });`,
    { style: STYLE },
  );
