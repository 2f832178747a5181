import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { makeFinding } from '../findings.js';
import { withoutNamed } from './named.js';

const require = createRequire(import.meta.url);
/** IBM's rules for WCAG 2.2. */
const GUIDELINE = 'WCAG_2_2';

/** Rules that are left out, and why: told in every report. @type {Readonly<Record<string, string>>} */
const LEFT_OUT = {
  element_tabbable_unobscured: 'asks a person; lucka-audit presses Tab and looks',
  style_color_misuse: 'asks a person about every style sheet that sets a colour',
  style_focus_visible: 'asks a person; lucka-audit looks at the focus by pixels',
};
/** Rules that a name in the browser's accessibility tree answers: the engine does not follow slots. */
const ABOUT_NAMES = ['a_text_purpose', 'aria_widget_labelled', 'input_label_exists'];

/** @typedef {{ id: string, reasonCodes?: string[], level: 'VIOLATION' | 'RECOMMENDATION' }} Entry */
/** @typedef {{ criteria: string[], policy: string, confidence: string, rule: string, message: string, target: import('../findings.js').Target }} Told */

/** IBM Equal Access, in the page itself and in its open shadow roots. @returns {import('./engines.js').Engine} */
export function createIbm() {
  const source = readFileSync(require.resolve('accessibility-checker-engine/ace.js'), 'utf8');
  const { version } = require('accessibility-checker-engine/package.json');
  // For Node; the page gets the other one.
  const checker = new (require('accessibility-checker-engine/ace-node.js').Checker)();
  /** @type {{ num: string, rules?: Entry[] }[]} */
  const checkpoints = checker
    .getGuidelines()
    .find((/** @type {{ id: string }} */ { id }) => id === GUIDELINE).checkpoints;
  const criteriaOf = (/** @type {string} */ rule, /** @type {string} */ reason) =>
    checkpoints
      .filter(({ rules = [] }) =>
        rules.some(
          ({ id, reasonCodes }) =>
            id === rule && (!reason || (reasonCodes ?? [reason]).includes(reason)),
        ),
      )
      .map(({ num }) => num);
  const entries = checkpoints.flatMap(({ rules = [] }) => rules);
  const rules = [...new Set(entries.map(({ id }) => id))].sort().map((id) => {
    const { messages, act = [] } = checker.engine.getRule(id);
    const title = messages['en-US'].group;
    const isViolation = entries.some((entry) => entry.id === id && entry.level === 'VIOLATION');
    return {
      ...{ id, criteria: criteriaOf(id, ''), title, help: title },
      kind: /** @type {import('../findings.js').Kind} */ (isViolation ? 'failure' : 'advice'),
      address: `https://able.ibm.com/rules/archives/latest/doc/en-US/${id}.html`,
      actIds: actIdsOf(act),
    };
  });
  return {
    ...{ id: 'ibm', name: 'IBM Equal Access', version, rules, leftOut: LEFT_OUT },
    async check(page, { rules: wanted }) {
      await page.evaluate(source);
      const told = await page.evaluate(run, { guideline: GUIDELINE, wanted: [...wanted] });
      const findings = told.flatMap((each) => {
        const kind = kindOf(each.policy, each.confidence);
        const criteria = criteriaOf(each.rule, each.reason);
        const { message, target } = each;
        return kind
          ? [
              makeFinding({
                rule: `ibm ${each.rule}`,
                engine: 'ibm',
                kind,
                criteria,
                message,
                target,
              }),
            ]
          : [];
      });
      const found = new Set(findings.map(({ rule }) => rule.slice(4)));
      return {
        findings: await withoutNamed(
          page,
          findings,
          ABOUT_NAMES.map((id) => `ibm ${id}`),
        ),
        // The engine does not say which of its rules had nothing to look at.
        passed: wanted.filter((id) => !found.has(id)),
        inapplicable: [],
      };
    },
  };
}

/** Some are given by reason. @param {(string | Record<string, string | string[]>)[]} act @returns {string[]} */
const actIdsOf = (act) => [
  ...new Set(
    [act].flat().flatMap((each) => (typeof each === 'string' ? each : Object.values(each).flat())),
  ),
];

/**
 * Only what the engine is sure of, and holds for a violation, proves a failure. What it recommends and is not sure of nobody has
 * to decide.
 *
 * @param {string} policy
 * @param {string} confidence
 * @returns {import('../findings.js').Kind | undefined}
 */
function kindOf(policy, confidence) {
  if (policy === 'VIOLATION') return confidence === 'FAIL' ? 'failure' : 'undecided';
  return policy === 'RECOMMENDATION' && confidence === 'FAIL' ? 'advice' : undefined;
}

/**
 * Runs in the page.
 *
 * @param {{ guideline: string, wanted: string[] }} options
 * @returns {Promise<{ rule: string, reason: string, policy: string, confidence: string, message: string, target: import('../findings.js').Target }[]>}
 */
async function run({ guideline, wanted }) {
  /** Of one rule as many nodes are told at most. */
  const MOST = 50;
  const { ace, luckaAudit } = /** @type {any} */ (window);
  const { results } = await new ace.Checker().check(document, [guideline]);
  const all = new Set(luckaAudit.all());
  /** @type {Map<string, number>} */
  const counts = new Map();
  return results.flatMap((/** @type {any} */ { ruleId: rule, reasonId, value, message, node }) => {
    const [policy, confidence] = value;
    const element = node instanceof Element ? node : node?.parentElement;
    // All that is in a frame belongs to the page of that frame.
    if (confidence === 'PASS' || !wanted.includes(rule) || !all.has(element)) return [];
    const count = (counts.get(rule) ?? 0) + 1;
    counts.set(rule, count);
    const reason = String(reasonId);
    return count > MOST
      ? []
      : [{ rule, reason, policy, confidence, message, target: luckaAudit.describe(element) }];
  });
}
