// Pseudo-random numbers that are the same on every run (mulberry32).

/**
 * @typedef {object} Random
 * @property {() => number} next from 0 up to 1
 * @property {(chance: number) => boolean} chance
 * @property {(limit: number) => number} below a whole number from 0 up to the limit
 * @property {<T>(list: readonly T[]) => T} pick
 */

/** @param {number} seed @returns {Random} */
export function createRandom(seed) {
  let state = seed | 0;
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
  const below = (/** @type {number} */ limit) => Math.floor(next() * limit);
  return {
    next,
    below,
    chance: (chance) => next() < chance,
    pick: (list) => /** @type {(typeof list)[number]} */ (list[below(list.length)]),
  };
}

/**
 * Draws from a list with weights.
 * @template T
 * @param {[T, number][]} weighted
 * @returns {(random: Random) => T}
 */
export function lottery(weighted) {
  const total = weighted.reduce((sum, [, weight]) => sum + weight, 0);
  return (random) => {
    let left = random.next() * total;
    for (const [value, weight] of weighted) if ((left -= weight) <= 0) return value;
    return /** @type {[T, number]} */ (weighted[0])[0];
  };
}
