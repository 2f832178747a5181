/** The database cannot be reached or is overloaded; the same request may succeed in a moment. */
export class DatabaseUnavailable extends Error {
  /** @param {unknown} cause */
  constructor(cause) {
    super('The database cannot be reached or is overloaded.', { cause });
    this.name = 'DatabaseUnavailable';
    /** The reason: SQLSTATE, a system error such as `ECONNRESET`, or the driver's message. */
    this.code = codeOf(cause) || (cause instanceof Error ? cause.message : '');
    /**
     * Has the server or the network failed, not only this statement? Then other connections to it are
     * unusable too: lost, shut down, or read-only since a failover.
     */
    this.isAboutServer = !isFromServer(cause) || /^(08...|25006|57P0.)$/.test(this.code);
  }
}

/**
 * SQLSTATEs (PostgreSQL, appendix A) after which the same request may succeed later, perhaps on
 * another server: lost connections, read-only after a failover, timeouts, conflicts with other
 * transactions, no resources, operator intervention, system errors.
 */
const temporary = /^(08...|25006|25P0[34]|40001|40003|40P01|53...|55P03|57...|58...)$/;

/**
 * Distinguishes temporary from permanent errors: only temporary ones may be retried.
 *
 * @param {unknown} error of a database driver
 * @returns {unknown} what to throw
 */
export const explained = (error) =>
  temporary.test(codeOf(error)) ? new DatabaseUnavailable(error) : error;

/** Does the error come from the database, and not from the connection to it? @param {unknown} error */
export const isFromServer = (error) => error instanceof Error && 'severity' in error;

/** @param {unknown} error */
export const codeOf = (error) => String(/** @type {{ code?: unknown }} */ (error)?.code ?? '');
