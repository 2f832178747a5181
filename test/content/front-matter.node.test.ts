import { expect } from '@open-wc/testing';
import { readFrontMatter } from '../../src/content/front-matter.js';

const metaOf = (lines: string) => readFrontMatter(`---\n${lines}\n---\nBody`).meta;

describe('front matter', () => {
  it('reads the values that editors need', () => {
    const lines =
      'id: a\nn: 4\nyes: true\nnone: null\nquoted: "a: \\"b\\""\nlist: [x, "y z"]\nmore:\n  - one\n  - "two"\nwho:\n  name: "Å"\n  phone: 077';
    expect(metaOf(lines)).to.deep.equal({
      id: 'a',
      n: 4,
      yes: true,
      none: null,
      quoted: 'a: "b"',
      list: ['x', 'y z'],
      more: ['one', 'two'],
      who: { name: 'Å', phone: '077' },
    });
  });

  it('reads what content management systems write', () => {
    const lines = [
      '# Written by the system',
      "version: '1.0'",
      "title: 'The agency''s terms' # shown above",
      'colour: a#b',
      'tags:',
      '- one',
      "- 'two # three'",
      '# between',
      '- three',
      'list: [\'a\', "b, c", d]',
      'summary: >-',
      '  The first line',
      '  and the second.',
      '',
      '  Another paragraph.',
      'address: |',
      '  Storgatan 1',
      '  601 70 Norrköping',
      'note: A long text that',
      '  goes on here',
      'empty: # nothing yet',
      'last: 1',
    ];
    expect(metaOf(lines.join('\n'))).to.deep.equal({
      version: '1.0',
      title: "The agency's terms",
      colour: 'a#b',
      tags: ['one', 'two # three', 'three'],
      list: ['a', 'b, c', 'd'],
      summary: 'The first line and the second.\nAnother paragraph.',
      address: 'Storgatan 1\n601 70 Norrköping\n',
      note: 'A long text that goes on here',
      empty: '',
      last: 1,
    });
  });

  it('reads long values that were folded, escapes, and other indents', () => {
    const lines = [
      'points:',
      '  - You can ask for your personal data to be deleted, but as a general rule,',
      '    national rules on archives require that it is kept.',
      '  - >-',
      '    Folded text',
      '    in an item',
      '  - "New: a long text',
      '    that goes on"',
      'deep:',
      '    - a',
      '    - b',
      'who:',
      '    name: A long name',
      '      that goes on',
      '    phone: 077',
      'escaped: "1\\_000 kr, Fr\\xE5gor \\u00e4 \\\\x41"',
      'quoted: "first',
      '  second"',
      'tags: ["Nr #1", x] # comment',
      'text:',
      '  below the key',
      '  in two lines',
    ];
    expect(metaOf(lines.join('\n'))).to.deep.equal({
      points: [
        'You can ask for your personal data to be deleted, but as a general rule, national rules on archives require that it is kept.',
        'Folded text in an item',
        'New: a long text that goes on',
      ],
      deep: ['a', 'b'],
      who: { name: 'A long name that goes on', phone: '077' },
      escaped: '1\u00a0000 kr, Frågor ä \\x41',
      quoted: 'first second',
      tags: ['Nr #1', 'x'],
      text: 'below the key in two lines',
    });
  });

  it('takes a time that grows with the length, for every kind of value', () => {
    const kinds: Record<string, (n: number) => string> = {
      names: (n) => `who:\n${Array.from({ length: n }, (_, i) => `  n${i}: v`).join('\n')}`,
      items: (n) => `tags:\n${'  - a\n'.repeat(n)}`,
      folded: (n) => `text: >\n${'  a\n'.repeat(n)}`,
      empty: (n) => `text: |\n${'\n'.repeat(n)}  a`,
      quoted: (n) => `text: "a\n${'  a\n'.repeat(n)}"`,
      open: (n) => `text: '${"''".repeat(n)}`,
      list: (n) => `text: [${'"a", '.repeat(n)}]`,
      spaces: (n) => `text: a${' '.repeat(n)}b`,
    };
    for (const [kind, make] of Object.entries(kinds)) {
      const text = make(10_000);
      const started = performance.now();
      try {
        metaOf(text);
      } catch {
        // Refused is as good.
      }
      expect(performance.now() - started, kind).to.be.below(500);
    }
  });

  it('leaves a text without front matter whole', () => {
    expect(readFrontMatter('Text\n---\nmore')).to.deep.equal({
      meta: {},
      body: 'Text\n---\nmore',
      offset: 0,
    });
  });

  it('reads files with Windows line ends and a byte order mark', () => {
    const { meta, body, offset } = readFrontMatter('\uFEFF---\r\nid: a\r\n---\r\nBody\r\n');
    expect([meta['id'], body, offset]).to.deep.equal(['a', 'Body\n', 3]);
  });

  it('is not fooled by names that objects have', () => {
    const meta = metaOf('constructor: a\ntoString: b');
    expect(Object.keys(meta)).to.deep.equal(['constructor', 'toString']);
    expect(({} as Record<string, unknown>)['b']).to.equal(undefined);
  });

  for (const [name, lines, line, message] of [
    ['a line that is none', 'id: a\nwhat is this', 3, 'not understood'],
    ['a key twice', 'id: a\nid: b', 3, 'stands twice'],
    ['a quote that never ends', 'id: "a', 2, 'does not end'],
    ['a single quote that never ends', "id: 'a", 2, 'does not end'],
    ['text after a quoted value', "id: 'a' b", 2, 'does not end'],
    ['an item under a list in one line', 'id: [a]\n- b: c', 3, 'not understood'],
    ['a block of another kind', 'a: |2-\n  x', 2, 'not understood'],
    ['values within named values', 'who:\n  name:\n    first: Å', 3, 'not understood'],
  ] as const) {
    it(`names the line of ${name}`, () => {
      expect(() => metaOf(lines))
        .to.throw(message)
        .with.property('line', line);
    });
  }
});
