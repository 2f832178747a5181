import { runRules } from '../engines/engines.js';
import { engineOf, pathText } from '../findings.js';
import { RULES } from '../rules.js';
import { addressOf, CRITERIA, nameOfCriterion } from '../wcag.js';
import { iriOf, toolsOf } from './method.js';
import { factsOf } from './rule-facts.js';

/** @typedef {import('../run.js').Result} Result */

const CONTEXT = {
  '@vocab': 'http://www.w3.org/ns/earl#',
  earl: 'http://www.w3.org/ns/earl#',
  dct: 'http://purl.org/dc/terms/',
  ptr: 'http://www.w3.org/2009/pointers#',
  foaf: 'http://xmlns.com/foaf/0.1/',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
};
const TOOL = 'urn:lucka-audit';

const earl = (/** @type {string} */ term) => ({ '@id': `earl:${term}` });

/**
 * W3C's Evaluation and Report Language, as JSON-LD: one assertion for each rule and view, one `untested` for each criterion that
 * no rule looks at. A machine that finds nothing proves nothing: never `passed`.
 *
 * @param {import('../summary.js').Summary} summary
 */
export function earlOf(summary) {
  const { run, about } = summary;
  const pages = [...new Map(run.results.map(({ place, address }) => [place, address]))];
  const checked = new Set(
    [...Object.values(RULES), ...run.engines.flatMap(runRules)].flatMap(({ criteria }) => criteria),
  );
  const untested = CRITERIA.filter(({ number }) => !checked.has(number));
  return {
    '@context': CONTEXT,
    '@graph': [
      {
        ...{ '@id': TOOL, '@type': ['Assertor', 'Software'] },
        ...{ 'dct:title': 'lucka-audit', 'dct:hasVersion': run.version },
        'dct:description': toolsOf(summary),
      },
      ...run.engines.map(({ id, name, version }) => ({
        ...{ '@id': assertorOf(id), '@type': ['Assertor', 'Software'] },
        ...{ 'dct:title': name, 'dct:hasVersion': version },
      })),
      ...pages.map(([place, address]) => ({
        ...{ '@id': subjectOf(address, place), '@type': ['TestSubject', 'foaf:Document'] },
        'dct:title': place,
        'dct:source': { '@id': iriOf(address) },
      })),
      ...run.results.flatMap((result) => assertionsOf(run, result, about.date)),
      ...pages.flatMap(([place, address]) =>
        untested.map(({ number }) => ({
          ...assertion(subjectOf(address, place), criterion(number), TOOL),
          result: { ...resultOf('untested', about.date) },
        })),
      ),
    ],
  };
}

/** States of one address are subjects of their own. @param {string} address @param {string} place */
const subjectOf = (address, place) =>
  place === address || !place.includes(' (')
    ? iriOf(address)
    : `${iriOf(address)}#${encodeURIComponent(place.slice(place.lastIndexOf(' (') + 2, -1))}`;

/** @param {string} engine */
const assertorOf = (engine) => (engine === 'lucka' ? TOOL : `${TOOL}:engine:${engine}`);

/** @param {string} subject @param {object} test @param {string} assertor */
const assertion = (subject, test, assertor) => ({
  ...{ '@type': 'Assertion', assertedBy: { '@id': assertor }, subject: { '@id': subject } },
  ...{ test, mode: earl('automatic') },
});

const criterion = (/** @type {string} */ number) => ({
  ...{ '@id': addressOf(number), '@type': 'TestRequirement' },
  'dct:title': `${number} ${nameOfCriterion(number)}`,
});

const resultOf = (/** @type {string} */ outcome, /** @type {string} */ date) => ({
  ...{ '@type': 'TestResult', outcome: earl(outcome) },
  'dct:date': { '@value': date, '@type': 'xsd:date' },
});

/** @param {import('../run.js').Run} run @param {string} rule */
function testOf(run, rule) {
  const { title, actIds, criteria, address } = factsOf(run, rule);
  return {
    ...{ '@id': `urn:lucka-audit:${encodeURIComponent(rule)}`, '@type': 'TestCase' },
    ...{ 'dct:title': title, ...(address && { 'dct:source': { '@id': address } }) },
    'dct:isPartOf': [
      ...criteria.map(criterion),
      ...actIds.map((id) => ({
        ...{ '@id': `https://www.w3.org/WAI/standards-guidelines/act/rules/${id}/` },
        '@type': 'TestCase',
      })),
    ],
  };
}

/** @param {import('../run.js').Run} run @param {Result} result @param {string} date */
function assertionsOf(
  run,
  { place, address, view, status, reason, findings, inapplicable, passed },
  date,
) {
  const subject = subjectOf(address, place);
  const by = (/** @type {string} */ rule) =>
    assertion(subject, testOf(run, rule), assertorOf(engineOf(rule)));
  if (status === 'not audited')
    return [
      {
        ...by('load'),
        result: { ...resultOf('untested', date), 'dct:description': `${view}: ${reason}` },
      },
    ];
  /** @type {Map<string, import('../findings.js').Finding[]>} */
  const byRule = new Map();
  for (const finding of findings)
    for (const rule of [finding.rule, ...(finding.also ?? [])])
      byRule.set(rule, [...(byRule.get(rule) ?? []), finding]);
  const quiet = [
    ...Object.entries(RULES)
      .filter(([, { kind }]) => kind !== 'undecided')
      .map(([rule]) => rule),
    ...passed,
  ].filter((rule) => !byRule.has(rule));
  return [
    ...[...byRule].map(([rule, list]) => ({
      ...by(rule),
      result: {
        ...resultOf(outcomeOf(list), date),
        'dct:description': `${view}: ${list.map(({ message }) => message).join('\n')}`,
        ...(outcomeOf(list) === 'cantTell' && {
          info: 'No criterion is proved to fail: advice, or for a person to decide.',
        }),
        pointer: list.flatMap(({ target }) =>
          target ? [{ '@type': 'ptr:CSSSelectorPointer', 'ptr:expression': pathText(target) }] : [],
        ),
      },
    })),
    ...quiet.map((rule) => ({
      ...by(rule),
      result: {
        ...resultOf('cantTell', date),
        'dct:description': `${view}: the automated checks found no issues`,
      },
    })),
    ...inapplicable.map((rule) => ({
      ...by(rule),
      result: { ...resultOf('inapplicable', date), 'dct:description': view },
    })),
  ];
}

/** @param {readonly import('../findings.js').Finding[]} findings */
const outcomeOf = (findings) =>
  findings.some(({ kind }) => kind === 'failure') ? 'failed' : 'cantTell';
