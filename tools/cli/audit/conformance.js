import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { CRITERIA } from './wcag.js';

/**
 * @typedef {import('./report.js').Result} Result
 * @typedef {import('./report.js').About} About
 * @typedef {{ wcag: string[], en: string, sv: string, workaround: { en: string, sv: string } }} KnownIssue
 */

/**
 * Papers for whoever has to say how accessible a page is. They are drafts: a machine may say that a criterion is not met,
 * or that it has not been evaluated; that one *is* met takes a person.
 *
 * - `openacr.yaml`: an accessibility conformance report in the OpenACR format
 * - `en-301-549.md`: the table of clause 9 (web) of EN 301 549 V3.2.1
 * - `accessibility-statement.sv.md`, `.en.md`: the factual part of a statement by the Swedish act (2018:1937)
 *
 * @param {string} folder
 * @param {readonly Result[]} results
 * @param {About} about
 * @param {readonly KnownIssue[]} [issues] found by people
 */
export function writeConformance(folder, results, about, issues = []) {
  const write = (/** @type {string} */ name, /** @type {string} */ text) =>
    writeFileSync(join(folder, name), text);
  const failures = failuresOf(results, issues);
  write('openacr.yaml', openAcr(failures, about));
  write('en-301-549.md', tableOf(failures, about));
  for (const lang of /** @type {const} */ (['en', 'sv']))
    write(`accessibility-statement.${lang}.md`, statement(lang, results, failures, about, issues));
}

/** @typedef {Map<string, { en: string, sv: string }>} Failures what is wrong, by criterion */

/** @param {readonly Result[]} results @param {readonly KnownIssue[]} issues @returns {Failures} */
function failuresOf(results, issues) {
  /** @type {Map<string, Set<string>>} */
  const found = new Map();
  for (const { place, findings } of results) {
    for (const { wcag, rule } of findings) {
      if (wcag) found.set(wcag, (found.get(wcag) ?? new Set()).add(`${rule} (${place})`));
    }
  }
  /** @type {Failures} */
  const failures = new Map(
    [...found].map(([wcag, texts]) => [
      wcag,
      { en: [...texts].join('; '), sv: [...texts].join('; ') },
    ]),
  );
  for (const { wcag, en, sv } of issues) {
    for (const number of wcag) {
      const { en: otherEn = '', sv: otherSv = '' } = failures.get(number) ?? {};
      failures.set(number, {
        en: [otherEn, en].filter(Boolean).join('; '),
        sv: [otherSv, sv].filter(Boolean).join('; '),
      });
    }
  }
  return failures;
}

const METHOD =
  'Automatic: axe-core with all rules, and checks of keyboard, focus, targets, reflow, text size, text spacing, names, dialogs, motion and announcements in Chromium. No criterion was evaluated by a person for this draft.';

/** @param {Failures} failures @param {About} about */
function openAcr(failures, { subject, version, date }) {
  const chapter = (/** @type {'A' | 'AA'} */ level) => ({
    notes: '',
    criteria: CRITERIA.filter((criterion) => criterion.level === level).map(({ number }) => ({
      num: number,
      components: [
        {
          name: 'web',
          adherence: {
            level: failures.has(number) ? 'does-not-support' : 'not-evaluated',
            notes: failures.get(number)?.en ?? '',
          },
        },
      ],
    })),
  });
  return stringify({
    title: `Draft accessibility conformance report: ${subject}`,
    product: {
      name: subject,
      version,
      description: 'Web components for the pages of public bodies.',
    },
    report_date: date,
    notes: 'Draft from automatic results: no level here says that a criterion is met.',
    evaluation_methods_used: METHOD,
    legal_disclaimer: '',
    license: 'CC-BY-4.0',
    catalog: '2.5-edition-wcag-2.2-508-eu-en',
    chapters: {
      success_criteria_level_a: chapter('A'),
      success_criteria_level_aa: chapter('AA'),
    },
  });
}

/** @param {Failures} failures @param {About} about */
function tableOf(failures, { subject, version, date }) {
  const rows = CRITERIA.map(({ number, level, en, since22 }) => {
    const clause = since22 ? '– (new in WCAG 2.2)' : `9.${number}`;
    const failure = failures.get(number);
    return `| ${clause} | ${number} ${en} | ${level} | ${failure ? 'Does not support' : 'Not evaluated'} | ${(failure?.en ?? '').replaceAll('|', '\\|')} |`;
  });
  return `# EN 301 549 V3.2.1, clause 9: ${subject} ${version}

Draft of ${date}. ${METHOD}

| Clause | Success criterion | Level | Result | Remarks |
|---|---|---|---|---|
${rows.join('\n')}
`;
}

const WORDS = {
  en: {
    title: 'Accessibility statement: factual part',
    draft:
      'Draft from automatic results. The public body that publishes the page evaluates it, and writes and approves its own statement (the Swedish act on accessibility to digital public service, 2018:1937).',
    what: 'What was tested',
    looked: (/** @type {number} */ views, /** @type {number} */ places) =>
      `${places} pages or states, looked at ${views} times (colours, widths, languages).`,
    how: 'How: axe-core with all rules, and checks of keyboard, focus, targets, reflow at 320 px, text at 200 %, text spacing, names, dialogs, motion and announcements, in Chromium.',
    not: 'Not accessible',
    none: 'The machine found nothing. That does not mean that everything is accessible.',
    known: 'Known issues, and a way round them',
    noIssues: 'None are known.',
    open: 'Not evaluated',
    rest: (/** @type {number} */ count) =>
      `${count} of ${CRITERIA.length} success criteria of WCAG 2.2, A and AA, wait for a person's evaluation.`,
  },
  sv: {
    title: 'Tillgänglighetsredogörelse: faktadelen',
    draft:
      'Utkast från automatiska resultat. Det offentliga organ som publicerar sidan granskar den och skriver och godkänner sin egen redogörelse (lagen om tillgänglighet till digital offentlig service, 2018:1937).',
    what: 'Vad som har testats',
    looked: (/** @type {number} */ views, /** @type {number} */ places) =>
      `${places} sidor eller lägen, granskade ${views} gånger (färger, bredder, språk).`,
    how: 'Hur: axe-core med alla regler, och kontroller av tangentbord, fokus, målytor, omflöde vid 320 px, text i 200 %, textavstånd, namn, dialoger, rörelse och uppläsning, i Chromium.',
    not: 'Inte tillgängligt',
    none: 'Maskinen hittade ingenting. Det betyder inte att allt är tillgängligt.',
    known: 'Kända brister, och hur man kommer runt dem',
    noIssues: 'Inga är kända.',
    open: 'Inte granskat',
    rest: (/** @type {number} */ count) =>
      `${count} av ${CRITERIA.length} framgångskriterier i WCAG 2.2, A och AA, väntar på att en människa granskar dem.`,
  },
};

/**
 * @param {'en' | 'sv'} lang
 * @param {readonly Result[]} results
 * @param {Failures} failures
 * @param {About} about
 * @param {readonly KnownIssue[]} issues
 */
function statement(lang, results, failures, { subject, version, date }, issues) {
  const words = WORDS[lang];
  const places = new Set(results.map(({ place }) => place)).size;
  const failed = CRITERIA.filter(({ number }) => failures.has(number)).map(
    (criterion) =>
      `- ${criterion.number} ${criterion[lang]}: ${failures.get(criterion.number)?.[lang]}`,
  );
  const known = issues.map(
    (issue) => `- ${issue[lang]} (WCAG ${issue.wcag.join(', ')}). ${issue.workaround[lang]}`,
  );
  return `# ${words.title}

${subject} ${version}, ${date}. ${words.draft}

## ${words.what}

${words.looked(results.length, places)} ${words.how}

## ${words.not}

${failed.join('\n') || words.none}

## ${words.known}

${known.join('\n') || words.noIssues}

## ${words.open}

${words.rest(CRITERIA.length - failed.length)}
`;
}
