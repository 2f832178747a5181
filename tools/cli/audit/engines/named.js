/**
 * Drops what says that a control has no name where the browser has one for it: an engine that works the name out by itself may
 * not follow slots or ElementInternals.
 *
 * @param {import('playwright-core').Page} page
 * @param {readonly import('../findings.js').Finding[]} findings
 * @param {readonly string[]} aboutNames rules that only a missing name breaks
 * @returns {Promise<import('../findings.js').Finding[]>}
 */
export async function withoutNamed(page, findings, aboutNames) {
  if (!findings.some(({ rule }) => aboutNames.includes(rule))) return [...findings];
  const session = await page.context().newCDPSession(page);
  try {
    const kept = [];
    for (const finding of findings)
      if (!aboutNames.includes(finding.rule) || !(await browserName(session, finding.target)))
        kept.push(finding);
    return kept;
  } finally {
    await session.detach();
  }
}

/** @param {import('playwright-core').CDPSession} session @param {import('../findings.js').Target | undefined} target @returns {Promise<string>} */
async function browserName(session, target) {
  if (!target) return '';
  const { result } = await session.send('Runtime.evaluate', {
    expression: `luckaAudit.find(${JSON.stringify(target.path)})`,
  });
  if (!result.objectId) return '';
  const { nodes } = await session.send('Accessibility.getPartialAXTree', {
    ...{ objectId: result.objectId, fetchRelatives: false },
  });
  return String(nodes[0]?.name?.value ?? '').trim();
}
