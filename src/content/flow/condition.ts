/**
 * The whole condition language: `F is v`, `F is not v`, `F is any of v, w`, `F has v`, `F has all of v, w`,
 * `F has any of v, w`, `F answered`, a derived fact, `not`, `and`, `or`, brackets. No functions, no numbers, no dates. As data:
 * the operator, then its operands.
 */
export type Condition =
  | readonly ['answered', string]
  | readonly ['is' | 'isnt' | 'has' | 'hasany', string, readonly string[]]
  | readonly ['fact', string]
  | readonly ['not', Condition]
  | readonly ['and' | 'or', Condition, Condition];

/** A condition that compares an answer. */
export type Comparison = Extract<
  Condition,
  readonly ['is' | 'isnt' | 'has' | 'hasany' | 'answered', ...unknown[]]
>;

/** A condition that compares an answer with values. */
export type ValueComparison = Exclude<Comparison, readonly ['answered', string]>;

/** The answers on the current path: the values chosen for each fact. */
export type Answers = ReadonlyMap<string, readonly string[]>;

/** A derived fact, by its name. */
export type Derived = (id: string) => Condition | undefined;

/**
 * Only answers on the current path count: a comparison with an unanswered question is false, also with `is not`.
 *
 * @param truths the derived facts that are calculated already: each once, though others name it several times
 */
export function holds(
  condition: Condition,
  answers: Answers,
  derived: Derived,
  truths = new Map<string, boolean>(),
): boolean {
  const isTrue = (part: Condition): boolean => holds(part, answers, derived, truths);
  switch (condition[0]) {
    case 'and':
      return isTrue(condition[1]) && isTrue(condition[2]);
    case 'or':
      return isTrue(condition[1]) || isTrue(condition[2]);
    case 'not':
      return !isTrue(condition[1]);
    case 'fact': {
      const [, id] = condition;
      const fact = derived(id);
      const truth = truths.get(id) ?? Boolean(fact && isTrue(fact));
      truths.set(id, truth);
      return truth;
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
      return chosen.some((value) => comparison[2].includes(value)) !== (comparison[0] === 'isnt');
  }
}
