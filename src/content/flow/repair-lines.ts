import { groupMeant, isGroup, type Group } from './groups.js';
import { parseCondition } from './parse-condition.js';
import { repairCondition } from './repair-condition.js';
import { nearest, toFactName, toName } from './suggest.js';

/** The lines of a flow as the editor meant them: what Markdown would drop or join is corrected, and reported. */
export interface RepairedLines {
  readonly lines: readonly string[];
  /** The number of each line in the file: repairs may add empty lines. */
  readonly numbers: readonly number[];
}

type Report = (line: number, message: string) => void;

/** Where a line stands. */
interface Place {
  readonly group: Group | '';
  /** The line before it, as corrected; '' at an end of a paragraph. */
  readonly before: string;
}

/** @returns the corrected line and what to tell, or undefined if the rule finds nothing */
type Rule = (line: string, place: Place) => readonly [line: string, message: string] | undefined;

/** Spaces that are none for Markdown, and characters without a width. */
const ODD_SPACE = '\\u00a0\\u00ad\\u2000-\\u200f\\u202f\\u2060\\ufeff';
const HAS_ODD_SPACE = new RegExp(`[\\t${ODD_SPACE}]`);
const QUOTE = '["\'“”„‟«»‘’‚‹›´]';
const ID_END = /\{#([^{}]*)\}\s*$/;
const FENCE = /^ {0,3}(`{3,}|~{3,})/;

const isStructured = ({ group }: Place): boolean => group === 'Questions' || group === 'Checklist';

/** A line that can only be an answer, a route or an item: with a box, a link to a question, or a value at its end. */
const looksLikeAnswer = (text: string): boolean =>
  /^\[[ xX\u00a0]?\]|\]\s*\((?:#|[qr]-)|`[^`]+`\s*(?:\(only\))?\s*$|\{#c-/.test(text);

const write = (reason: string, line: string): string => `${reason}: write ${quoted(line)}`;

/** The words to write; a long line is cut. */
function quoted(line: string): string {
  const text = line.trim();
  return `‘${text.length > 90 ? `${text.slice(0, 45)} … ${text.slice(-40)}` : text}’`;
}

const mergeMarks: Rule = (line) =>
  /^(?:<{7}|={7}|>{7})/.test(line)
    ? ['', 'This line is left over from merging two versions: leave it out, and write one of them']
    : undefined;

const oddSpaces: Rule = (line, { group }) => {
  const fixed = line
    .replace(new RegExp(`^(\\s*(?:#{1,6}|[-*+>]|\\d+[.)]))[${ODD_SPACE}]+`), '$1 ')
    .replace(/\[[\u00a0\u2000-\u200a]\]/, '[ ]')
    .replace(/\{\s*#[^{}]*\}/g, (id) => id.replace(new RegExp(`[\\s${ODD_SPACE}]`, 'g'), ''))
    .replace(
      /\((#[^()]*)\)/g,
      (_, id: string) =>
        `(${group === 'Questions' ? id.replace(new RegExp(`[\\s${ODD_SPACE}]`, 'g'), '') : id})`,
    )
    .replace(/`[^`]+`/g, (code) =>
      group
        ? code.replace(new RegExp(`[\\t${ODD_SPACE}]+`, 'g'), ' ').replace(/^` | `$/g, '`')
        : code,
    )
    .replace(
      new RegExp(`^(>\\s*(?:Show|Title))[\\t${ODD_SPACE}]+|(\\bif)[\\t${ODD_SPACE}]+(?=\`)`, 'g'),
      '$1$2 ',
    );
  if (fixed === line) return undefined;
  const reason = HAS_ODD_SPACE.test(line)
    ? 'There is a no-break space, a tab or an invisible character'
    : 'There is a space within an id';
  return [fixed, write(reason, fixed)];
};

/** A heading at the wrong level, without its space, or of a part that is called something else. */
const headings: Rule = (line, { group, before }) => {
  const [, indent = '', hashes = '', space = '', text = ''] =
    /^(\s*)(#{1,6})(\s*)([^#\s].*)$/.exec(line) ?? [];
  if (!hashes) return undefined;
  // A paragraph may begin with "#1".
  if (!space && hashes.length === 1 && (group || before)) return undefined;
  const title = text.replace(ID_END, '').trim();
  const [, id = ''] = ID_END.exec(text) ?? [];
  const kind = /^[qo]-/.exec(id)?.[0];
  const isPart =
    !kind &&
    hashes.length !== 2 &&
    isGroup(title.replace(/\b[a-z]/, (letter) => letter.toUpperCase()));
  const meant = !kind && (hashes.length === 2 || isPart) ? groupMeant(title) : undefined;
  if (meant && (meant !== title || hashes.length !== 2)) {
    const fixed = `## ${meant}${id && ` {#${id}}`}`;
    return [fixed, write('The parts of a flow have English names at level ##', fixed)];
  }
  const level = kind ? '###' : hashes;
  const fixed = `${level} ${text}`;
  if (kind && hashes.length !== 3)
    return [
      fixed,
      write(`${kind === 'q-' ? 'A question' : 'A section'} has a heading with ###`, fixed),
    ];
  if (!space) return [fixed, write('A heading has a space after #', fixed)];
  if (indent.replace(/\t/g, '    ').length > 3)
    return [fixed, write('A heading is not indented', fixed)];
  return undefined;
};

/** `Title {#q-x}` without its `###`. */
const headingWithoutHashes: Rule = (line, { group, before }) => {
  if (before || (group !== 'Questions' && group !== 'Outcomes')) return undefined;
  if (!/^[^#\s>|`-].*\{#[qo]-[^{}]*\}\s*$/.test(line)) return undefined;
  const fixed = `### ${line.replace(/^\*\*(.*?)\*\*(?=\s*\{#)/, '$1').replace(/^\d+[.)]\s+/, '')}`;
  return [fixed, write('A heading begins with ###', fixed)];
};

/** Forms of `{#q-id}` that are read as text. */
const ids: Rule = (line, { group }) => {
  const isHeading = /^#{2,6}\s/.test(line);
  if (!isHeading && group !== 'Checklist') return undefined;
  const closed = line
    .replace(/\{\s*([qroc]-[^{}#]*)\}/, '{#$1}')
    .replace(/\[#([qroc]-[^[\]]*)\](?=\s|$)(?!\()/, '{#$1}')
    .replace(/\{#([\w-]+)(?=\s*$|\s+if\s+`)/, '{#$1}')
    .replace(isHeading ? /\(#([qro]-[^()]*)\)\s*$/ : /(?!)/, '{#$1}');
  if (closed !== line) return [closed, write('An id is written {#id}', closed)];
  const misplaced = /^(#{2,3}\s.*?)\s*(\{#[^{}]*\})\s*(?!\{editorial\}\s*$)(\S.*)$/.exec(line);
  if (isHeading && misplaced) {
    const [, start = '', id = '', end = ''] = misplaced;
    const fixed = `${start.replace(/\s+$/, '')} ${end} ${id}`.replace(/\s+([?.!,])/g, '$1');
    return [fixed, write('The id ends the heading', fixed)];
  }
  return undefined;
};

/** An id with capitals, letters of Swedish, or the prefix of another kind. */
const idLetters: Rule = (line, { group }) => {
  const [, hashes = ''] = /^(#{2,3})\s/.exec(line) ?? [];
  const prefix = hashes
    ? hashes.length === 2
      ? 'r-'
      : group === 'Questions'
        ? 'q-'
        : group === 'Outcomes'
          ? 'o-'
          : ''
    : group === 'Checklist'
      ? 'c-'
      : '';
  const [, id] = /\{#([^{}]*)\}/.exec(line) ?? [];
  if (!prefix || id === undefined || new RegExp(`^${prefix}[a-z][a-z0-9-]*$`).test(id))
    return undefined;
  const name = toFactName(id.replace(/^[a-zA-Z][-_](?=.)/, '')) || 'name';
  if (prefix === 'r-' && /^[a-z][a-z0-9-]*$/.test(id)) return undefined;
  const fixed = line.replace(`{#${id}}`, `{#${prefix}${name}}`);
  return [
    fixed,
    `Ids are a–z, 0–9 and hyphens, and begin with ${prefix} and a letter here: write {#${prefix}${name}} instead of {#${id}}`,
  ];
};

/** `(q-x)`, `(#q-X)`, `[Label] (#q-x)` in the answers and routes of a question. */
const links: Rule = (line, place) => {
  if (place.group !== 'Questions' || !/^\s*(?:[-*+–—•]|\d+[.)])/.test(line)) return undefined;
  const fixed = line
    .replace(/\]\s+\((?=#?[qr]-)/, '](')
    .replace(/\]\(\s*\/?#?\s*([qr][-_][^()\s]*)\s*(?:\)|(?=\s|$))/i, (_, id: string) => {
      const [, prefix = '', name = ''] = /^([qr])[-_](.*)$/i.exec(id) ?? [];
      return `](#${prefix.toLowerCase()}-${/^[a-z][a-z0-9-]*$/.test(name) ? name : toFactName(name)})`;
    });
  return fixed === line
    ? undefined
    : [
        fixed,
        write('A link to a question is written [Words](#q-id), with the letters of the id', fixed),
      ];
};

/** Bullets of word processors, and lines that Markdown would join to the line above. */
const bullets: Rule = (line, place) => {
  const [, indent = '', bullet = '', text = ''] =
    /^(\s*)([-–—•·‣▪◦●○*+]|\d+[.)])[ \t]+(\S.*)$/.exec(line) ?? [];
  if (!bullet) return undefined;
  const isStrange = /[–—•·‣▪◦●○]/.test(bullet);
  if (isStrange && (isStructured(place) || !/[–—]/.test(bullet))) {
    const fixed = `- ${text}`;
    return [fixed, write('A list is written with hyphens', fixed)];
  }
  const depth = indent.replace(/\t/g, '    ').length;
  const isOwn =
    place.group === 'Checklist' ? bullet !== '*' || looksLikeAnswer(text) : looksLikeAnswer(text);
  if (depth > 1 && isStructured(place) && isOwn) {
    const fixed = `${bullet} ${text}`;
    return [fixed, write('This line is not indented, or it would belong to the line above', fixed)];
  }
  return undefined;
};

const bulletWithoutSpace: Rule = (line, place) => {
  const [, bullet = '', text = ''] = /^\s*(-|\d+[.)])([^\s-].*)$/.exec(line) ?? [];
  if (!bullet || !isStructured(place) || !looksLikeAnswer(text)) return undefined;
  const fixed = `${bullet} ${text}`;
  return [fixed, write(`There is a space after ${bullet}`, fixed)];
};

const boxes: Rule = (line, place) => {
  if (!isStructured(place)) return undefined;
  const fixed = line
    .replace(/^([-*+]\s+)(?:\[\](?!\()|\[ {2,}\]|\(\s?\)|[☐□◻])\s*/, '$1[ ] ')
    .replace(/^([-*+]\s+\[[ xX]\])(?=[^\s(])/, '$1 ');
  if (fixed !== line) return [fixed, write('A box is written [ ], with a space after it', fixed)];
  if (place.group !== 'Checklist') return undefined;
  // Without a box it is read as well.
  const item = line.replace(/^(?:[-*+]\s+\[[xX]\]|\d+[.)]\s+(?:\[.\])?)\s*/, '- [ ] ');
  return item === line ? undefined : [item, write('A thing to do begins with - [ ]', item)];
};

/** Values without backticks, in quotation marks, or not at the end of the line. */
const values: Rule = (line, { group }) => {
  if (group !== 'Questions' || !/^[-*+]\s/.test(line)) return undefined;
  const end = /\s*\(only\)\s*$/;
  const exclusive = line.replace(
    /\s*[([]?(?<![\w`-])(?:only|Only|ONLY|bara|endast|enbart|exclusive)(?![\w`-])[)\]]?(?=\s*$|\s+`[^`]+`\s*$)/,
    '',
  );
  const isExclusive = exclusive !== line && /`/.test(line);
  let text = isExclusive ? exclusive : line.replace(end, '');
  const only = isExclusive || text !== line ? ' (only)' : '';
  text = text.trimEnd();
  const quotedValue = new RegExp(`${QUOTE}([\\p{L}\\p{N}_-]+)${QUOTE}$`, 'u');
  let reason = 'A value is in backticks at the end of the line';
  if ((text.split('`').length - 1) % 2) {
    text = /`[\p{L}\p{N}_-]+$/u.test(text)
      ? `${text}\``
      : text.replace(/\s([\p{L}\p{N}_-]+)[`]$/u, ' `$1`');
    reason = 'A backtick is missing';
  } else if (quotedValue.test(text)) text = text.replace(quotedValue, '`$1`');
  else if (!text.includes('`'))
    text = text.replace(/(\]\(#[^()]*\)(?:\[\^\w+\])*)\s+([\p{L}\p{N}_-]+)$/u, '$1 `$2`');
  else if (!/`$/.test(text)) {
    const [, start = '', code = '', after = ''] = /^(.*?)\s*(`[^`]+`)\s*([^`]+)$/.exec(text) ?? [];
    if (/^[.,;:]$/.test(after)) text = `${start} ${code}`;
    else if (/^(?:\[\^\w+\]|\{editorial\})+$/.test(after)) text = `${start}${after} ${code}`;
    else if (code) text = `${start} ${after} ${code}`;
    reason = 'The value ends the line';
  }
  if (isExclusive && line !== `${text}${only}`)
    reason = 'The answer that excludes the others ends in (only)';
  const fixed = `${text}${only}`;
  return fixed === line.trimEnd() ? undefined : [fixed, write(reason, fixed)];
};

const valueLetters: Rule = (line, { group }) => {
  if (group !== 'Questions' || !/^[-*+]\s/.test(line)) return undefined;
  const [, value = '', only = ''] = /`([^`]+)`(\s*\(only\))?\s*$/.exec(line) ?? [];
  if (!value || /^[a-z0-9][a-z0-9-]*$/.test(value)) return undefined;
  const name = toName(value) || 'value';
  return [
    line.replace(/`[^`]+`(?:\s*\(only\))?\s*$/, `\`${name}\`${only}`),
    `Values are a–z, 0–9 and hyphens: write \`${name}\` instead of \`${value}\``,
  ];
};

/** The text after `if` in backticks; undefined if it cannot be a condition. */
function conditionIn(text: string): string | undefined {
  const parts = [...text.matchAll(/`([^`]+)`/g)].map(([, part = '']) => part);
  if (parts.length) return parts.join(' and ');
  const bare = text
    .trim()
    .replace(new RegExp(`^[\`(]*${QUOTE}*[\`(]*|[.:]*[\`)]*${QUOTE}*[\`)]*[.:]*$`, 'g'), '');
  const isMarked = bare !== text.trim().replace(/[.:]+$/, '');
  if (!bare) return undefined;
  if (isMarked) return bare;
  try {
    const [word] = parseCondition(repairCondition(bare).text || bare);
    return word === 'fact' && /\s/.test(bare) ? undefined : bare;
  } catch {
    return undefined;
  }
}

const KEYWORD_LINE =
  /^(>?)\s*(show[ns]?|visas?|display|title|titel|rubrik)?\s*:?\s*(?:only |bara |endast )?(if|om|when|när|always|alltid)?(?![\p{L}\p{N}-])\s*:?\s*(.*)$/iu;

/** `> Show if …`, `> If …` and `> Title if …` in other words, without backticks or without `>`. */
const keywordLines: Rule = (line, { group, before }) => {
  if (group !== 'Outcomes' && group !== 'Questions') return undefined;
  if (before.startsWith('>')) return undefined;
  const [, quote = '', verb = '', link = '', rest = ''] = KEYWORD_LINE.exec(line) ?? [];
  if (!verb && !link) return undefined;
  const isAlways = /^(?:always|alltid)$/i.test(link);
  if (isAlways && (rest.replace(/[.!]/g, '') || (!quote && !verb))) return undefined;
  if (
    !quote &&
    (before || !/^(?:Show|Visas?|If|Title)\b/.test(line) || !/[`“”"]|always\W*$/.test(line))
  )
    return undefined;
  const condition = isAlways ? '' : conditionIn(rest);
  if (!isAlways && (condition === undefined || !link)) {
    // A quotation may begin with these words.
    if (!/^(?:show|visas?|title)$/i.test(verb) || !link || !quote) return undefined;
  }
  const word =
    group === 'Outcomes' ? 'Show' : /^(?:title|titel|rubrik)$/i.test(verb) ? 'Title' : '';
  const start = word ? `${word} if` : 'If';
  const fixed = isAlways ? '> Show always' : `> ${start} \`${condition ?? rest}\``;
  if (isAlways && group === 'Questions')
    return ['', 'What is always shown needs no line before it: leave this line out'];
  return fixed === line.trimEnd().replace(/^>\s*/, '> ')
    ? undefined
    : [fixed, write('The condition stands in backticks after ‘' + start + '’', fixed)];
};

/** The condition of a route or of a thing to do, without its backticks or its `if`. */
const trailingConditions: Rule = (line, { group }) => {
  const [, words, code, id] =
    (group === 'Checklist' && /^(- \[ \] .*?)\s*\bif (`[^`]+`)\s*(\{#c-[^{}]*\})\s*$/.exec(line)) ||
    [];
  if (words) {
    const fixed = `${words} ${id ?? ''} if ${code ?? ''}`;
    return [fixed, write('The id comes before the condition', fixed)];
  }
  const [, start = '', rest = ''] =
    (group === 'Questions' && /^(\d+[.)]\s+\[[^\]]*\]\(#[^()\s]*\))\s*(\S.*)$/.exec(line)) ||
    (group === 'Checklist' && /^(- \[ \] .*\{#[^{}]*\})\s*(\S.*)$/.exec(line)) ||
    [];
  if (!start || /^if `[^`]+`$/.test(rest.trim())) return undefined;
  const text = rest.trim();
  const condition = conditionIn(text.replace(/^(?:if|om|when|när)(?![\p{L}-])\s*:?\s*/iu, ''));
  if (condition === undefined) {
    if (group !== 'Checklist' || /^(?:if|om|when)\b/i.test(text)) return undefined;
    const fixed = line
      .replace(/\s*(\{#[^{}]*\})\s*(.*)$/, ' $2 $1')
      .replace(/ (\[\^\w+\]|\{editorial\}|[.,])/g, '$1');
    return [fixed, write('The id comes after the text', fixed)];
  }
  const fixed = `${start} if \`${condition}\``;
  return [fixed, write('A condition is written if `condition` at the end of the line', fixed)];
};

/** Names of sources and marks. */
const marks: Rule = (line) => {
  const sources = line.replace(/\[\^([^[\]]*)\](?!:)/g, (whole, label: string) => {
    if (/^[A-Z]\d+$/.test(label)) return whole;
    const [, letter = '', number = ''] = /^\s*([a-zA-Z])[\s.-]*(\d+)\s*$/.exec(label) ?? [];
    return letter ? `[^${letter.toUpperCase()}${number}]` : whole;
  });
  if (sources !== line)
    return [sources, write('The number of a source is a capital letter and digits', sources)];
  const marked = line.replace(/\{\s*(\p{L}+)\s*\}/gu, (whole, word: string) =>
    /^redaktionell/i.test(word) || nearest(word.toLowerCase(), ['editorial'])
      ? '{editorial}'
      : whole,
  );
  if (marked !== line)
    return [marked, write('What has no source is marked with {editorial}', marked)];
  const language = line.replace(
    /\]\s*\{\s*lang\s*[:=]\s*["'“”]?([\w-]+)["'“”]?\s*\}/g,
    ']{lang=$1}',
  );
  return language === line
    ? undefined
    : [language, write('Words in another language are marked with {lang=sv}', language)];
};

const table: Rule = (line, { group }) => {
  if (group !== 'Facts' || !/^\s*\|.*\|\s*$/.test(line) || /^[\s|:-]+$/.test(line))
    return undefined;
  const cells = line
    .trim()
    .slice(1, -1)
    .split('|')
    .map((cell) => cell.trim());
  const [name = '', ...more] = cells;
  const condition = more.join(' | ');
  if (/^`[^`]*`$/.test(name) === /^`[^`]*`$/.test(condition)) return undefined;
  const bare = (cell: string) =>
    cell.replace(new RegExp(`^(?:\`|${QUOTE})|(?:\`|${QUOTE})$`, 'g'), '');
  const fixed = `| \`${bare(name)}\` | \`${bare(condition)}\` |`;
  return [fixed, write('The name of a fact and its condition are in backticks', fixed)];
};

const RULES: readonly Rule[] = [
  mergeMarks,
  oddSpaces,
  headings,
  headingWithoutHashes,
  ids,
  idLetters,
  bullets,
  bulletWithoutSpace,
  links,
  boxes,
  values,
  valueLetters,
  keywordLines,
  trailingConditions,
  marks,
  table,
];

const isTable = (group: string): boolean => group === 'Facts' || group === 'Sources';
const DELIMITER = /^[\s|:-]*-[\s|:-]*$/;
const isItem = (line: string): boolean => /^(?:[-*+]|\d+[.)])\s/.test(line);
/** Nothing of an answer, a route or a thing to do comes after this. */
const isWhole = (line: string): boolean =>
  /`\s*(?:\(only\)\s*)?$|\{#c-[^{}]*\}\s*$|^\d+[.)]\s+\[[^\]]*\]\(#[^()]*\)\s*$/.test(line);
const isKeywordLine = (line: string): boolean =>
  /^>\s*(?:Show (?:always|if `[^`]+`)|(?:If|Title if) `[^`]+`)\s*$/.test(line);

/** The line must not continue the line before it: Markdown would join them. */
function needsEmptyLine(line: string, { group, before }: Place): boolean {
  if (!line.trim() || !before) return false;
  if (isKeywordLine(before)) return !/^#/.test(line);
  if (!isStructured({ group, before })) return false;
  return isItem(before) && isWhole(before) && !isItem(line) && !/^[#>|]|^<!--/.test(line);
}

/**
 * Corrects the lines of a flow, so that one mistake gives one complaint and hides nothing after it.
 *
 * @param body the text after the front matter
 * @param offset how many lines stand before it
 */
export function repairLines(body: string, offset: number, report: Report): RepairedLines {
  const lines: string[] = [];
  const numbers: number[] = [];
  let group: Group | '' = '';
  let fence = '';
  let hasTable = false;
  let isComment = false;
  const written = body.split('\n');
  const isOpenToTheEnd = (from: number, end: RegExp) =>
    !written.slice(from).some((line) => end.test(line));
  const add = (line: string, number: number) => {
    lines.push(line);
    numbers.push(number);
  };
  written.forEach((original, index) => {
    const number = offset + index + 1;
    let line = original;
    if (isComment) {
      isComment = !line.includes('-->');
      return add(line, number);
    }
    const [, mark = ''] = FENCE.exec(line) ?? [];
    if (mark && !fence && isOpenToTheEnd(index + 1, new RegExp(`^ {0,3}${mark}`))) {
      report(
        number,
        `This line begins code that never ends: write ${mark} after the code, or leave the line out`,
      );
      return add('', number);
    }
    if (fence || mark) {
      if (mark && (!fence || mark.startsWith(fence))) fence = fence ? '' : mark;
      return add(line, number);
    }
    if (line.lastIndexOf('<!--') > line.lastIndexOf('-->')) {
      if (isOpenToTheEnd(index + 1, /-->/)) {
        report(number, `This comment never ends, and hides all that follows: write --> after it`);
        line = `${line} -->`;
      } else isComment = true;
      return add(line, number);
    }
    const before = lines.at(-1)?.trim() ? (lines.at(-1) ?? '') : '';
    if (/^\s{0,3}(?:={2,}|-{2,})\s*$/.test(line) && before && !before.includes('|')) {
      // Under a heading that lacked its hashes, and has got them.
      const isHeading = before.startsWith('#') && !written[index - 1]?.startsWith('#');
      if (!isHeading)
        report(
          number,
          'A line of hyphens right under a text makes it a heading: write an empty line above it',
        );
      add('', number);
      return add(isHeading ? '' : line, number);
    }
    const place: Place = { group, before };
    // A comment is nowhere shown, and may stand after anything.
    line = line.replace(/(`[^`]*`)|\s*<!--.*?-->/g, (_, code: string | undefined) => code ?? '');
    for (const rule of RULES) {
      const [fixed, message] = rule(line, place) ?? [];
      if (message === undefined) continue;
      line = fixed ?? line;
      report(number, message);
    }
    if (needsEmptyLine(line, place)) {
      // Text after answers and tasks is reported by the reader.
      if (isKeywordLine(before))
        report(
          number,
          'This text would be read as part of the line above: leave an empty line between them',
        );
      add('', number);
    }
    if (isTable(group) && /^\s*\|/.test(line) && !before.includes('|')) {
      if (hasTable) {
        report(number, 'An empty line ends a table: leave it out above this row');
        while (!lines.at(-1)?.trim()) {
          lines.pop();
          numbers.pop();
        }
      } else if (!DELIMITER.test(written[index + 1] ?? '')) {
        report(number, 'Under its heading row a table has a line of hyphens: write | --- | --- |');
        add(line, number);
        line = '| --- | --- |';
      }
      hasTable = true;
    }
    const [, title = ''] = /^##\s+(.*?)\s*(?:\{#[^{}]*\}\s*)?$/.exec(line) ?? [];
    if (title) hasTable = false;
    if (isGroup(title)) group = title;
    else if (title) group = '';
    add(line, number);
  });
  return { lines, numbers };
}
