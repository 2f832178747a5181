import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { databases } from '../support/databases.js';
import { letters, Office } from '../support/office.js';
import { startServiceInProcess } from '../support/service-in-process.js';

/** @param {string} text */
const fullWidth = (text) =>
  text.replaceAll(/[!-~]/g, (one) => String.fromCodePoint(one.charCodeAt(0) + 0xfee0));

/** @param {string} text @param {number} zero code point of another script's 0 */
const withDigitsFrom = (text, zero) =>
  text.replaceAll(/\d/g, (digit) => String.fromCodePoint(zero + Number(digit)));

/** @typedef {[name: string, write: (text: string) => string]} Form */

/** How a reference looks that was typed, dictated or copied. @type {Form[]} */
const forms = [
  ['with spaces', (text) => ` ${text.replaceAll('-', ' ')} `],
  ['with no-break spaces', (text) => text.replaceAll('-', '\u{a0}')],
  ['with en dashes', (text) => text.replaceAll('-', '–')],
  ['with minus signs', (text) => text.replaceAll('-', '−')],
  ['with soft hyphens', (text) => text.replaceAll('-', '\u{ad}-')],
  ['with zero-width spaces', (text) => [...text].join('\u{200b}')],
  ['with a byte-order mark', (text) => `\u{feff}${text}`],
  ['with marks of direction', (text) => `\u{200e}${text}\u{200f}`],
  ['with a variation selector', (text) => `${text}\u{fe0f}`],
  ['in full width', fullWidth],
  ['in lower case', (text) => text.toLowerCase()],
];

/** Where PostgreSQL is, it starts sooner. */
const [database] = databases.filter(({ skip }) => !skip).slice(-1);

describe('a typed reference', () => {
  /** @type {import('../support/databases.js').OpenDatabase} */
  let open;
  /** @type {import('../support/service-in-process.js').ServiceInProcess} */
  let service;
  /** @type {Office} */
  let office;
  /** With 0 and 1 in it, which are taken for letters. */
  const reference = 'K0QM-41TD-9RVC';
  before(async () => {
    open = await database.open();
    service = await startServiceInProcess({ databaseUrl: await open.createDatabase() });
    office = new Office(service.client, 'boden');
    const made = await office.booked(letters.next());
    await service.database.query('UPDATE bookings SET reference = $2 WHERE reference = $1', [
      made.reference.replaceAll('-', ''),
      reference.replaceAll('-', ''),
    ]);
  });
  after(async () => {
    await service?.close();
    await open?.close();
  });

  for (const [name, write] of /** @type {Form[]} */ ([
    ...forms,
    ['with O for 0', (text) => text.replaceAll('0', 'O')],
    ['with o for 0', (text) => text.replaceAll('0', 'o')],
    ['with I for 1', (text) => text.replaceAll('1', 'I')],
    ['with l for 1', (text) => text.replaceAll('1', 'l')],
  ])) {
    it(`${name} is the reference of the booking`, async () => {
      const typed = write(reference);
      const found = await office.booking(encodeURIComponent(typed));
      assert.deepEqual([found.status, found.body.reference], [200, reference]);
      const held = await office.holdToChange((await office.freeSlot()).id, typed);
      assert.equal(held.status, 201, held.text);
      await office.release(held.body.holdId);
    });
  }

  for (const [name, write] of /** @type {Form[]} */ ([
    ...forms,
    ['with Arabic-Indic digits', (text) => withDigitsFrom(text, 0x660)],
    ['with Persian digits', (text) => withDigitsFrom(text, 0x6f0)],
  ])) {
    it(`${name} is the reference of the letter`, async () => {
      const letterReference = write(letters.next());
      const { status, text } = await service.client.send('POST', '/letter-checks', {
        body: { letterReference },
      });
      assert.equal(status, 200, text);
    });
  }

  it('without letters and digits is invalid', async () => {
    assert.equal((await office.booking('%E2%80%8B-')).status, 404);
    const { status, body } = await service.client.send('POST', '/letter-checks', {
      body: { letterReference: '\u{200b}–' },
    });
    assert.deepEqual([status, body.code], [422, 'letter-invalid']);
  });

  it('in several forms counts as attempts for the same letter', async () => {
    const statuses = [];
    for (let guess = 0; guess < 20; guess += 1) {
      const [, write] = forms[guess % forms.length];
      const body = { letterReference: write('WRONG-77') };
      statuses.push((await service.client.send('POST', '/letter-checks', { body })).status);
    }
    assert.deepEqual(statuses, [...Array(15).fill(422), ...Array(5).fill(429)]);
  });
});
