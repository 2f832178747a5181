import { postgresIsMissing, startPostgres } from './postgres.js';

/**
 * Both databases, for a test that is to hold on each:
 *
 *     for (const database of databases) {
 *       describe(database.name, { skip: database.skip }, () => { … await database.open() … });
 *     }
 *
 * Without PostgreSQL its half is skipped and says so; under CI it fails instead.
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
 * @property {() => Promise<string | undefined>} createDatabase the address of a new one; undefined
 *   lets the service lay out PGlite in a new folder
 * @property {() => Promise<void>} close
 */
