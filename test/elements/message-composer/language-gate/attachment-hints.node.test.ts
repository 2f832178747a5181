import { expect } from 'chai';
import { compileDocument } from '../../../../src/content/compile.js';
import {
  findAttachmentHint,
  wordListsOf,
} from '../../../../src/elements/message-composer/language-gate/attachment-hints.js';

const lists = `## Words {#words}

### Supplements in Swedish {#words-supplementary-sv}

- kompletterande handlingar
- intyg från arbetsgivaren

### Supplements in English {#words-supplementary-en}

- supporting documents

### Identity documents in Swedish {#words-identity-document-sv}

- körkort

### Identity documents in English {#words-identity-document-en}

- passport
`;

describe('what a message seems to be about', () => {
  const cases: [name: string, text: string, expected: string | undefined][] = [
    ['words of a list', 'Here are my supporting documents.', 'supplementary'],
    ['capital letters', 'SUPPORTING DOCUMENTS', 'supplementary'],
    ['a no-break space', 'my supporting\u00a0documents', 'supplementary'],
    ['a line break between the words', 'my supporting\ndocuments', 'supplementary'],
    ['several spaces', 'my supporting   documents', 'supplementary'],
    ['decomposed letters', 'mitt ko\u0308rkort', 'identity-document'],
    ['a soft hyphen', 'my pass\u00adport', 'identity-document'],
    ['a zero-width joiner', 'my pass\u200dport', 'identity-document'],
    ['full-width letters', 'ｐａｓｓｐｏｒｔ', 'identity-document'],
    [
      'decomposed letters in a longer word list',
      'ett intyg fra\u030an\narbetsgivaren',
      'supplementary',
    ],
    ['a part of another word', 'my passports2 and a körkortsfoto', undefined],
    ['other words', 'When is my case decided?', undefined],
  ];
  for (const [name, text, expected] of cases)
    it(`is ${expected ?? 'nothing'} with ${name}`, async () => {
      const words = wordListsOf(await compileDocument(lists));
      expect(findAttachmentHint(text, words, 'unknown')).to.equal(expected);
    });

  it('finds words of a list that an editor wrote with decomposed letters', async () => {
    const words = wordListsOf(await compileDocument(lists.normalize('NFD')));
    expect(findAttachmentHint('mitt körkort', words, 'sv')).to.equal('identity-document');
  });
});
