import { expect } from '@open-wc/testing';
import { withPhoneNumbers } from '../../src/content/phone-numbers.js';

/** Numbers that can be dialled stand in brackets. */
const shown = (text: string): string =>
  withPhoneNumbers(text)
    .map((part) => (typeof part === 'string' ? part : `[${textOf(part)}]`))
    .join('');

const textOf = (part: object): string => ('content' in part ? String(part.content) : '');

describe('a text with telephone numbers', () => {
  it('has the international form in their address', () => {
    const [, link] = withPhoneNumbers('Phone: 077-123 52 35.');
    expect(link).to.include({ type: 'link', href: 'tel:+46771235235' });
  });

  const texts: [string, string][] = [
    ['Phone: 077-123 52 35.', 'Phone: [077-123 52 35].'],
    ['Ring 011-15 60 00 eller 08-123 456 78!', 'Ring [011-15 60 00] eller [08-123 456 78]!'],
    ['From abroad: +46 771 23 52 35', 'From abroad: [+46 771 23 52 35]'],
  ];
  for (const [text, wanted] of texts)
    it(`lets them be dialled: ${wanted}`, () => expect(shown(text)).to.equal(wanted));

  for (const text of [
    'Registration number: 202100-2163',
    'On 2026-12-05 at 09:00, and 09.00–11.30',
    'Norrköping, 601 70',
    'Personal number 010203-1234 and 20010203-1234',
    'Reference K7QM-4XTD-9RVC, 12-345678',
    '',
  ])
    it(`takes nothing else for one: ${text}`, () => expect(shown(text)).to.equal(text));
});
