import { Audit } from '@siteimprove/alfa-act';
import { Native as NativeDevice } from '@siteimprove/alfa-device/native';
import { Native as NativeDocument } from '@siteimprove/alfa-dom/native';
import { alfaVersion, Rules, Scope } from '@siteimprove/alfa-rules';
import { Page } from '@siteimprove/alfa-web';
import { makeFinding } from '../findings.js';
import { levelOf } from '../wcag.js';
import { withoutNamed } from './named.js';

/** Rules that are left out, and why: told in every report. @type {Readonly<Record<string, string>>} */
const LEFT_OUT = {
  'sia-r3': 'WCAG 2.2 has no criterion for it; lucka-audit looks for repeated ids',
  'sia-r65': 'asks a person; lucka-audit looks at the focus by pixels',
  'sia-r74': 'names every text in px (level AAA); lucka-audit doubles the text and looks',
  'sia-r78': 'does not see what follows a heading within a shadow root',
  'sia-r87': 'one page alone does not show which blocks are repeated',
};
/** Contrast of text. */
const OF_COLOURS = ['sia-r66', 'sia-r69'];
/** Rules that a name in the browser's accessibility tree answers. */
const ABOUT_NAMES = ['sia-r8', 'sia-r11', 'sia-r12'];
/** Of one rule as many nodes are told at most. */
const MOST = 50;

const idOf = (/** @type {{ uri: string }} */ { uri }) => uri.split('/').at(-1) ?? uri;

/** @param {any} rule @returns {string[]} numbers of WCAG 2.2 */
const criteriaOf = (rule) =>
  [...rule.requirements]
    .map((requirement) => requirement.toJSON())
    .filter(({ type, chapter }) => type === 'criterion' && levelOf(chapter))
    .map(({ chapter }) => chapter);

/** Siteimprove Alfa: it reads a copy of the page, outside of it. @returns {import('./engines.js').Engine} */
export function createAlfa() {
  const all = /** @type {import('@siteimprove/alfa-act').Rule<any, any, any, any>[]} */ (
    /** @type {unknown} */ ([...Rules.values()])
  );
  const rules = all.map((rule) => {
    const criteria = criteriaOf(rule);
    const { uri, requirements } = rule.toJSON();
    // Alfa's rules have no titles of their own: they are called by what they ask for.
    const title =
      requirements.map((/** @type {any} */ { title: words }) => words).find(Boolean) ??
      requirements
        .map((/** @type {any} */ { uri: about }) =>
          about?.split(/[/#]/).at(-1)?.replaceAll('-', ' '),
        )
        .find(Boolean) ??
      'see its description';
    return {
      ...{ id: idOf(rule), criteria, address: uri, actIds: [] },
      title: `${title} (Alfa ${idOf(rule)})`,
      help: `Read what the rule expects: ${uri}`,
      kind: kindOf(criteria),
    };
  });
  return {
    ...{ id: 'alfa', name: 'Siteimprove Alfa', version: alfaVersion, rules, leftOut: LEFT_OUT },
    async check(page, { rules: wanted, scope = '', isForced = false }) {
      const { device, document, knowsColours } = await copyOf(page);
      const input = Page.from({
        ...{ device, document },
        request: { method: 'GET', url: page.url(), headers: [], body: '' },
        response: { url: page.url(), status: 200, headers: [], body: '' },
      }).getUnsafe();
      const chosen = all.filter(
        (rule) => wanted.includes(idOf(rule)) && !(scope && rule.hasTag(isOfPage)),
      );
      const outcomes = [...(await Audit.of(input, chosen).evaluate())];
      const told = await describe(page, outcomes.filter(hasFound));
      const findings = told.map(({ outcome, target }) => {
        const id = idOf(outcome.rule);
        const criteria = criteriaOf(outcome.rule);
        // It computes colours by itself, and does not know what the browser makes of them.
        const isSure =
          outcome.outcome === 'failed' && !(OF_COLOURS.includes(id) && (isForced || !knowsColours));
        return makeFinding({
          ...{ rule: `alfa ${id}`, engine: 'alfa', criteria, message: messageOf(outcome) },
          kind: isSure ? kindOf(criteria) : 'undecided',
          ...(target && { target }),
        });
      });
      const ids = (/** @type {(outcome: any) => boolean} */ which) => [
        ...new Set(outcomes.filter(which).map(({ rule }) => idOf(rule))),
      ];
      const found = new Set(findings.map(({ rule }) => rule.slice(5)));
      return {
        findings: await withoutNamed(
          page,
          findings.filter(isTold),
          ABOUT_NAMES.map((id) => `alfa ${id}`),
        ),
        passed: ids(({ outcome }) => outcome === 'passed').filter((id) => !found.has(id)),
        inapplicable: ids(({ outcome }) => outcome === 'inapplicable'),
      };
    },
  };
}

const isOfPage = (/** @type {unknown} */ tag) => tag === Scope.Page;
const hasFound = (/** @type {any} */ { outcome }) => outcome === 'failed' || outcome === 'cantTell';
/** What is only advice nobody has to decide. @param {import('../findings.js').Finding} finding */
const isTold = ({ kind, level }) => kind !== 'undecided' || level === 'A' || level === 'AA';

/** @param {readonly string[]} criteria @returns {import('../findings.js').Kind} what a rule that fails proves */
const kindOf = (criteria) =>
  criteria.some((number) => ['A', 'AA'].includes(levelOf(number))) ? 'failure' : 'advice';

/** @param {any} outcome @returns {string} */
function messageOf(outcome) {
  const { expectations = [], diagnostic } = outcome.toJSON();
  const errors = expectations
    .map((/** @type {any} */ [, { error }]) => error?.message)
    .filter(Boolean);
  const message = errors.join('; ') || diagnostic?.message || 'a person has to answer a question';
  return message.replace(/\s+/g, ' ').trim();
}

/**
 * A copy of the page as Alfa reads it, each element with its number in `luckaAudit.copied`.
 *
 * @param {import('playwright-core').Page} page
 * @returns {Promise<{ device: any, document: any, knowsColours: boolean }>}
 */
async function copyOf(page) {
  return page.evaluate(`(async () => {
    const device = (${NativeDevice.fromWindow})(window);
    const copy = await (${NativeDocument.fromNode})(document);
    return (${numberAll})(device, copy);
  })()`);
}

/**
 * Runs in the page.
 *
 * @param {any} device
 * @param {any} document_
 */
function numberAll(device, document_) {
  /** @type {Element[]} */
  const copied = [];
  const number = (/** @type {any} */ copy, /** @type {Node} */ node) => {
    if (node instanceof Element) copy.externalId = String(copied.push(node) - 1);
    [...node.childNodes].forEach((child, at) => number(copy.children[at], child));
    if (copy.shadow && node instanceof Element && node.shadowRoot)
      number(copy.shadow, node.shadowRoot);
    // What is in a frame belongs to the page of that frame.
    if (copy.content) copy.content = null;
  };
  number(document_, document);
  /** @type {any} */ (window).luckaAudit.copied = copied;
  const isDark = matchMedia('(prefers-color-scheme: dark)').matches;
  const scheme = getComputedStyle(document.documentElement).colorScheme;
  // Its cascade knows neither light-dark() nor the browser's own colours, such as those of a dark canvas.
  const OWN =
    /light-dark\(|color: *(?:Canvas|CanvasText|LinkText|VisitedText|ActiveText|Button(?:Face|Text|Border)|Field|FieldText|Highlight|HighlightText|Mark|MarkText|GrayText|AccentColor|AccentColorText)\b/i;
  const knowsColours = !OWN.test(JSON.stringify(document_)) && !(isDark && scheme.includes('dark'));
  return { device, document: document_, knowsColours };
}

/**
 * @param {import('playwright-core').Page} page
 * @param {readonly any[]} outcomes
 * @returns {Promise<{ outcome: any, target: import('../findings.js').Target | undefined }[]>} those within the scope
 */
async function describe(page, outcomes) {
  /** @type {Map<string, number>} */
  const counts = new Map();
  const few = outcomes.filter(({ rule }) => {
    const count = (counts.get(rule.uri) ?? 0) + 1;
    counts.set(rule.uri, count);
    return count <= MOST;
  });
  /** @type {({ target: import('../findings.js').Target | undefined } | null)[]} */
  const targets = await page.evaluate(
    (numbers) => {
      const { luckaAudit } = /** @type {any} */ (window);
      const all = new Set(luckaAudit.all());
      return numbers.map((at) => {
        if (at === null) return { target: undefined };
        const element = luckaAudit.copied[at];
        return all.has(element) ? { target: luckaAudit.describe(element) } : null;
      });
    },
    few.map(({ target }) => numberOf(target)),
  );
  return few.flatMap((outcome, at) => {
    const found = targets[at];
    return found ? [{ outcome, target: found.target }] : [];
  });
}

/** Of the element that is, or holds, a target. @param {any} target @returns {number | null} */
function numberOf(target) {
  // Some rules are about several elements, or about an attribute.
  const isNode = typeof target?.parent === 'function';
  const [first] = !isNode && target?.[Symbol.iterator] ? [...target] : [target];
  for (let node = first; node; node = (node.owner ?? node.parent?.())?.getOr(undefined))
    if (node.externalId !== undefined) return Number(node.externalId);
  return null;
}
