/** Anything that may be Markdown or a telephone number: too much rather than too little, since what it loads decides. */
export const MARKUP = /[*_`~\\[|<&@\t]| {2}|^\s*(?:[-+#>=]|\d+[.)]\s)|\d-\d\d|\+\d|:\/\/|www\./im;

/** The paragraphs of a plain text. */
export const paragraphsOf = (text: string): string[] =>
  text
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.trim())
    .filter(Boolean);
