import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { minifyTemplate, minifyTemplates } from '../../tools/minify-templates.js';

describe('white space in templates', () => {
  /** @type {[string, readonly string[], readonly string[]][]} */
  const CASES = [
    [
      'goes at the edges of blocks',
      ['<div>\n  <p>a</p>\n  <p>b</p>\n</div>'],
      ['<div><p>a</p><p>b</p></div>'],
    ],
    [
      'goes beside an expression at the edge of a block',
      ['<div>\n  ', '\n</div>'],
      ['<div>', '</div>'],
    ],
    ['stays between expressions', ['<div>\n  ', ' ', '\n</div>'], ['<div>', ' ', '</div>']],
    [
      'goes between what a stack or a row lays out',
      ['<div class="stack">', ' ', '</div><p>', ' ', '</p>'],
      ['<div class="stack">', '', '</div><p>', ' ', '</p>'],
    ],
    [
      'stays between inline elements',
      ['<p>a <b>b</b> <i>c</i></p>'],
      ['<p>a <b>b</b> <i>c</i></p>'],
    ],
    ['stays around words, as one space', ['<p>\n  a\n  b ', '\n</p>'], ['<p>a b ', '</p>']],
    [
      'goes in a button, and stays beside it',
      ['<button> a </button> <button> b </button>'],
      ['<button>a</button> <button>b</button>'],
    ],
    ['stays in a span', ['<span> a </span>'], ['<span> a </span>']],
    ['stays where it is shown', ['<pre>\n a </pre>'], ['<pre>\n a </pre>']],
    [
      'goes between attributes, not in their values',
      ['<p\n  class="a  b"\n  part=', '\n>', '</p>'],
      ['<p class="a  b" part=', '>', '</p>'],
    ],
    [
      'does not take a > in a value for the end of a tag',
      ['<p title="a > b">  c</p>'],
      ['<p title="a > b">c</p>'],
    ],
  ];
  for (const [name, given, wanted] of CASES)
    test(name, () => assert.deepEqual(minifyTemplate(given), wanted));

  test('goes in templates within templates', () => {
    const code = 'const a = html`<ul>\n  ${b.map((c) => html`<li>\n ${c} </li>`)}\n</ul>`;';
    assert.equal(
      minifyTemplates(code),
      'const a = html`<ul>${b.map((c) => html`<li>${c}</li>`)}</ul>`;',
    );
  });

  test('stays in what is translated, whose text is its key', () => {
    const code = 'const a = msg(html`<p> Hide </p>`); const b = css`p {  }`;';
    assert.equal(minifyTemplates(code), code);
  });
});
