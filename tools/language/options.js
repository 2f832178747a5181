// Reads `--name value` and `--name` from the command line.

/** @param {string} name */
export function flag(name) {
  return process.argv.includes(`--${name}`);
}

/**
 * @param {string} name
 * @param {string} [fallback] without one the option must be given
 */
export function option(name, fallback) {
  const at = process.argv.indexOf(`--${name}`);
  const value = at < 0 ? fallback : process.argv[at + 1];
  if (value === undefined) throw new Error(`Give --${name} <value>.`);
  return value;
}
