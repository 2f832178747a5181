import { createRequire } from 'node:module';
import { pathText } from './findings.js';

/**
 * A finding that somebody has accepted for a time. It stays in every report, and does not make the run fail.
 *
 * @typedef {object} Ignore
 * @property {string} rule such as 'axe color-contrast'; '*' is any
 * @property {string} [page] a pattern of addresses, such as 'https://agency.example/old/**'
 * @property {string} [target] a part of the path to the element
 * @property {string} reason
 * @property {string} owner who sees to it
 * @property {string} until the last day on which it holds, YYYY-MM-DD
 */
/** @typedef {Pick<Ignore, 'reason' | 'owner' | 'until'>} Ignored */

const require = createRequire(import.meta.url);

/**
 * Marks what is ignored. Entries whose day has passed ignore nothing.
 *
 * @param {readonly import('./findings.js').Group[]} groups
 * @param {readonly Ignore[]} ignores
 * @param {string} today YYYY-MM-DD
 * @returns {{ groups: import('./findings.js').Group[], warnings: string[] }}
 */
export function applyIgnores(groups, ignores, today) {
  /** @type {string[]} */
  const warnings = [];
  const valid = ignores.filter((entry) => {
    if (entry.until >= today) return true;
    warnings.push(
      `Ignoring ${entry.rule} ended on ${entry.until} (${entry.owner}: ${entry.reason}).`,
    );
    return false;
  });
  const used = new Set();
  const marked = groups.map((group) => {
    const entry = valid.find((each) => isMeant(each, group));
    if (!entry) return group;
    used.add(entry);
    const { reason, owner, until } = entry;
    return { ...group, ignored: { reason, owner, until } };
  });
  for (const entry of valid)
    if (!used.has(entry))
      warnings.push(
        `Nothing was found any more of what is ignored as ${entry.rule} (${entry.reason}).`,
      );
  return { groups: marked, warnings };
}

/** @param {Ignore} entry @param {import('./findings.js').Group} group */
function isMeant({ rule, page, target }, group) {
  const { finding } = group;
  if (rule !== '*' && rule !== finding.rule && !finding.also?.includes(rule)) return false;
  if (page && page !== group.page && !matcher(page)(group.page)) return false;
  return !target || pathText(finding.target).includes(target);
}

/** @param {string} pattern @returns {(text: string) => boolean} @throws {Error} when picomatch is not installed */
export function matcher(pattern) {
  try {
    return require('picomatch')(pattern, { dot: true });
  } catch {
    throw new Error('Patterns need one package more: npm install --save-dev picomatch');
  }
}
