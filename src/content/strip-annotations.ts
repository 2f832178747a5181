/** Text without its annotations (`[^T12]`, `{editorial}`), which are sources and notes for editors. */
export const stripAnnotations = (text: string): string =>
  text.replace(/(?:\[\^[A-Z]\d+\])+|(?<![ \t])[ \t]*\{editorial\}/g, '').trim();
