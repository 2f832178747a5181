import { checkBooking } from './booking.js';
import { ContractClient } from './client.js';
import { checkLetters } from './letters.js';
import { checkLimits } from './limits.js';
import { checkMessages } from './messages.js';
import { checkNotices } from './notices.js';
import { checkOffices } from './offices.js';
import { checkOrigins } from './origins.js';
import { Report } from './report.js';
import { loadSchemas } from './schemas.js';
import { checkTerms } from './terms.js';

/**
 * @typedef {import('./settings.js').CheckSettings} CheckSettings
 * @typedef {(client: ContractClient, settings: CheckSettings) => Promise<void>} Group
 */

/** In the order in which they run: the last one uses up the failed attempts of this address. */
const groups = {
  terms: checkTerms,
  messages: checkMessages,
  offices: checkOffices,
  letters: checkLetters,
  booking: checkBooking,
  notices: checkNotices,
  origins: checkOrigins,
  limits: checkLimits,
};

export const groupNames = Object.keys(groups);

/**
 * Checks a running server against the contract.
 *
 * @param {CheckSettings} settings
 * @returns {Promise<Report>}
 * @throws {Error} if nothing responds at the address, or not in time
 */
export async function checkContract(settings) {
  const { address, timeout } = settings;
  const report = new Report(address);
  const findFaults = await loadSchemas();
  report.schemasChecked = Boolean(findFaults);
  const session = settings.session ?? (await openSession(address, timeout));
  const stranger = settings.session ? undefined : await openSession(address, timeout);
  const client = new ContractClient({ address, timeout, report, findFaults });
  for (const [name, check] of Object.entries(groups)) {
    if (!settings.groups.includes(name)) continue;
    report.begin(name);
    try {
      await check(client, { ...settings, session, stranger });
    } catch (error) {
      report.expect('the check can go on to its end', false, String(error));
    }
  }
  report.skip('500 and 503: they cannot be provoked from outside');
  return report;
}

/**
 * Reads a session from a page: its cookies, and its token in `<meta name="csrf-token">`.
 *
 * @param {string} address
 * @param {number} timeout in ms
 * @returns {Promise<import('./settings.js').Session | undefined>}
 */
async function openSession(address, timeout) {
  const { headers, text } = await openPage(address, timeout).catch((cause) => {
    throw new Error(`Nothing answers at ${address}: is the service running?`, { cause });
  });
  const cookie = headers
    .getSetCookie()
    .map((one) => one.split(';')[0])
    .join('; ');
  const [, csrf] = /name="csrf-token" content="([^"]+)"/.exec(text) ?? [];
  return cookie && csrf ? { cookie, csrf } : undefined;
}

/** @param {string} address @param {number} timeout in ms, until the last byte */
async function openPage(address, timeout) {
  const page = await fetch(new URL('/', address), { signal: AbortSignal.timeout(timeout) });
  return { headers: page.headers, text: await page.text() };
}
