const numbers = { migrate: 5_042_026, seed: 5_042_027 };

/**
 * Makes processes that start together do a thing one after the other, however long it takes.
 *
 * @template Result
 * @param {import('./database.js').Database} database
 * @param {keyof typeof numbers} what
 * @param {(queries: import('./database.js').Queries) => Promise<Result>} work one transaction, at
 *   whose end the next process goes on
 * @returns {Promise<Result>}
 */
export const oneAtATime = (database, what, work) =>
  database.transaction(async (queries) => {
    await queries.query('SELECT pg_advisory_xact_lock($1)', [numbers[what]]);
    return work(queries);
  }, 'patient');
