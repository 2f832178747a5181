/** One word of a message, in lower case. */
export interface Word {
  readonly text: string;
  /** Written like a name: a capital letter where the sentence does not ask for one. */
  readonly name: boolean;
}

const WORD = /[\p{sc=Latin}\p{M}]+(?:['’][\p{sc=Latin}\p{M}]+)*/gu;
const CAPITALISED = /^\p{Lu}.*\p{Ll}/u;
const ENGLISH_I = /^I(?:['’]|$)/;
const SENTENCE_BREAK = /[.!?:;…\n]/;

/** The words in Latin script, in their order. */
export function words(text: string): Word[] {
  let end = -1;
  let previousIsCapitalised = false;
  const found: { text: string; name: boolean }[] = [];
  for (const { 0: written, index } of text.matchAll(WORD)) {
    const between = end < 0 ? '\n' : text.slice(end, index);
    const startsSentence = SENTENCE_BREAK.test(between);
    const capitalised = CAPITALISED.test(written) && !ENGLISH_I.test(written);
    const name = capitalised && !startsSentence;
    // Two capitals in a row at the start of a sentence: the first belongs to the name as well.
    const last = found.at(-1);
    if (name && previousIsCapitalised && last && between === ' ') last.name = true;
    found.push({ text: written.toLowerCase(), name });
    previousIsCapitalised = capitalised;
    end = index + written.length;
  }
  return found;
}
