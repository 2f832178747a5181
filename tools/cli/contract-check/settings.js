/**
 * @typedef {object} CheckSettings
 * @property {string} address where the contract is served, such as https://agency.example/api
 * @property {string[]} groups to run
 * @property {number} timeout of a response in ms; 20,000 as in the elements
 * @property {Session | undefined} session a log-in of a test person
 * @property {Session} [stranger] of another person
 * @property {string} adminToken bearer token for notices, '' for none
 * @property {string[]} letters references of letters that may be used up
 * @property {string} expiredLetter '' for none
 * @property {string} termsId
 * @property {string} retiredTerms '' for none
 * @property {string} caseId a case of the test person
 *
 * @typedef {{ cookie: string, csrf: string }} Session
 */

export const help = `lucka-check <address> [--only terms,messages,…] [--json]

Runs Lucka's service contract against a running server. It records decisions, sends messages, makes
bookings and cancels them, publishes notices and deletes them, and guesses letters until it is made
to wait: run it against a test system.

  address   where the contract is served: http://127.0.0.1:8080/api
  --only    groups to run, of: terms messages offices letters booking notices
            origins limits
  --json    the report as JSON

Secrets come from the environment:
  LUCKA_COOKIE, LUCKA_CSRF   a test person's session; else taken from the page at /
  LUCKA_ADMIN_TOKEN          bearer token for notices
  LUCKA_LETTERS              four references of letters, with commas; LUCKA-0500… unless given
  LUCKA_EXPIRED_LETTER       LUCKA-9001 unless given; empty for none
  LUCKA_TERMS                my-page unless given
  LUCKA_RETIRED_TERMS        old-page unless given; empty for none
  LUCKA_CASE                 12-345678 unless given

Exit code 0 when all holds, 1 when something fails, 2 when the check cannot run.`;

/**
 * @param {string} address
 * @param {string[]} groups
 * @param {Readonly<Record<string, string | undefined>>} environment
 * @returns {CheckSettings}
 */
export function readCheckSettings(address, groups, environment) {
  const { LUCKA_COOKIE: cookie, LUCKA_CSRF: csrf = '' } = environment;
  return {
    address: address.replace(/\/+$/, ''),
    groups,
    timeout: 20_000,
    session: cookie ? { cookie, csrf } : undefined,
    adminToken: environment.LUCKA_ADMIN_TOKEN ?? '',
    letters: environment.LUCKA_LETTERS?.split(',') ?? seededLetters(Date.now()),
    expiredLetter: environment.LUCKA_EXPIRED_LETTER ?? 'LUCKA-9001',
    termsId: environment.LUCKA_TERMS ?? 'my-page',
    retiredTerms: environment.LUCKA_RETIRED_TERMS ?? 'old-page',
    caseId: environment.LUCKA_CASE ?? '12-345678',
  };
}

/**
 * Different values in each run, so that an interrupted run does not affect the next one.
 *
 * @param {number} now
 */
function seededLetters(now) {
  const first = 500 + (Math.floor(now / 256) % 120) * 4;
  return [0, 1, 2, 3].map((index) => `LUCKA-${String(first + index).padStart(4, '0')}`);
}
