import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { makeFinding } from '../findings.js';
import { inject } from '../inject.js';

/** @typedef {import('../findings.js').Finding} Finding */

const require = createRequire(import.meta.url);

/** Rules of axe-core that are left out, and why: told in every report. @type {Readonly<Record<string, string>>} */
const LEFT_OUT = {
  'aria-roledescription': 'deprecated by axe-core',
  'audio-caption': 'deprecated by axe-core',
  'duplicate-id': 'WCAG 2.2 has no criterion for it; lucka-audit looks for repeated ids',
  'duplicate-id-active': 'WCAG 2.2 has no criterion for it; lucka-audit looks for repeated ids',
  'duplicate-id-aria': 'lucka-audit looks for repeated ids (repeated-id)',
  'frame-tested': 'lucka-audit runs axe-core in each frame itself',
  'hidden-content': 'lucka-audit says itself which states it has seen',
  'landmark-complementary-is-top-level': 'deprecated by axe-core',
};

/** @param {readonly string[]} tags of an axe rule @returns {string[]} numbers of criteria, all of them */
export const criteriaOf = (tags) =>
  tags
    .filter((tag) => /^wcag\d{3,}$/.test(tag) && tag !== 'wcag411')
    .map((tag) => tag.replace(/^wcag(\d)(\d)(\d+)$/, '$1.$2.$3'));

/**
 * What a rule of axe-core proves. Experimental rules and those that ask for a review never prove a failure.
 *
 * @param {readonly string[]} tags
 * @returns {import('../findings.js').Kind}
 */
export const kindOf = (tags) =>
  tags.some((tag) => tag === 'experimental' || tag === 'review-item')
    ? 'undecided'
    : tags.includes('best-practice') || tags.some((tag) => /^wcag2\d?aaa$/.test(tag))
      ? 'advice'
      : 'failure';

/** axe-core, in the page and, with the rules of WCAG, in each of its frames. @returns {import('./engines.js').Engine} */
export function createAxe() {
  const source = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
  const axe = require('axe-core');
  const rules = axe.getRules().map((/** @type {any} */ { ruleId, tags, actIds = [], ...rest }) => ({
    ...{ id: ruleId, kind: kindOf(tags), actIds, criteria: criteriaOf(tags) },
    ...{ title: rest.help, help: rest.description, address: rest.helpUrl },
  }));
  const ofWcag = new Set(
    rules.filter(({ id, kind }) => kind === 'failure' && id !== 'bypass').map(({ id }) => id),
  );
  return {
    ...{ id: 'axe', name: 'axe-core', version: axe.version, rules, leftOut: LEFT_OUT },
    async check(page, { rules: wanted, scope = '', isForced = false }) {
      const main = await runIn(page.mainFrame(), source, wanted, scope);
      const findings = main.found.flatMap((each) => findingOf(each, isForced));
      const inFrames = wanted.filter((id) => ofWcag.has(id));
      for (const frame of scope ? [] : page.frames().filter((each) => each !== page.mainFrame()))
        findings.push(...(await checkFrame(frame, source, inFrames, isForced)));
      return { findings, passed: main.passed, inapplicable: main.inapplicable };
    },
  };
}

/** @param {import('playwright-core').Frame} frame @param {string} source @param {readonly string[]} rules @param {boolean} isForced */
async function checkFrame(frame, source, rules, isForced) {
  const address = frame.url();
  // A frame that shows nothing, and one that was taken away meanwhile.
  if (frame.isDetached() || address === '' || address === 'about:blank') return [];
  const path = await framePath(frame);
  const place = { path, html: `<iframe src="${address}">` };
  const note = (/** @type {string} */ message) =>
    makeFinding({
      ...{ rule: 'frame', engine: 'lucka', kind: 'undecided', criteria: [], message },
      target: place,
    });
  try {
    await inject(frame);
    const { found } = await runIn(frame, source, rules, '');
    return [
      note(
        'only axe-core looked into this frame: keyboard, focus, text size and the rest were not tried',
      ),
      ...found
        .flatMap((each) => findingOf(each, isForced))
        .map((finding) => ({
          ...finding,
          ...(finding.target && {
            target: { ...finding.target, path: [...path, ...finding.target.path], box: undefined },
          }),
        })),
    ];
  } catch {
    return [note('this frame could not be looked into')];
  }
}

/** @param {import('playwright-core').Frame} frame @returns {Promise<string[]>} */
async function framePath(frame) {
  const parent = frame.parentFrame();
  const outer = parent && parent.parentFrame() ? await framePath(parent) : [];
  const element = await frame.frameElement().catch(() => undefined);
  const own = await element
    ?.evaluate((node) => {
      const describe = /** @type {any} */ (window).luckaAudit?.describe;
      return describe ? describe(node).path : ['iframe'];
    })
    .catch(() => undefined);
  return [...outer, ...(own ?? [`iframe[src="${frame.url()}"]`])];
}

/**
 * @typedef {object} Found one node of one rule
 * @property {string} id
 * @property {string[]} tags
 * @property {string} help
 * @property {string} summary
 * @property {boolean} isSure
 * @property {import('../findings.js').Target | undefined} target
 */

/** @param {Found} found @param {boolean} isForced @returns {Finding[]} */
function findingOf({ id, tags, help, summary, isSure, target }, isForced) {
  // Under emulated forced colours the browser reports the colours from before.
  const isStale = isForced && id.startsWith('color-contrast');
  // Nobody has to decide what is only advice.
  if (!isSure && kindOf(tags) === 'advice') return [];
  return [
    makeFinding({
      ...{ rule: `axe ${id}`, engine: 'axe', criteria: criteriaOf(tags) },
      kind: isSure && !isStale ? kindOf(tags) : 'undecided',
      message: summary ? `${help}: ${summary}` : help,
      ...(target && { target }),
    }),
  ];
}

/** @param {import('playwright-core').Frame} frame @param {string} source @param {readonly string[]} rules @param {string} scope */
async function runIn(frame, source, rules, scope) {
  await frame.evaluate(source);
  return frame.evaluate(run, { rules: [...rules], scope });
}

/**
 * Runs in the page.
 *
 * @param {{ rules: string[], scope: string }} options
 * @returns {Promise<{ found: Found[], passed: string[], inapplicable: string[] }>}
 */
async function run({ rules, scope }) {
  /** Of one rule as many nodes are told at most. */
  const MOST = 50;
  const { axe, luckaAudit } = /** @type {any} */ (window);
  const enabled = Object.fromEntries(
    axe
      .getRules()
      .map((/** @type {any} */ { ruleId }) => [ruleId, { enabled: rules.includes(ruleId) }]),
  );
  // AAA and best practice must not vanish with the rules that are switched on by name.
  const results = await axe.run(scope ? { include: [scope] } : document, {
    ...{ rules: enabled, iframes: false, elementRef: true },
    resultTypes: ['violations', 'incomplete'],
  });
  /** WCAG 2.5.8 leaves out what the browser draws and nobody has resized; its label is part of the target. @param {Element} element */
  const isLargeByLabel = (element) => {
    const label = /** @type {HTMLInputElement} */ (element).labels?.[0];
    if (!label || !element.matches('[type="checkbox"], [type="radio"]')) return false;
    const { width, height } = label.getBoundingClientRect();
    return getComputedStyle(element).appearance !== 'none' || (width >= 24 && height >= 24);
  };
  const isBare = (/** @type {Element} */ element) =>
    getComputedStyle(element).backgroundColor === 'rgba(0, 0, 0, 0)';
  // axe-core takes a canvas that nobody has painted for white; in a dark colour scheme it is not.
  const isCanvasDark =
    matchMedia('(prefers-color-scheme: dark)').matches &&
    getComputedStyle(document.documentElement).colorScheme.includes('dark') &&
    isBare(document.documentElement) &&
    isBare(document.body);
  const tell = (/** @type {any[]} */ list, /** @type {boolean} */ isSure) =>
    list.flatMap(({ id, tags, help, nodes }) =>
      nodes
        .filter(
          (/** @type {any} */ { element }) =>
            !(id === 'target-size' && element && isLargeByLabel(element)),
        )
        .slice(0, MOST)
        .map((/** @type {any} */ { element, target, html, any, all, none }) => ({
          ...{ id, tags, help },
          isSure: isSure && !(isCanvasDark && id.startsWith('color-contrast')),
          summary: [...all, ...none, ...any]
            .map(({ message }) => message)
            .slice(0, 2)
            .join('; '),
          target:
            element && luckaAudit
              ? luckaAudit.describe(element)
              : { path: target.flat(), html: String(html).slice(0, 300) },
        })),
    );
  const ids = (/** @type {any[]} */ list) => list.map(({ id }) => id);
  return {
    found: [...tell(results.violations, true), ...tell(results.incomplete, false)],
    passed: ids(results.passes),
    inapplicable: ids(results.inapplicable),
  };
}
