/**
 * Removes comments and white space from a style sheet, and shortens numbers and colours. Ours contain no strings in which white space matters.
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
    .replace(/ !important/g, '!important')
    .replace(/;}/g, '}')
    .replace(/([\s(,:])0\./g, '$1.')
    .replace(/#([\da-f])\1([\da-f])\2([\da-f])\3(?![\da-f])/gi, '#$1$2$3')
    .trim();
