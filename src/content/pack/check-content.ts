import { safeUrl } from '../safe-url.js';
import { ContentPackError, isRecord, isText } from './content-pack.js';

/** Blocks within blocks and marks within marks: more than any author writes, and far below what a stack holds. */
const MAX_DEPTH = 40;

/** What each type of node must have. */
const NODES: Readonly<Record<string, string>> = {
  heading: 'level id content',
  paragraph: 'content',
  text: 'content',
  list: 'items',
  quote: 'content',
  code: 'text',
  rule: '',
  table: 'head rows',
  strong: 'content',
  em: 'content',
  del: 'content',
  link: 'href content',
  image: 'src alt',
  break: '',
  span: 'lang content',
  source: 'ids',
  footnote: 'number id to',
  editorial: '',
};

/** What kind of value a member is; a text when it is not named here. The content of a quote or a list item are blocks, that of a heading is running text. */
const KINDS: Readonly<Record<string, (value: unknown) => boolean>> = {
  ...Object.fromEntries(
    [
      ...['content', 'items', 'head', 'rows', 'ids', 'blocks', 'intro', 'questions', 'facts'],
      ...['disclaimer', 'outcomes', 'hint', 'titles', 'answers', 'routes', 'label', 'if'],
    ].map((name) => [name, Array.isArray]),
  ),
  level: Number.isFinite,
  number: Number.isFinite,
  longest: Number.isFinite,
  meta: isRecord,
};

/** What each part of a flow must have, beside what its nodes must have. */
const FLOW =
  'id lang version start result longest title intro questions facts disclaimer outcomes items';
const FLOW_PARTS: Readonly<Record<string, string>> = {
  questions: 'id title kind hint answers routes',
  titles: 'title if',
  answers: 'value label',
  routes: 'to',
  facts: 'id if',
  outcomes: 'id title content',
};

/** What each operator of a condition has after it: `c` a condition, `f` the name of a question or fact, `v` values. */
const OPERANDS: Readonly<Record<string, string>> = {
  answered: 'f',
  fact: 'f',
  is: 'fv',
  isnt: 'fv',
  has: 'fv',
  hasany: 'fv',
  not: 'c',
  and: 'cc',
  or: 'cc',
};

/**
 * Checks a compiled document or flow from outside: every node has what its renderer reads, nothing is nested too deeply, and links
 * lead to pages, mail and telephones only. What an element never reads may be anything.
 *
 * @throws {ContentPackError} names the place
 */
export function checkContent(value: unknown): void {
  if (!isRecord(value)) throw new ContentPackError('it is no document');
  if ('blocks' in value) checkMembers(value, 'meta blocks digest', '');
  else {
    checkMembers(value, FLOW, '');
    checkFacts(value);
  }
  checkValue(value, '', 0);
  if (value['beside']) checkContent(value['beside']);
}

function checkValue(value: unknown, place: string, depth: number): void {
  if (depth > MAX_DEPTH) throw new ContentPackError(`${place} is nested too deeply`);
  if (Array.isArray(value)) {
    const part = FLOW_PARTS[/\w+$/.exec(place)?.[0] ?? ''];
    for (const [index, each] of value.entries()) {
      const at = `${place}[${index}]`;
      if (part) checkMembers(each, part, at);
      checkValue(each, at, depth + 1);
    }
  } else if (isRecord(value)) {
    const { type } = value;
    if (isText(type) && Object.hasOwn(NODES, type)) checkMembers(value, NODES[type] ?? '', place);
    if ('if' in value && !isCondition(value['if']))
      throw new ContentPackError(`${place}.if is no condition`);
    for (const [key, each] of Object.entries(value)) checkValue(each, `${place}.${key}`, depth + 1);
  }
}

function isCondition(value: unknown, depth = 0): boolean {
  const [operator, ...operands] = Array.isArray(value) ? (value as unknown[]) : [];
  const kinds = Object.hasOwn(OPERANDS, String(operator)) ? OPERANDS[String(operator)] : undefined;
  return (
    kinds?.length === operands.length &&
    depth <= MAX_DEPTH &&
    operands.every((operand, index) => {
      const kind = kinds[index];
      if (kind === 'c') return isCondition(operand, depth + 1);
      return kind === 'f' ? isText(operand) : isTexts(operand);
    })
  );
}

const isTexts = (value: unknown): boolean => Array.isArray(value) && value.every(isText);

/** Checks that the members are there, each of its kind. */
function checkMembers(value: unknown, names: string, place: string): void {
  if (!isRecord(value)) throw new ContentPackError(`${place} is no object`);
  for (const name of names.match(/\w+/g) ?? []) {
    const isRight = KINDS[name] ?? isText;
    if (!isRight(value[name]))
      throw new ContentPackError(`${place}.${name} is missing or of another kind`);
  }
  if ('href' in value && !safeUrl(value['href'] || '#'))
    throw new ContentPackError(`${place}.href must lead to a page, a mail address or a telephone`);
}

/** A fact that rests on itself could not be calculated. */
function checkFacts({ facts }: Record<string, unknown>): void {
  const restsOn = new Map(
    (facts as { id: string; if: unknown }[]).map(({ id, if: condition }) => [
      id,
      JSON.stringify(condition),
    ]),
  );
  const visit = (id: string, above: readonly string[]): void => {
    if (above.includes(id)) throw new ContentPackError(`the fact ${id} rests on itself`);
    for (const name of restsOn.keys())
      if (restsOn.get(id)?.includes(`["fact",${JSON.stringify(name)}]`))
        visit(name, [...above, id]);
  };
  for (const name of restsOn.keys()) visit(name, []);
}
