/**
 * Takes comments and white space out of a style sheet. Ours hold no strings in which white space counts.
 *
 * @param {string} css
 * @returns {string}
 */
export const minifyCss = (css) =>
  css
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/\s+/g, ' ')
    .replace(/ ?([{};,>]) ?/g, '$1')
    .replace(/: /g, ':')
    .replace(/;}/g, '}')
    .replace(/([\s(,:])0\./g, '$1.')
    .trim();
