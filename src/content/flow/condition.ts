/**
 * The whole condition language: `F is v`, `F is not v`, `F is any of v, w`, `F has v`, `F has all of v, w`,
 * `F answered`, a derived fact, `not`, `and`, `or`, brackets. No functions, no numbers, no dates. As data: the operator, then
 * its operands.
 */
export type Condition =
  | readonly ['answered', string]
  | readonly ['is' | 'isnt' | 'has', string, readonly string[]]
  | readonly ['fact', string]
  | readonly ['not', Condition]
  | readonly ['and' | 'or', Condition, Condition];

/** A condition that compares an answer. */
export type Comparison = Extract<
  Condition,
  readonly ['is' | 'isnt' | 'has' | 'answered', ...unknown[]]
>;

/** The answers on the current path: the values chosen for each fact. */
export type Answers = ReadonlyMap<string, readonly string[]>;

/** A derived fact, by its name. */
export type Derived = (id: string) => Condition | undefined;

/** Only answers on the current path count: a comparison with an unanswered question is false, also with `is not`. */
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
