/**
 * Makes processes that start together do a thing one after the other, however long it takes.
 *
 * @param {import('./database.js').Queries} queries a transaction, at whose end the next one goes on
 * @param {'migrate' | 'seed'} what
 */
export async function oneAtATime(queries, what) {
  const number = { migrate: 5_042_026, seed: 5_042_027 }[what];
  await queries.run('SET LOCAL lock_timeout = 0');
  await queries.run('SET LOCAL statement_timeout = 0');
  await queries.query('SELECT pg_advisory_xact_lock($1)', [number]);
}
