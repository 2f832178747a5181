/**
 * Can the elements work here? A browser needs container queries, units of the dynamic viewport, and style sheets that shadow
 * roots share: Chrome and Edge from 108, Safari from 16.4, Firefox from 110. In an older one no tag is defined, so people see
 * what the page put inside. True on a server, which draws nothing.
 */
export const isSupported = (): boolean =>
  typeof CSS === 'undefined' ||
  (CSS.supports('(container-type:size) and (width:1dvb)') && 'adoptedStyleSheets' in document);
