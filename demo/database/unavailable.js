/** The database cannot be reached or is overloaded; the same request may succeed in a moment. */
export class DatabaseUnavailable extends Error {
  /** @param {unknown} cause */
  constructor(cause) {
    super('The database cannot be reached or is overloaded.', { cause });
    this.name = 'DatabaseUnavailable';
  }
}
