const numbers = { migrate: 5_042_026, seed: 5_042_027 };

/**
 * Serializes a task across processes that start at the same time, with an advisory lock and no time limit.
 *
 * @template Result
 * @param {import('./database.js').Database} database
 * @param {keyof typeof numbers} task
 * @param {(queries: import('./database.js').Queries) => Promise<Result>} work one transaction; when
 *   it ends, the next process continues
 * @returns {Promise<Result>}
 */
export const withAdvisoryLock = (database, task, work) =>
  database.transaction(async (queries) => {
    await queries.query('SELECT pg_advisory_xact_lock($1)', [numbers[task]]);
    return work(queries);
  }, 'unlimited');
