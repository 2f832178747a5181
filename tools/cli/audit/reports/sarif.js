import { pathText } from '../findings.js';
import { addressOf, levelOf } from '../wcag.js';
import { foundBy, iriOf } from './method.js';
import { factsOf } from './rule-facts.js';

/** What is open has no level (SARIF 2.1.0, 3.27.10). */
const LEVELS = { failure: 'error', advice: 'note', undecided: 'none' };

/**
 * SARIF 2.1.0 (OASIS), complete for code scanning: rules with words and an address, results with a fingerprint and a place.
 *
 * @param {import('../summary.js').Summary} summary
 */
export function sarifOf({ run, failures, advice, undecided, ignored, known, notAudited }) {
  const groups = [...failures, ...advice, ...undecided, ...ignored, ...known];
  const rules = [...new Set(groups.map(({ finding }) => finding.rule))].sort();
  return {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            ...{ name: 'lucka-audit', version: run.version, semanticVersion: run.version },
            rules: rules.map((rule) => ruleOf(run, rule)),
          },
          extensions: run.engines.map(({ name, version }) => ({ name, version })),
        },
        invocations: [
          {
            executionSuccessful: !notAudited.length,
            startTimeUtc: run.started,
            toolExecutionNotifications: notAudited.map(({ place, view, reason }) => ({
              ...{ level: 'error' },
              message: { text: `${place} (${view}) was not audited: ${reason}` },
            })),
          },
        ],
        results: groups.map((group) => ({
          ...resultOf(run, group, rules),
          ...(known.length && { baselineState: group.isKnown ? 'unchanged' : 'new' }),
        })),
      },
    ],
  };
}

/** @param {import('../run.js').Run} run @param {string} id */
function ruleOf(run, id) {
  const { title, help, address, criteria } = factsOf(run, id);
  const helpUri = address ?? (criteria[0] && addressOf(criteria[0]));
  return {
    id,
    name: id.replace(/(?:^|[^a-z0-9])([a-z0-9])/gi, (_, letter) => letter.toUpperCase()),
    shortDescription: { text: title },
    fullDescription: { text: help },
    help: { text: help },
    ...(helpUri && { helpUri }),
    properties: {
      tags: [
        'accessibility',
        ...criteria.map((number) => `WCAG ${number} ${levelOf(number)}`.trim()),
      ],
    },
  };
}

/** @param {import('../run.js').Run} run @param {import('../findings.js').Group} group @param {readonly string[]} rules */
function resultOf(run, { id, page, views, finding, ignored }, rules) {
  const { rule, kind, message, target } = finding;
  const path = pathText(target);
  return {
    ruleId: rule,
    ruleIndex: rules.indexOf(rule),
    level: LEVELS[kind],
    kind: kind === 'undecided' ? 'open' : 'fail',
    message: { text: `${path ? `${path} ` : ''}${message} (${views.join(', ')})` },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: iriOf(page.replace(/ \([^)]*\)$/, '')) },
          region: { startLine: 1, ...(target && { snippet: { text: target.html } }) },
        },
        ...(path && { logicalLocations: [{ fullyQualifiedName: path, kind: 'element' }] }),
      },
    ],
    properties: { engines: foundBy(run, finding) },
    partialFingerprints: { 'luckaAudit/v1': id },
    ...(ignored && {
      suppressions: [
        {
          ...{ kind: 'external', status: 'accepted' },
          justification: `${ignored.reason} (${ignored.owner}, until ${ignored.until})`,
        },
      ],
    }),
  };
}
