import { openOffice } from './offices.js';
import { checkWriteRules } from './rules.js';

/** @typedef {import('./client.js').ContractClient} ContractClient */

/** @param {ContractClient} client @param {import('./settings.js').CheckSettings} settings */
export async function checkLetters(client, { letters: [letter], expiredLetter }) {
  const path = '/letter-checks';
  /**
   * @param {string} name
   * @param {number} status
   * @param {string | undefined} code
   * @param {string} letterReference
   */
  const check = (name, status, code, letterReference) =>
    client.wants(name, status, code, 'POST', path, { body: { letterReference } });
  await checkWriteRules(client, 'letter check', {
    method: 'POST',
    path,
    body: { letterReference: letter },
  });

  for (const typed of [letter, letter.toLowerCase().replaceAll('-', ' ')]) {
    const { body } = await check('letter', 200, undefined, typed);
    client.expect('the letter is fresh, however it is typed', body?.alreadyBooked === false, body);
  }
  const wrong = ['NO-SUCH-LETTER', 'x', "' OR 1=1 --"];
  const answers = [];
  for (const guess of wrong)
    answers.push(await check('wrong letter', 422, 'letter-invalid', guess));
  const texts = new Set(answers.map(({ text }) => text));
  client.expect('wrong letters get one answer', texts.size === 1, [...texts]);

  if (!expiredLetter) return client.report.skip('an expired letter: none is named');
  await check('expired letter', 410, 'letter-expired', expiredLetter);
  const [slot] = (await (await openOffice(client))?.freeSlots()) ?? [];
  if (!slot) return client.report.skip('holds by an expired letter: no time is free');
  const body = { slotId: slot.id, letterReference: expiredLetter };
  await client.wants('hold by an expired letter', 410, 'letter-expired', 'POST', '/holds', {
    body,
  });
  await client.wants('booking by an expired letter', 410, 'letter-expired', 'POST', '/bookings', {
    body,
  });
}
