/** Anything that may be Markdown: too much rather than too little, since the parser decides. */
export const MARKDOWN =
  /[*_`~\\[|]|^\s*(?:[-+#>=]|\d+[.)]\s)|\t|^ {4}| {2}\n|<[a-z/!?]|&#?\w+;|:\/\/|www\.|\w@\w/im;

/** Anything that may be a telephone number. */
export const PHONE_NUMBER = /\d-\d\d|\+\d/;

/** The paragraphs of a plain text. */
export const paragraphsOf = (text: string): string[] =>
  text
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.trim())
    .filter(Boolean);
