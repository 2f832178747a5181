import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { importTs } from '../import-ts.js';
import { readUtf8 } from '../cli/read-utf8.js';
import { FACTS, isAboutIdentity, ITEMS, OUTCOMES, QUESTIONS } from './identity-model.js';
import { marksIn, wordsIn } from './read.js';
import { citedIn, IDENTITY_SENTENCES } from './statements.js';

/**
 * Checks a flow: it can be read, every path ends with a result that has texts and tasks, it matches the
 * model, it promises nothing, and it cites its complete source.
 */

/** @typedef {import('./read.js').SourceDocument} SourceDocument */
/** @typedef {import('./read.js').Report} Report */
/** @typedef {import('../../src/content/flow/flow.js').Flow} Flow */

const flows = importTs('src/flow.ts');

/** @param {SourceDocument} document */
export const isFlow = ({ meta }) => String(meta.lucka ?? '').startsWith('flow/');

/**
 * @param {SourceDocument} document
 * @param {string} folder
 * @param {Report} report
 * @returns {Promise<string>} a summary of the proof, for people
 */
export async function checkFlow(document, folder, report) {
  const { file, stem } = document;
  const { readFlow, proveFlow } = await flows;
  const { flow, problems } = readFlow(readUtf8(join(folder, file)));
  const started = performance.now();
  const isFirst = stem === 'flows/documents';
  const proof = proveFlow(flow, isFirst ? { needed: isAboutIdentity } : {});
  for (const { line, message } of problems.length ? problems : proof.problems)
    report(file, Math.max(line, 1), message);
  checkPromises(document, report);
  if (isFirst) {
    await compareWithModel(flow, document, report);
    checkNumbers(document, report);
  }
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  const { questions, outcomes, items } = flow;
  return (
    `${file}: ${questions.length} questions, ${outcomes.length} sections, ${items.length} items; ` +
    `${proof.paths.toLocaleString('en')} paths followed in ${seconds} s (${proof.followed.toLocaleString('en')} that ` +
    `differ), ${proof.longest} questions at most; ` +
    (proof.problems.length || problems.length
      ? 'NOT PROVED'
      : 'every question reached, every route taken, every section and item shown, no empty result')
  );
}

/** Words that only the agency may use. */
const FORBIDDEN = {
  en: [
    /\byou(?:'re|’re| are| will be| are to be| have been)\b[^.]{0,25}\b(?:eligible|approved|accepted|granted|refused|rejected|exempt(?:ed)?)\b/i,
    /\byou qualify\b/i,
    /\bguarantee/i,
    /\byou (?:do not|don't|don’t) (?:need|have) to (?:visit|prove)\b/i,
    /\bembass/i,
    /\bbring\b/i,
    /(?<!not |none of them )\bmeets? (?:(?:all )?(?:of )?(?:the )?requirements|every requirement)\b/i,
  ],
  sv: [
    /\bdu får\b/i,
    /\bfår du\b/i,
    /\bbeviljas?\b/i,
    /\bnekas?\b/i,
    /\bär undantagen\b/i,
    /(?<!inte )\buppfyller (?:alla )?krav/i,
    /\bbehöver inte (?:besöka|styrka)\b/i,
    /\bambassad/i,
    /\bta(?:r)? med\b/i,
    /\bgarant(?:i|erar)/i,
  ],
};

/** Outcomes, items and the text above them must promise nothing. @param {SourceDocument} document @param {Report} report */
function checkPromises({ file, lang, sections }, report) {
  for (const { id, title, line, blocks } of sections) {
    if (id.startsWith('q-') || id === '(Not used)') continue;
    const texts = [
      { text: title, line },
      ...blocks.map((block) => ({ ...block, text: wordsIn(block.text) })),
    ];
    for (const { text, line: at } of texts)
      for (const pattern of FORBIDDEN[lang]) {
        const [found] = pattern.exec(text) ?? [];
        if (found) report(file, at, `forbidden wording: "${found}"`);
      }
  }
}

/** Each sentence of the source must be cited, or listed under "Not used" with the reason. @param {SourceDocument} document @param {Report} report */
function checkNumbers(document, report) {
  const unused = document.sections.find(({ id }) => id === '(Not used)');
  const listed = (unused?.blocks ?? [])
    .filter(({ kind, text }) => kind === 'bullet' && wordsIn(text).length > 10)
    .flatMap(({ text }) => marksIn(text));
  const cited = citedIn({
    ...document,
    statements: document.statements.filter(({ section }) => section !== '(Not used)'),
  });
  for (const number of IDENTITY_SENTENCES)
    if (!cited.has(number) && !listed.includes(number))
      report(document.file, unused?.line ?? 1, `${number} is cited nowhere`);
}

/** @param {Flow} flow @param {SourceDocument} document @param {Report} report */
async function compareWithModel(flow, document, report) {
  const { parseCondition } = await flows;
  const { file } = document;
  const same = (/** @type {unknown} */ condition, /** @type {string} */ text) =>
    isDeepStrictEqual(condition, !text || text === 'always' ? undefined : parseCondition(text));
  /** @param {string} what @param {readonly { id: string, line?: number }[]} found @param {string[]} wanted */
  const compareIds = (what, found, wanted) => {
    const at = wanted.findIndex((id, index) => found[index]?.id !== id);
    const index = at < 0 && found.length > wanted.length ? wanted.length : at;
    if (index >= 0)
      report(
        file,
        found[index]?.line ?? 1,
        `${what} differ from the model: ${found[index]?.id} / ${wanted[index]}`,
      );
  };
  compareIds(
    'questions',
    flow.questions,
    QUESTIONS.map(({ id }) => id),
  );
  compareIds('facts', flow.facts, Object.keys(FACTS));
  compareIds(
    'outcomes',
    flow.outcomes,
    OUTCOMES.map(({ id }) => id),
  );
  compareIds(
    'items',
    flow.items,
    ITEMS.map(({ id }) => id),
  );
  for (const { id, if: condition, line = 1 } of flow.facts)
    if (!same(condition, FACTS[id] ?? '')) report(file, line, `${id} differs from the model`);
  for (const wanted of [...OUTCOMES, ...ITEMS]) {
    const found = [...flow.outcomes, ...flow.items].find(({ id }) => id === wanted.id);
    if (found && !same(found.if, wanted.if))
      report(file, found.line ?? 1, `${wanted.id} differs from the model`);
    checkRests(wanted, citesAt(document, wanted.id), found?.line ?? 1, file, report);
  }
  for (const wanted of QUESTIONS) {
    const found = flow.questions.find(({ id }) => id === wanted.id);
    if (!found) continue;
    const { kind, answers, routes, line = 1 } = found;
    const ours = answers.map(
      ({ value, to, only }) => `${value}${to ? ` > ${to}` : ''}${only ? ' (only)' : ''}`,
    );
    const theirs = wanted.answers.map((answer) => answer.replace(/ \[S\d\d\]/, ''));
    if (kind !== wanted.kind || !isDeepStrictEqual(ours, theirs))
      report(file, line, `the answers to ${wanted.id} differ from the model`);
    const isRouted =
      routes.length === wanted.routes.length &&
      routes.every(({ to, if: condition }, index) => {
        const [goal, text = ''] = (wanted.routes[index] ?? '').split(' if ');
        return to === goal && same(condition, text);
      });
    if (!isRouted) report(file, line, `the routes of ${wanted.id} differ from the model`);
    checkRests(wanted, citesAt(document, wanted.id, ['text']), line, file, report);
    wanted.answers.forEach((answer, index) => {
      const [, number] = /\[(S\d\d)\]/.exec(answer) ?? [];
      const { label = [], line: at = line } = answers[index] ?? {};
      const cites = label.flatMap((part) =>
        typeof part === 'object' && part.type === 'source' ? part.ids : [],
      );
      if (number && !cites.includes(number))
        report(file, at, `the answer ${answer} of ${wanted.id} lacks its source`);
    });
  }
}

/** The numbers cited in a section, or in the line of an item. @param {SourceDocument} document @param {string} id @param {string[]} [kinds] */
function citesAt({ sections }, id, kinds) {
  const section = sections.find((each) => each.id === id);
  const blocks = section
    ? section.blocks.filter(({ kind }) => !kinds || kinds.includes(kind))
    : sections.flatMap((each) => each.blocks).filter(({ text }) => text.includes(`{#${id}}`));
  return blocks.flatMap(({ text }) => marksIn(text));
}

/** @param {{ id: string, rests: string }} wanted @param {string[]} cites @param {number} line @param {string} file @param {Report} report */
function checkRests({ id, rests }, cites, line, file, report) {
  for (const number of rests.split(' ').filter(Boolean))
    if (!cites.includes(number)) report(file, line, `${id} lacks its source ${number}`);
}
