import { fieldError, Problem } from '../contract/problem.js';

/**
 * @typedef {import('../../src/services/generated/contract.js').components['schemas']} Schemas
 * @typedef {import('../contract/schemas.js').Fault} Fault
 * @typedef {{ pointer: string, rule: string, detail: string }} FieldError
 */

const instants = /^\/(publishedAt|startsAt|endsAt|verifyingAt|endedAt|closesAt)$/;
const texts = /^\/(title|body|whatToDo)(\/(sv|en))?$/;

/**
 * Validates a notice before publication. The names of the rules are those of the banner.
 *
 * @param {import('../database/database.js').Queries} queries for the Swedish calendar
 * @param {string} id from the address
 * @param {unknown} body
 * @param {(body: unknown) => Fault[]} faultsOf
 * @returns {Promise<Schemas['Notice']>}
 * @throws {Problem} 422 `validation`
 */
export async function checkNotice(queries, id, body, faultsOf) {
  const faults = faultsOf(body);
  if (faults.length) throw refused(worded(faults));
  const notice = /** @type {Schemas['Notice']} */ (body);
  /** @type {FieldError[]} */
  const errors = [];
  if (notice.id !== id) {
    errors.push({ pointer: '#/id', rule: 'id', detail: 'Must be the id in the address.' });
  }
  for (const name of unusableInstants(notice)) {
    errors.push({ pointer: `#/${name}`, rule: 'date-time', detail: 'There is no such moment.' });
  }
  if (errors.length) throw refused(errors);
  if (endsBeforeStart(notice)) {
    errors.push({
      pointer: '#/endsAt',
      rule: 'end-before-start',
      detail: 'Ends before it starts.',
    });
  }
  if (notice.kind === 'closure' && !(await isAnnouncedInTime(queries, notice))) {
    const detail =
      '30 Swedish calendar days after publishedAt, at the same wall-clock time, at the earliest.';
    errors.push({ pointer: '#/closesAt', rule: 'closure-30-days', detail });
  }
  if (errors.length) throw refused(errors);
  return notice;
}

/** RFC 3339 allows a year 0000 and leap seconds, which calendars do not have. @param {object} notice */
const unusableInstants = (notice) =>
  Object.entries(notice)
    .filter(([name, value]) => value && instants.test(`/${name}`))
    .filter(([, value]) => !(Date.parse(value) > 0))
    .map(([name]) => name);

/** @param {Schemas['Notice']} notice */
const endsBeforeStart = ({ startsAt, endsAt }) =>
  Boolean(startsAt && endsAt) && Date.parse(String(endsAt)) < Date.parse(String(startsAt));

/**
 * Thirty days of the Swedish calendar, not 30 × 24 hours: added to the local time, which stays
 * the same when daylight saving time begins or ends.
 *
 * @param {import('../database/database.js').Queries} queries
 * @param {Schemas['Notice']} notice
 */
async function isAnnouncedInTime(queries, { publishedAt, closesAt }) {
  /** @type {{ lawful: boolean }[]} */
  const [{ lawful }] = await queries.query(
    `SELECT ($1::timestamptz AT TIME ZONE 'Europe/Stockholm' + interval '30 days')
       AT TIME ZONE 'Europe/Stockholm' <= $2::timestamptz AS lawful`,
    [publishedAt, closesAt],
  );
  return lawful;
}

/** Keywords that combine schemas: the errors of the combined schemas are more precise. */
const collective = /^(if|oneOf|allOf)$/;

/**
 * One error for each pointer, with the banner's rule name if there is one.
 *
 * @param {readonly Fault[]} faults
 */
function worded(faults) {
  const single = faults.filter(({ keyword }) => !collective.test(keyword));
  const errors = (single.length ? single : faults).map((fault) => ({
    ...fieldError(fault),
    ...bannersWords(fault),
  }));
  const unworded = (/** @type {FieldError} */ { rule }) => Number(!ownRules.has(rule));
  errors.sort((one, other) => unworded(one) - unworded(other));
  const places = new Set();
  return errors.filter(({ pointer }) => !places.has(pointer) && places.add(pointer));
}

const missingLanguage = { rule: 'missing-language', detail: 'Both languages, always.' };
const noOffset = { rule: 'no-offset', detail: 'An instant needs its offset, such as +01:00.' };
const ownRules = new Set([missingLanguage.rule, noOffset.rule]);

/** @param {Fault} fault */
function bannersWords({ instancePath, keyword }) {
  if (texts.test(instancePath) && /^(required|minLength)$/.test(keyword)) return missingLanguage;
  if (instants.test(instancePath) && keyword === 'pattern') return noOffset;
  return {};
}

/** @param {readonly FieldError[]} errors */
const refused = (errors) => new Problem(422, 'validation', { errors: errors.slice(0, 20) });
