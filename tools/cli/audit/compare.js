/**
 * What is new and what is gone between two results.json.
 *
 * @typedef {{ id: string, kind: string, rule: string, criteria: string[], page: string, message: string, target?: { path: string[] } }} Found
 *
 * @param {{ findings: Found[], date: string }} before
 * @param {{ findings: Found[], date: string }} after
 * @returns {{ added: Found[], gone: Found[], kept: number }} failures and advice
 */
export function compareResults(before, after) {
  const decided = (/** @type {{ findings: Found[] }} */ { findings }) =>
    findings.filter(({ kind }) => kind !== 'undecided');
  const [old, now] = [decided(before), decided(after)];
  const ids = (/** @type {Found[]} */ findings) => new Set(findings.map(({ id }) => id));
  const [oldIds, nowIds] = [ids(old), ids(now)];
  return {
    added: now.filter(({ id }) => !oldIds.has(id)),
    gone: old.filter(({ id }) => !nowIds.has(id)),
    kept: now.filter(({ id }) => oldIds.has(id)).length,
  };
}

/** @param {ReturnType<typeof compareResults>} difference @returns {string[]} for the console */
export function comparisonLines({ added, gone, kept }) {
  const line = (/** @type {string} */ sign) => (/** @type {Found} */ each) =>
    `${sign} ${each.kind} ${each.rule} ${each.criteria.join(', ')} ${each.page} ${each.target?.path.join(' >>> ') ?? ''}`.trim();
  return [
    ...added.map(line('+')),
    ...gone.map(line('-')),
    `${added.length} new, ${gone.length} gone, ${kept} as before`,
  ];
}
