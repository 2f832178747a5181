/**
 * Sets of answers as reduced ordered binary decision diagrams (R. E. Bryant, "Graph-Based Algorithms for Boolean Function
 * Manipulation", IEEE Transactions on Computers C-35, 1986): a set of a million paths takes as little space as a set of ten, as
 * long as its condition is short. A diagram is the number of its root node.
 */
export type Diagram = number;

export const EMPTY: Diagram = 0;
export const ALL: Diagram = 1;

/** A set distinguishes more combinations than can be held. */
export class TooComplexError extends Error {
  override readonly name = 'TooComplexError';
}

/** Keys combine two or three of these numbers and must be exact: 2 ** 53 is the largest. */
const MAX_NODES = 2 ** 17;
const LAST = Infinity;
const [AND, OR] = [0, 1];

export class Diagrams {
  /** The variable that a node decides on, from 0. */
  readonly #variable = [LAST, LAST];
  readonly #low = [EMPTY, ALL];
  readonly #high = [EMPTY, ALL];
  readonly #nodes = new Map<number, Diagram>();
  #results = new Map<number, Diagram>();

  /** All combinations in which a variable is true. */
  variable(index: number): Diagram {
    return this.#node(index, EMPTY, ALL);
  }

  and(...sets: readonly Diagram[]): Diagram {
    return sets.reduce((one, other) => this.#combine(AND, one, other), ALL);
  }

  or(...sets: readonly Diagram[]): Diagram {
    return sets.reduce((one, other) => this.#combine(OR, one, other), EMPTY);
  }

  not(set: Diagram): Diagram {
    return this.#map(set, (node) => (node === EMPTY ? ALL : EMPTY));
  }

  without(set: Diagram, other: Diagram): Diagram {
    return this.and(set, this.not(other));
  }

  /** The combinations of a set, whatever the values of these variables are. */
  anyValueOf(set: Diagram, isFree: (variable: number) => boolean): Diagram {
    return this.#map(
      set,
      (node) => node,
      (variable, low, high) =>
        isFree(variable) ? this.or(low, high) : this.#node(variable, low, high),
    );
  }

  /** The number of combinations of these variables; the set depends on no others. */
  count(set: Diagram, variables: readonly number[]): number {
    const places = new Map(variables.map((variable, place) => [variable, place]));
    const placeOf = (node: Diagram) => places.get(this.#variable[node] ?? LAST) ?? variables.length;
    const known = new Map<Diagram, number>();
    const below = (node: Diagram): number => {
      if (node <= ALL) return node;
      const found = known.get(node);
      if (found !== undefined) return found;
      const sum = [this.#low[node], this.#high[node]].reduce<number>((all, next = EMPTY) => {
        const free = placeOf(next) - placeOf(node) - 1;
        return all + below(next) * 2 ** free;
      }, 0);
      known.set(node, sum);
      return sum;
    };
    return below(set) * 2 ** placeOf(set);
  }

  /** The variables that are true in one combination of a set that is not empty. */
  example(set: Diagram): number[] {
    const found: number[] = [];
    for (let node = set; node > ALL;) {
      const low = this.#low[node] ?? EMPTY;
      if (low === EMPTY) found.push(this.#variable[node] ?? 0);
      node = low === EMPTY ? (this.#high[node] ?? EMPTY) : low;
    }
    return found;
  }

  /**
   * Calculates with an upper bound. When it is exceeded, the nodes made meanwhile are dropped.
   *
   * @returns undefined when it is exceeded
   */
  attempt<Result>(calculate: () => Result): Result | undefined {
    const size = this.#variable.length;
    try {
      return calculate();
    } catch (error) {
      if (!(error instanceof TooComplexError)) throw error;
      for (const list of [this.#variable, this.#low, this.#high]) list.length = size;
      for (const [key, node] of this.#nodes) if (node >= size) this.#nodes.delete(key);
      this.#results = new Map();
      return undefined;
    }
  }

  #node(variable: number, low: Diagram, high: Diagram): Diagram {
    if (low === high) return low;
    const key = (variable * MAX_NODES + low) * MAX_NODES + high;
    const found = this.#nodes.get(key);
    if (found !== undefined) return found;
    const node = this.#variable.length;
    if (node >= MAX_NODES) throw new TooComplexError('too many combinations of answers');
    this.#variable.push(variable);
    this.#low.push(low);
    this.#high.push(high);
    this.#nodes.set(key, node);
    return node;
  }

  #combine(operator: number, one: Diagram, other: Diagram): Diagram {
    const [decides, yields] = operator === AND ? [EMPTY, ALL] : [ALL, EMPTY];
    if (one === decides || other === decides) return decides;
    if (one === yields || one === other) return other;
    if (other === yields) return one;
    const [first, second] = one < other ? [one, other] : [other, one];
    const key = (operator * MAX_NODES + first) * MAX_NODES + second;
    const known = this.#results.get(key);
    if (known !== undefined) return known;
    const variable = Math.min(this.#variable[first] ?? LAST, this.#variable[second] ?? LAST);
    const side = (list: readonly Diagram[], node: Diagram) =>
      this.#variable[node] === variable ? (list[node] ?? EMPTY) : node;
    const result = this.#node(
      variable,
      this.#combine(operator, side(this.#low, first), side(this.#low, second)),
      this.#combine(operator, side(this.#high, first), side(this.#high, second)),
    );
    this.#results.set(key, result);
    return result;
  }

  #map(
    set: Diagram,
    atEnd: (node: Diagram) => Diagram,
    at: (variable: number, low: Diagram, high: Diagram) => Diagram = (variable, low, high) =>
      this.#node(variable, low, high),
  ): Diagram {
    const known = new Map<Diagram, Diagram>();
    const mapped = (node: Diagram): Diagram => {
      if (node <= ALL) return atEnd(node);
      const found = known.get(node);
      if (found !== undefined) return found;
      const [low, high] = [mapped(this.#low[node] ?? EMPTY), mapped(this.#high[node] ?? EMPTY)];
      const result = at(this.#variable[node] ?? 0, low, high);
      known.set(node, result);
      return result;
    };
    return mapped(set);
  }
}
