import { stringify } from 'yaml';
import { CRITERIA } from '../wcag.js';
import { methodOf } from './method.js';
import { remarkOf, remarksOf, toDecide } from './remarks.js';

/**
 * A draft of an accessibility conformance report in the OpenACR format (GSA). A criterion with a failure "partially supports": VPAT
 * keeps "does not support" for what fails in most of a product, which a sample cannot show. All others were not evaluated.
 *
 * @param {import('../summary.js').Summary} summary
 * @returns {string} YAML
 */
export function openAcrOf(summary) {
  const { about } = summary;
  const remarks = remarksOf(summary);
  const open = toDecide(summary);
  const chapter = (/** @type {'A' | 'AA'} */ level) => ({
    notes: '',
    criteria: CRITERIA.filter((criterion) => criterion.level === level).map(({ number }) => ({
      num: number,
      components: [
        {
          name: 'web',
          adherence: {
            level: remarks.has(number) ? 'partially-supports' : 'not-evaluated',
            notes: remarkOf(remarks, number),
          },
        },
      ],
    })),
  });
  const report = {
    title: `Draft accessibility conformance report: ${about.subject}`,
    product: { name: about.subject },
    author: {
      name: about.author ?? '{name of who answers for this report}',
      company_name: about.organisation ?? '{name of the organisation}',
      email: about.email ?? '{email address for questions}',
    },
    report_date: about.date,
    notes: [
      'Draft from automatic results: no level here says that a criterion is met. It may not be published as a VPAT: there, "Not Evaluated" may stand for criteria of level AAA only. A person has to evaluate every criterion first.',
      ...(open.length ? [`Could not be decided: ${open.join('; ')}.`] : []),
    ].join(' '),
    evaluation_methods_used: methodOf(summary),
    legal_disclaimer: '',
    license: 'CC-BY-4.0',
    catalog: '2.5-edition-wcag-2.2-en',
    chapters: {
      success_criteria_level_a: chapter('A'),
      success_criteria_level_aa: chapter('AA'),
      success_criteria_level_aaa: {
        notes: 'Level AAA was not evaluated.',
        disabled: true,
        criteria: [],
      },
    },
  };
  // A date without quotes is a date to readers of YAML 1.1, and no text.
  return stringify(report, { version: '1.1' });
}
