import { createHash } from 'node:crypto';
import { lowestLevel } from './wcag.js';

/**
 * @typedef {object} Target where on the page something was found
 * @property {string[]} path CSS selectors: one for each frame and shadow root on the way, from the page inwards
 * @property {string} html its start tag
 * @property {string} [words] its first words
 * @property {{ x: number, y: number, width: number, height: number }} [box] on the page, px
 */
/**
 * @typedef {object} Picture of the state in which something failed
 * @property {Buffer} data PNG
 * @property {number} width px
 * @property {number} height px
 * @property {{ x: number, y: number, width: number, height: number }} box of the target within the picture, px
 */
/**
 * - `failure`: a criterion of WCAG 2.2, level A or AA, is not met
 * - `advice`: level AAA, best practice, or a weakness that no criterion forbids: never a failure of WCAG
 * - `undecided`: no machine can tell, or it was not looked at: a person has to
 *
 * @typedef {'failure' | 'advice' | 'undecided'} Kind
 */
/** @typedef {import('./engines/engines.js').EngineId | 'lucka'} Engine */
/**
 * One thing that was found in one view of a page.
 *
 * @typedef {object} Finding
 * @property {string} rule such as 'axe color-contrast' or 'focus-visible'
 * @property {Engine} engine
 * @property {Kind} kind
 * @property {string[]} criteria numbers of WCAG 2.2; may be empty for advice
 * @property {import('./wcag.js').Level | ''} level the lowest of its criteria
 * @property {string} message in English, for developers
 * @property {Target} [target] none when it concerns the whole page
 * @property {Picture} [picture]
 * @property {string[]} [also] rules of other engines that say the same
 */

/** @param {Omit<Finding, 'level'>} finding @returns {Finding} */
export function makeFinding(finding) {
  const level = lowestLevel(finding.criteria);
  // Only what breaks a criterion of A or AA is a failure.
  const kind =
    finding.kind === 'failure' && level !== 'A' && level !== 'AA' ? 'advice' : finding.kind;
  return { ...finding, kind, level };
}

/** Where a finding is, as one line. @param {Target | undefined} target */
export const pathText = (target) => target?.path.join(' >>> ') ?? '';

/** The same thing in each view and each run. @param {{ rule: string, target?: Target }} finding @param {string} page */
export const fingerprint = ({ rule, target }, page) =>
  createHash('sha256')
    .update([page, rule, pathText(target)].join('\n'))
    .digest('hex')
    .slice(0, 32);

/** Who is quoted: our own checks see the page as people do, then by how well an engine is known. */
const ORDER = ['lucka', 'axe', 'alfa', 'ibm'];

/** @param {string} rule such as 'axe label' or 'name' @returns {Engine} */
export const engineOf = (rule) =>
  /** @type {Engine} */ (rule.includes(' ') ? rule.split(' ')[0] : 'lucka');

/** @param {Pick<Finding, 'rule' | 'also'>} finding @returns {Engine[]} all that say so */
export const enginesOf = ({ rule, also = [] }) => [...new Set([rule, ...also].map(engineOf))];

/**
 * What several engines say of one element and criterion is told once, by the most specific of them: as a failure when one of them
 * is sure. Two rules of one engine are two defects.
 *
 * @param {readonly Finding[]} findings of one view
 * @returns {Finding[]}
 */
export function mergeEngines(findings) {
  /** @type {Finding[]} */
  const merged = [];
  const rank = (/** @type {Finding} */ { kind, engine }) =>
    (kind === 'failure' ? 0 : ORDER.length) + ORDER.indexOf(engine);
  const inOrder = [...findings].sort((a, b) => rank(a) - rank(b));
  for (const finding of inOrder) {
    const same = merged.find(
      (other) =>
        other.engine !== finding.engine &&
        (other.kind === finding.kind || other.kind === 'failure') &&
        finding.target &&
        pathText(other.target) === pathText(finding.target) &&
        finding.criteria.some((number) => other.criteria.includes(number)),
    );
    if (!same) merged.push({ ...finding });
    else {
      same.also = [...new Set([...(same.also ?? []), finding.rule])];
      same.criteria = [...new Set([...same.criteria, ...finding.criteria])].sort();
      same.level = lowestLevel(same.criteria);
    }
  }
  return merged;
}

/**
 * One defect, in all views in which it was found.
 *
 * @typedef {object} Group
 * @property {string} id fingerprint
 * @property {string} page address or id of a story
 * @property {Finding} finding as it was found first
 * @property {string[]} views such as 'light 1280'
 * @property {Picture | undefined} picture
 * @property {import('./ignore.js').Ignored} [ignored]
 * @property {true} [isKnown] stands in the baseline
 */

/**
 * @param {readonly import('./run.js').Result[]} results
 * @param {Kind} [kind]
 * @returns {Group[]} failures of level A first
 */
export function groupFindings(results, kind) {
  /** @type {Map<string, Group>} */
  const groups = new Map();
  for (const { place, view, findings } of results) {
    for (const finding of findings) {
      if (kind && finding.kind !== kind) continue;
      const id = fingerprint(finding, place);
      // The same rule may fail in one view and be undecided in another.
      const key = `${id} ${finding.kind}${finding.target ? '' : finding.message}`;
      const group = groups.get(key) ?? {
        ...{ id, page: place, finding, views: [], picture: undefined },
      };
      if (!group.views.includes(view)) group.views.push(view);
      group.picture ??= finding.picture;
      groups.set(key, group);
    }
  }
  const rank = (/** @type {Group} */ { finding: { kind: each, level } }) =>
    ['failure', 'advice', 'undecided'].indexOf(each) * 10 + ['A', 'AA', 'AAA', ''].indexOf(level);
  return [...groups.values()].sort(
    (a, b) =>
      rank(a) - rank(b) ||
      (a.finding.criteria[0] ?? '').localeCompare(b.finding.criteria[0] ?? '', 'en', {
        numeric: true,
      }),
  );
}
