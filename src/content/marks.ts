/** Text without its marks (`[^T12]`, `{editorial}`): they are sources and notes for editors, never text. */
export const stripMarks = (text: string): string =>
  text.replace(/(?:\[\^[A-Z]\d+\])+|[ \t]*\{editorial\}/g, '').trim();
