import { enginesOf, fingerprint } from '../findings.js';
import { CANNOT, leftOutOf, sampleOf } from './method.js';

/**
 * Everything, for machines; results.schema.json describes it.
 *
 * @param {import('../summary.js').Summary} summary
 */
export function jsonOf(summary) {
  const { run, about, failures, advice, undecided, ignored, known, warnings } = summary;
  return {
    $schema: './results.schema.json',
    tool: { name: 'lucka-audit', version: run.version },
    engines: run.engines.map(({ name, version }) => ({ name, version })),
    browser: run.browser,
    subject: about.subject,
    date: about.date,
    started: run.started,
    seconds: run.seconds,
    sample: sampleOf(summary),
    leftOut: leftOutOf(summary),
    cannotEvaluate: CANNOT,
    counts: {
      ...{ failures: failures.length, advice: advice.length, undecided: undecided.length },
      ...{ ignored: ignored.length, known: known.length, notAudited: summary.notAudited.length },
    },
    warnings,
    findings: [...failures, ...advice, ...undecided, ...ignored, ...known].map(groupOf),
    results: run.results.map(({ findings, place, address, state, view, status, ...rest }) => ({
      ...{ place, address, ...(state && { state }), view, status },
      ...(rest.reason && { reason: rest.reason }),
      seconds: rest.seconds,
      findings: [...new Set(findings.map((finding) => fingerprint(finding, place)))],
    })),
  };
}

/** @param {import('../findings.js').Group} group */
function groupOf({ id, page, views, finding, picture, ignored, isKnown }) {
  const { rule, engine, kind, criteria, level, message, target, also } = finding;
  return {
    ...{ id, kind, rule, engine, criteria, level, message, page, views },
    ...(also && { also }),
    engines: enginesOf(finding),
    ...(target && {
      target: { path: target.path, html: target.html, ...(target.box && { box: target.box }) },
    }),
    ...(picture && { picture: `pictures/${id}.png` }),
    ...(ignored && { ignored }),
    ...(isKnown && { isKnown }),
  };
}
