import { openDesk } from './offices.js';
import { checkWriteRules } from './rules.js';

/** @typedef {import('./examiner.js').Examiner} Examiner */

/** @param {Examiner} examiner @param {import('./settings.js').CheckSettings} settings */
export async function checkLetters(examiner, { letters: [letter], expiredLetter }) {
  const path = '/letter-checks';
  /**
   * @param {string} name
   * @param {number} status
   * @param {string | undefined} code
   * @param {string} letterReference
   */
  const check = (name, status, code, letterReference) =>
    examiner.wants(name, status, code, 'POST', path, { body: { letterReference } });
  await checkWriteRules(examiner, 'letter check', {
    method: 'POST',
    path,
    body: { letterReference: letter },
  });

  for (const typed of [letter, letter.toLowerCase().replaceAll('-', ' ')]) {
    const { body } = await check('letter', 200, undefined, typed);
    examiner.expect(
      'the letter is fresh, however it is typed',
      body?.alreadyBooked === false,
      body,
    );
  }
  const wrong = ['NO-SUCH-LETTER', 'x', "' OR 1=1 --"];
  const answers = [];
  for (const guess of wrong)
    answers.push(await check('wrong letter', 422, 'letter-invalid', guess));
  const texts = new Set(answers.map(({ text }) => text));
  examiner.expect('wrong letters get one answer', texts.size === 1, [...texts]);

  if (!expiredLetter) return examiner.report.skip('an expired letter: none is named');
  await check('expired letter', 410, 'letter-expired', expiredLetter);
  const [slot] = (await (await openDesk(examiner))?.freeSlots()) ?? [];
  if (!slot) return examiner.report.skip('holds by an expired letter: no time is free');
  const body = { slotId: slot.id, letterReference: expiredLetter };
  await examiner.wants('hold by an expired letter', 410, 'letter-expired', 'POST', '/holds', {
    body,
  });
  await examiner.wants('booking by an expired letter', 410, 'letter-expired', 'POST', '/bookings', {
    body,
  });
}
