/**
 * The name of a message in this build, by the name that `@lit/localize` gives it. The browser build has shorter names: see
 * tools/build-browser.js.
 */
export const messageName = (name: string): string => name;
