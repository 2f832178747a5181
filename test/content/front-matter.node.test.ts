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
    ['an item under a scalar', 'id: a\n  - b', 3, 'not understood'],
  ] as const) {
    it(`names the line of ${name}`, () => {
      expect(() => metaOf(lines))
        .to.throw(message)
        .with.property('line', line);
    });
  }
});
