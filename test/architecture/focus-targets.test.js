import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import ts from 'typescript';

/**
 * What takes the focus by a script has a role and a name: Firefox says nothing of a `div` with a `tabindex` alone, and a bare heading
 * that replaces what had the focus is silent too. Read from the templates, so that it holds in every state.
 */

const FOLDER = 'src';
const files = readdirSync(FOLDER, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts') && !file.includes('generated'))
  .map((file) => join(FOLDER, file));

/** The templates of a file, each expression as `${}`. @param {string} path @param {string} text */
function templatesIn(path, text) {
  /** @type {string[]} */
  const templates = [];
  /** @param {ts.Node} node */
  const visit = (node) => {
    if (ts.isTaggedTemplateExpression(node) && node.tag.getText() === 'html') {
      const { template } = node;
      templates.push(
        ts.isNoSubstitutionTemplateLiteral(template)
          ? template.text
          : template.head.text +
              template.templateSpans.map(({ literal }) => `\${}${literal.text}`).join(''),
      );
    }
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true));
  return templates;
}

/** Elements whose `tabindex` keeps them out of the order of Tab. @param {string} template */
const focusTargetsIn = (template) =>
  [...template.matchAll(/<([a-z][\w-]*)((?:"[^"]*"|[^">])*)>/g)]
    .map(([, tag = '', attributes = '']) => ({ tag, attributes }))
    .filter(({ attributes }) => /\btabindex=(?:"-1"|\$\{\})/.test(attributes));

/** @param {{ tag: string, attributes: string }} target */
function hasRoleAndName({ tag, attributes }) {
  // A heading and a legend name themselves; the contents of the terms lead to headings.
  if (/^(?:fieldset|h[1-6])$/.test(tag)) return true;
  const role = /\brole="(\w+)"/.exec(attributes)?.[1];
  return Boolean(role) && /\baria-label(?:ledby)?=/.test(attributes);
}

/** @param {string} path @param {string} [text] */
const namelessIn = (path, text = readFileSync(path, 'utf8')) =>
  templatesIn(path, text)
    .flatMap(focusTargetsIn)
    .filter((target) => !hasRoleAndName(target))
    .map(({ tag, attributes }) => `${path}: <${tag}${attributes.replace(/\s+/g, ' ')}>`);

/** Paragraphs that can describe something, with several texts in a row. @param {string} path @param {string} [text] */
const splitTextsIn = (path, text = readFileSync(path, 'utf8')) =>
  templatesIn(path, text)
    .flatMap((template) => [...template.matchAll(/<p\b[^>]*\bid="([^"]+)"[^>]*>(.*?)<\/p>/gs)])
    .filter(([, , content = '']) => /\$\{\}\s+\$\{\}/.test(content))
    .map(([, id]) => `${path}: ${id}`);

/** Where focus is moved beside `context.focus()`, with the reason. @type {Readonly<Record<string, string>>} */
const OTHER_MOVES = {
  'src/shared/context-base.ts': 'it is the way for all five elements',
  'src/shared/modal.ts': 'a dialog opens with its heading and gives the focus back',
  'src/shared/page-focus.ts': 'a place of the page, outside of the element',
  'src/shared/print-document.ts': 'the frame that is printed',
  'src/content/follow-link.ts': 'a link leads to a heading of the text',
  'src/elements/terms-dialog/reading/scroll-box.ts': 'a link leads to a heading of the text',
  'src/elements/maintenance-banner/dismissal/dismissal.ts': 'what had the focus keeps it',
  'src/elements/message-composer/message-composer.ts': 'the public method focus()',
  'src/elements/message-composer/clipboard.ts': 'the field whose text is copied',
  'src/elements/document-wizard/document-wizard.ts': 'a link leads to the first answer',
};

describe('what takes the focus by a script', () => {
  test('has a role and a name in every template', () => {
    assert.deepEqual(
      files.flatMap((path) => namelessIn(path)),
      [],
    );
  });

  test('is described by one text: Chromium joins several without a space between them', () => {
    assert.deepEqual(
      files.flatMap((path) => splitTextsIn(path)),
      [],
    );
    const planted = 'html`<p class="hint" id="reason">\n  ${a} ${b}\n</p>`';
    assert.deepEqual(splitTextsIn('a.ts', planted), ['a.ts: reason']);
    assert.deepEqual(splitTextsIn('a.ts', 'html`<p id="reason">${a}</p><p>${b} ${c}</p>`'), []);
  });

  test('is found where it has none', () => {
    const planted = [
      'html`<div tabindex="-1">Error</div>`',
      'html`<div role="group" tabindex="-1"><h2>Error</h2></div>`',
      'html`<p aria-label="Error" @click=${() => a > b} tabindex=${isOpen ? -1 : nothing}></p>`',
    ];
    for (const text of planted) assert.equal(namelessIn('a.ts', text).length, 1, text);
    const fine = 'html`<div role="group" aria-labelledby="${id}-title" tabindex="-1"></div>`';
    assert.deepEqual(namelessIn('a.ts', fine), []);
    assert.deepEqual(namelessIn('a.ts', 'html`<input tabindex="0" />`'), []);
  });

  test('is moved by the context of the element, with exceptions that have a reason', () => {
    const moves = files.filter((path) =>
      /\.focus\(/.test(readFileSync(path, 'utf8').replaceAll('context.focus(', '')),
    );
    assert.deepEqual(moves.sort(), Object.keys(OTHER_MOVES).sort());
  });

  test('belongs to all five elements', () => {
    const elements = readdirSync('src/elements');
    const withoutFocus = elements.filter(
      (tag) =>
        !files.some(
          (path) =>
            path.startsWith(`src/elements/${tag}/`) &&
            /context\.focus\(/.test(readFileSync(path, 'utf8')),
        ),
    );
    assert.deepEqual(withoutFocus, []);
  });
});
