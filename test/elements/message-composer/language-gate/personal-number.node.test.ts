import { expect } from '@open-wc/testing';
import { personalNumbersIn } from '../../../../src/elements/message-composer/language-gate/personal-number.js';

describe('personal identity numbers', () => {
  const FOUND: readonly (readonly [string, string])[] = [
    ['with a hyphen', '811218-9876'],
    ['with a plus, from the year a person turns 100', '811218+9876'],
    ['with the century', '19811218-9876'],
    ['in one', '8112189876'],
    ['with a space', '811218 9876'],
    ['of coordination, with 60 added to the day', '701063-2391'],
    ['with an en dash', '811218–9876'],
    ['with a non-breaking hyphen', '811218‑9876'],
    ['with a minus sign', '811218−9876'],
    ['with a no-break space', '811218\u00a09876'],
    ['with a thin space', '811218\u20099876'],
    ['with a hyphen between spaces', '811218 - 9876'],
    ['with a zero-width space', '811218\u200b-\u200b9876'],
    ['with a soft hyphen', '811218\u00ad9876'],
    ['with spaces between the groups', '1981 12 18 9876'],
    ['with spaces between the groups, without the century', '81 12 18-9876'],
    ['with hyphens between the groups', '1981-12-18-9876'],
    ['in full-width digits', '８１１２１８-９８７６'],
  ];
  for (const [what, number] of FOUND) {
    it(`are found ${what}`, () =>
      expect(personalNumbersIn(`My number is ${number}, thank you.`)).to.deep.equal([number]));
  }

  const OTHERS: readonly (readonly [string, string])[] = [
    ['the number of an organisation', '202100-2163'],
    ['a telephone number', '077-123 52 35'],
    ['a mobile number in one', '0701234567'],
    ['a number with the country code', '+46701234567'],
    ['an IBAN in groups', 'SE45 5000 0000 0583 9825 7466'],
    ['an IBAN in one', 'SE4550000000058398257466'],
    ['a wrong check digit', '811218-9877'],
    ['a day that does not exist', '811239-9876'],
    ['a date and a time', '2026-11-22 14:05'],
    ['the number of a case', '12-345678'],
    ['a date and a number', '1981-12-18 9876'],
    ['a telephone number in groups', '081 121 89 876'],
    ['a sum', '8 112 189 876 kr'],
    ['a sum with no-break spaces', '81\u00a0121\u00a0898\u00a076 kr'],
    ['two dates', '811218 – 820101'],
    ['a longer row of digits', '811218-98765'],
  ];
  for (const [what, text] of OTHERS) {
    it(`are not seen in ${what}`, () =>
      expect(personalNumbersIn(`It says ${text} there.`)).to.deep.equal([]));
  }

  it('are all found', () =>
    expect(personalNumbersIn('811218-9876 och 640823-3234')).to.deep.equal([
      '811218-9876',
      '640823-3234',
    ]));
});
