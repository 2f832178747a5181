/**
 * The whole condition language: `F is v`, `F is not v`, `F is any of v, w`, `F has v`, `F has all of v, w`,
 * `F answered`, a derived fact, `not`, `and`, `or`, brackets. No functions, no numbers, no dates. As data: the word, then
 * what it is about.
 */
export type Condition =
  | readonly ['answered', string]
  | readonly ['is' | 'isnt' | 'has', string, readonly string[]]
  | readonly ['fact', string]
  | readonly ['not', Condition]
  | readonly ['and' | 'or', Condition, Condition];

/** A condition that compares an answer. */
export type Comparison = Extract<Condition, readonly ['is' | 'isnt' | 'has' | 'answered', ...unknown[]]>;

/** The answers on the present path: the values chosen for each fact. */
export type Answers = ReadonlyMap<string, readonly string[]>;

const WORD = /[a-z][a-z0-9-]*|[(),]/g;
const RESERVED = /^(?:is|not|any|all|of|has|answered|and|or|[(),])$/;
const MOST_WORDS = 200;

/**
 * Reads a condition. `not` binds closest, then `and`, then `or`.
 *
 * @throws {Error} in words an editor understands
 */
export function parseCondition(text: string): Condition {
  const words = text.match(WORD) ?? [];
  if (words.join('') !== text.replace(/\s/g, '')) throw new Error(`"${text}" has a sign that has no meaning here`);
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
    if (word && !RESERVED.test(word)) return word;
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
    if (!next(')')) throw new Error(`a bracket is not closed after "${words.slice(0, at).join(' ')}"`);
    return inner;
  };
  const comparison = (): Condition => {
    const fact = name();
    if (next('answered')) return ['answered', fact];
    if (next('has', 'all', 'of')) return ['has', fact, list()];
    if (next('has')) return ['has', fact, [name()]];
    if (next('is', 'not')) return ['isnt', fact, [name()]];
    if (next('is', 'any', 'of')) return ['is', fact, list()];
    if (next('is')) return ['is', fact, [name()]];
    return ['fact', fact];
  };
  const condition = either();
  if (at < words.length) throw new Error(`"${words[at]}" cannot stand after "${words.slice(0, at).join(' ')}"`);
  return condition;
}

/** A derived fact, by its name. */
export type Derived = (id: string) => Condition | undefined;

/** Only answers on the present path count: a comparison with an unanswered question is false, `is not` too. */
export function holds(condition: Condition, answers: Answers, derived: Derived): boolean {
  switch (condition[0]) {
    case 'and':
      return holds(condition[1], answers, derived) && holds(condition[2], answers, derived);
    case 'or':
      return holds(condition[1], answers, derived) || holds(condition[2], answers, derived);
    case 'not':
      return !holds(condition[1], answers, derived);
    case 'fact': {
      const fact = derived(condition[1]);
      return Boolean(fact && holds(fact, answers, derived));
    }
    default:
      return compares(condition, answers.get(condition[1]));
  }
}

function compares(comparison: Comparison, chosen: readonly string[] | undefined): boolean {
  if (!chosen) return false;
  switch (comparison[0]) {
    case 'answered':
      return true;
    case 'has':
      return comparison[2].every((value) => chosen.includes(value));
    default:
      return chosen.some((value) => comparison[2].includes(value)) === (comparison[0] === 'is');
  }
}

/** The facts whose answers make a condition what it is: of an `or` that holds, only the sides that hold. */
export function reasonsFor(condition: Condition, answers: Answers, derived: Derived): Set<string> {
  switch (condition[0]) {
    case 'and':
    case 'or': {
      const isTrue = holds(condition, answers, derived);
      const sides = [condition[1], condition[2]];
      const deciding =
        isTrue === (condition[0] === 'and') ? sides : sides.filter((side) => holds(side, answers, derived) === isTrue);
      return new Set(deciding.flatMap((side) => [...reasonsFor(side, answers, derived)]));
    }
    case 'not':
      return reasonsFor(condition[1], answers, derived);
    case 'fact': {
      const fact = derived(condition[1]);
      return fact ? reasonsFor(fact, answers, derived) : new Set();
    }
    default:
      return new Set(answers.has(condition[1]) ? [condition[1]] : []);
  }
}

/** All comparisons in a condition, and the derived facts it names. */
export function partsOf(condition: Condition): (Comparison | Extract<Condition, readonly ['fact', string]>)[] {
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
