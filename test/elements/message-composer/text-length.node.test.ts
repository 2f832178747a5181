import { expect } from '@open-wc/testing';
import { lengthOf, normalizeText } from '../../../src/elements/message-composer/text-length.js';

describe('counting characters', () => {
  const CASES: readonly (readonly [string, number, string])[] = [
    ['nothing', 0, ''],
    ['a letter', 1, 'å'],
    ['a letter written as two code points', 1, 'a\u030A'],
    ['ten emoji and two line breaks', 12, '😀😀😀😀😀\n😀😀😀😀😀\n'],
    ['a line break of a native form', 1, '\r\n'],
    ['an old line break', 1, '\r'],
    ['a family, whose emoji is five code points', 5, '👨‍👩‍👧'],
  ];
  for (const [what, length, text] of CASES) {
    it(`counts ${what} as ${length}`, () => expect(lengthOf(text)).to.equal(length));
  }

  it('sends line breaks as LF and letters composed', () =>
    expect(normalizeText('a\u030A\r\nb\rc')).to.equal('å\nb\nc'));
});
