/**
 * The decoded path of a request.
 *
 * @param {string | undefined} target as in its first line
 * @returns {string} '' when it is not well-formed, such as `/100%` or `//`
 */
export function requestPath(target) {
  try {
    return decodeURIComponent(new URL(target ?? '/', 'http://localhost').pathname);
  } catch {
    return '';
  }
}
