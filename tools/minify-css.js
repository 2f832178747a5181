/**
 * Removes comments and white space from a style sheet. Ours contain no strings in which white space matters.
 *
 * @param {string} css
 * @returns {string}
 */
export const minifyCss = (css) =>
  css
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/\s+/g, ' ')
    .replace(/ ?([{};,>]) ?/g, '$1')
    // In selectors only: in a calculation the spaces around + are significant.
    .replace(/[^{};]*\{/g, (selector) => selector.replace(/ ([+~]) /g, '$1'))
    .replace(/: /g, ':')
    .replace(/;}/g, '}')
    .replace(/([\s(,:])0\./g, '$1.')
    .trim();
