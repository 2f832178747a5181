import type { Comparison, Condition } from './condition.js';

const WORD = /[a-z0-9][a-z0-9-]*|[(),]/g;
const KEYWORD = /^(?:is|not|any|all|of|has|answered|and|or)$/;
const MOST_WORDS = 200;

/** A word of the language, which cannot be a name or a value. */
export const isKeyword = (word: string): boolean => KEYWORD.test(word);

/**
 * Parses a condition. `not` has the highest precedence, then `and`, then `or`.
 *
 * @throws {Error} with a message for editors
 */
export function parseCondition(text: string): Condition {
  const words = text.match(WORD) ?? [];
  if (words.join('') !== text.replace(/\s/g, ''))
    throw new Error(`"${text}" has a sign that has no meaning here`);
  if (words.length > MOST_WORDS)
    throw new Error(`it has more than ${MOST_WORDS} words; make derived facts of its parts`);
  let at = 0;
  const next = (...expected: string[]): boolean => {
    const found = expected.every((word, ahead) => words[at + ahead] === word);
    if (found) at += expected.length;
    return found;
  };
  const name = (): string => {
    const word = words[at++] ?? '';
    if (word && !isKeyword(word) && !/[(),]/.test(word)) return word;
    throw new Error(`"${words.slice(0, at).join(' ')}" should go on with a name`);
  };
  const list = (): string[] => {
    const names = [name()];
    while (next(',')) names.push(name());
    return names;
  };
  const either = (): Condition => {
    let left = both();
    while (next('or')) left = ['or', left, both()];
    return left;
  };
  const both = (): Condition => {
    let left = one();
    while (next('and')) left = ['and', left, one()];
    return left;
  };
  const one = (): Condition => {
    if (next('not')) return ['not', one()];
    if (!next('(')) return comparison();
    const inner = either();
    if (!next(')'))
      throw new Error(`a bracket is not closed after "${words.slice(0, at).join(' ')}"`);
    return inner;
  };
  const comparison = (): Condition => {
    const fact = name();
    if (!/^[a-z]/.test(fact)) throw new Error(`a name begins with a letter, "${fact}" does not`);
    if (next('answered')) return ['answered', fact];
    if (next('has', 'all', 'of')) return ['has', fact, list()];
    if (next('has', 'any', 'of')) return ['hasany', fact, list()];
    if (next('has')) return ['has', fact, [name()]];
    if (next('is', 'not')) return ['isnt', fact, [name()]];
    if (next('is', 'any', 'of')) return ['is', fact, list()];
    if (next('is')) return ['is', fact, [name()]];
    return ['fact', fact];
  };
  const condition = either();
  if (at < words.length)
    throw new Error(`"${words[at]}" cannot stand after "${words.slice(0, at).join(' ')}"`);
  return condition;
}

/** All comparisons in a condition, and the derived facts it names. */
export function partsOf(
  condition: Condition,
): (Comparison | Extract<Condition, readonly ['fact', string]>)[] {
  switch (condition[0]) {
    case 'and':
    case 'or':
      return [...partsOf(condition[1]), ...partsOf(condition[2])];
    case 'not':
      return partsOf(condition[1]);
    default:
      return [condition];
  }
}
