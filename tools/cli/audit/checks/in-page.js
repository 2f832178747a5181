import { ownFinding } from '../rules.js';

/** @typedef {import('playwright-core').Page} Page */
/** @typedef {import('../findings.js').Finding} Finding */
/** @typedef {{ rule?: string, message: string, target: import('../findings.js').Target, kind?: import('../findings.js').Kind, criteria?: string[] }} Told */

/**
 * Runs one of the checks that lie in page-checks/.
 *
 * @param {Page} page
 * @param {string} name
 * @param {string} rule unless the check names another
 * @returns {Promise<Finding[]>}
 */
export async function runInPage(page, name, rule) {
  /** @type {Told[]} */
  const told = await page.evaluate(
    (check) => /** @type {any} */ (window).luckaAudit.checks[check](),
    name,
  );
  return told.map(({ rule: own, ...details }) => ownFinding(own ?? rule, details));
}

/** What no press and no change of the page is needed for. @param {Page} page @returns {Promise<Finding[]>} */
export async function checkStructure(page) {
  const findings = [];
  for (const [name, rule] of [
    ['placeholderName', 'placeholder-name'],
    ['roleFocus', 'role-focus'],
    ['errorMessage', 'error-message'],
    ['liveRegions', 'live-description'],
    ['repeatedIds', 'repeated-id'],
    ['direction', 'direction'],
    ['motion', 'motion'],
    ['dialogs', 'dialog-name'],
  ])
    findings.push(...(await runInPage(page, name ?? '', rule ?? '')));
  return findings;
}

/**
 * Controls that have an edge in ordinary colours and none in forced ones.
 *
 * @param {Page} page in forced colours
 * @returns {Promise<Finding[]>}
 */
export async function checkForcedEdges(page) {
  await page.emulateMedia({ forcedColors: 'none' });
  await page.evaluate(() => /** @type {any} */ (window).luckaAudit.rememberEdges());
  await page.emulateMedia({ forcedColors: 'active' });
  return runInPage(page, 'forcedEdges', 'forced-edge');
}

/** @param {Page} page @returns {Promise<Finding[]>} */
export async function notLookedAt(page) {
  const behind = await page.evaluate(() => /** @type {any} */ (window).luckaAudit.behindModal());
  const closed = await closedRoots(page);
  return [
    ...(behind
      ? [
          ownFinding('behind-modal', {
            message: `a modal dialog was open: ${behind} ${behind === 1 ? 'control' : 'controls'} behind it ${behind === 1 ? 'was' : 'were'} not looked at`,
          }),
        ]
      : []),
    ...closed.map((target) =>
      ownFinding('closed-root', { message: 'has a closed shadow root', target }),
    ),
  ];
}

/** Frames, when no engine looks into them. @param {Page} page @returns {Promise<Finding[]>} */
export async function unseenFrames(page) {
  /** @type {import('../findings.js').Target[]} */
  const frames = await page.evaluate(() => {
    const { luckaAudit } = /** @type {any} */ (window);
    return luckaAudit
      .all()
      .filter((/** @type {Element} */ element) => element.matches('iframe[src], frame[src]'))
      .map(luckaAudit.describe);
  });
  return frames.map((target) =>
    ownFinding('frame', { message: 'was not looked into: only axe-core does so', target }),
  );
}

/** @param {Page} page @returns {Promise<import('../findings.js').Target[]>} */
async function closedRoots(page) {
  const session = await page.context().newCDPSession(page);
  try {
    const { root } = await session.send('DOM.getDocument', { depth: -1, pierce: true });
    /** @type {number[]} */
    const hosts = [];
    const walk = (/** @type {any} */ node) => {
      for (const shadow of node.shadowRoots ?? []) {
        if (shadow.shadowRootType === 'closed') hosts.push(node.backendNodeId);
        walk(shadow);
      }
      for (const child of node.children ?? []) walk(child);
    };
    walk(root);
    return await describeNodes(session, hosts);
  } finally {
    await session.detach();
  }
}

/**
 * @param {import('playwright-core').CDPSession} session
 * @param {readonly number[]} nodes backend ids
 * @returns {Promise<(import('../findings.js').Target & { isOutside?: boolean })[]>}
 */
export async function describeNodes(session, nodes) {
  const targets = [];
  for (const backendNodeId of nodes.slice(0, 100)) {
    const { object } = await session.send('DOM.resolveNode', { backendNodeId });
    if (!object.objectId) continue;
    const { result } = await session.send('Runtime.callFunctionOn', {
      ...{ objectId: object.objectId, returnByValue: true },
      // What the browser draws within a control is no element of the page.
      functionDeclaration: `function () {
        const element = this instanceof Element ? this : this.parentElement;
        return element?.isConnected && window.luckaAudit.all().includes(element) ? window.luckaAudit.describe(element) : null;
      }`,
    });
    if (result.value) targets.push(result.value);
  }
  return targets;
}
