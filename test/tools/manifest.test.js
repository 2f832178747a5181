import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';

/**
 * @typedef {{ description?: string, type?: { text: string } }} Described
 * @typedef {{ name: string, kind: string, privacy?: string, description?: string, attribute?: string, default?: string,
 *   parameters?: ({ name: string } & Described)[], return?: Described }} Member
 * @typedef {{ name: string, kind: string, tagName?: string, members?: Member[] }} Declaration
 */

/** What `npm run build` makes of the sources; editors, frameworks and Storybook are given nothing else. */
const { modules } = JSON.parse(readFileSync('custom-elements.json', 'utf8'));
/** @type {Declaration[]} */
const declarations = modules.flatMap(
  (/** @type {{ declarations: Declaration[] }} */ module) => module.declarations,
);
const classes = declarations.filter(({ kind }) => kind === 'class');
const elements = classes.filter(({ tagName }) => tagName);

/** Members for the browser, for Lit and for audit tools: nobody calls or sets them. */
const NOT_PUBLIC =
  /^(?:[#_]|internals$|formAssociated$|observedAttributes$|styles$|constructor$|willUpdate$|updated$|firstUpdated$|render$|createRenderRoot$|getUpdateComplete$)|Callback$/;

describe('the custom elements manifest', () => {
  test('has the five elements, their base class and their events, and nothing that a page cannot import', () => {
    assert.equal(elements.length, 5);
    const others = classes.filter((each) => !elements.includes(each)).map(({ name }) => name);
    assert.deepEqual(
      others.filter(
        (name) => !/^(?:Lucka\w+Event|Terms\w+Error|FormAssociatedElement)$/.test(name),
      ),
      [],
    );
    const kinds = new Set(declarations.map(({ kind }) => kind));
    assert.deepEqual([...kinds], ['class']);
  });

  for (const { name, members = [] } of classes)
    test(`lists only public members of ${name}`, () => {
      const hidden = members
        .filter((member) => member.privacy || NOT_PUBLIC.test(member.name))
        .map((member) => member.name);
      assert.deepEqual(hidden, []);
    });

  for (const { name, members = [] } of elements)
    test(`describes every member of ${name} in its own words`, () => {
      const described = new Map();
      // The descriptions of overloads are those of one method.
      for (const { name: member, description = '' } of members)
        described.set(member, described.get(member) || description.trim());
      const missing = [...described].filter(([, text]) => !text).map(([member]) => member);
      assert.deepEqual(missing, []);
      const texts = [...described.values()];
      const repeated = texts.filter((text, index) => texts.indexOf(text) !== index);
      assert.deepEqual(repeated, []);
    });

  for (const { name, members = [] } of elements)
    test(`says what the defaults, parameters and results of ${name} are`, () => {
      const unsaid = members.flatMap((member) => [
        ...(/^(?:''|false|undefined)?$/.test(member.default ?? '') ||
        /\bdefault\b/.test(member.description ?? '')
          ? []
          : [`${member.name} = ${member.default}`]),
        ...(member.parameters ?? [])
          .filter(({ description }) => !description)
          .map((parameter) => `${member.name}(${parameter.name})`),
        ...(member.kind === 'method' &&
        !/^(?:void|Promise<void>)$/.test(member.return?.type?.text ?? '') &&
        !member.return?.description
          ? [`${member.name}() returns`]
          : []),
      ]);
      assert.deepEqual(unsaid, []);
    });
});

describe('the values of an attribute', () => {
  /** @type {{ tags: { name: string, attributes: { name: string, values?: { name: string }[] }[] }[] }} */
  const { tags } = JSON.parse(readFileSync('types/vscode.html-custom-data.json', 'utf8'));

  test('that an editor offers are words, not names of types', () => {
    const offered = tags.flatMap(({ attributes }) =>
      attributes.flatMap(({ values = [] }) => values.map(({ name }) => name)),
    );
    assert.ok(offered.includes('manage'));
    assert.deepEqual(
      offered.filter((value) => /^[A-Z]/.test(value)),
      [],
    );
  });
});

describe('what is made from the manifest', () => {
  const hidden = /[^\w-]#[a-z]\w*|\b(?:internals|getUpdateComplete|\w+Callback)\b/;

  for (const file of ['vscode.html-custom-data.json', 'web-types.json', 'tags.d.ts'])
    test(`${file} names no member that is not public`, () => {
      const text = readFileSync(`types/${file}`, 'utf8');
      assert.equal(hidden.exec(text)?.[0], undefined);
    });
});
