import { postgresIsMissing, startPostgres } from './postgres.js';

/**
 * Both databases, for tests that run on each:
 *
 *     for (const database of databases) {
 *       describe(database.name, { skip: database.skip }, () => { … await database.open() … });
 *     }
 *
 * Without PostgreSQL, its tests are skipped with a message; under CI they fail.
 */
export const databases = [
  {
    name: 'PGlite',
    skip: false,
    /** @returns {Promise<OpenDatabase>} */
    open: async () => ({ createDatabase: async () => undefined, close: async () => {} }),
  },
  {
    name: 'PostgreSQL',
    skip: (!process.env.CI && postgresIsMissing) || false,
    /** @returns {Promise<OpenDatabase>} */
    async open() {
      const postgres = await startPostgres();
      return { createDatabase: postgres.createDatabase, close: postgres.stop };
    },
  },
];

/**
 * @typedef {object} OpenDatabase
 * @property {() => Promise<string | undefined>} createDatabase the address of a new one; with undefined,
 *   the service creates PGlite in a new folder
 * @property {() => Promise<void>} close
 */
