import type { Token, Tokens } from 'marked';

/** A list item, and the line of the text at which it begins, from 0. */
export type Placed = readonly [item: Tokens.ListItem, index: number];

/** The number of line breaks in a token. */
export const linesIn = ({ raw }: Token): number => raw.split('\n').length - 1;

/** The items of a list; none of another token. @param index the line of the text at which it begins, from 0 */
export function itemsOf(token: Tokens.Generic, index: number): Placed[] {
  let at = index;
  return ((token as Tokens.List).items ?? []).map((item) => {
    const placed = [item, at] as const;
    at += linesIn(item);
    return placed;
  });
}

const firstText = ({ tokens }: Tokens.ListItem): Token[] =>
  withoutBlankEnd(
    (tokens.find(({ type }) => type === 'text' || type === 'paragraph') as Tokens.Text | undefined)
      ?.tokens ?? [],
  );

const isLinkToQuestion = (token: Token | undefined): boolean =>
  token?.type === 'link' && (token as Tokens.Link).href.startsWith('#');

/** With a link to a question. */
export const isRoute = (item: Tokens.ListItem): boolean => firstText(item).some(isLinkToQuestion);

/** With a box, a link to a question, or a value at the end. */
export function isAnswer(item: Tokens.ListItem): boolean {
  const tokens = firstText(item);
  const last = tokens.at(tokens.at(-1)?.raw.trim() === '(only)' ? -2 : -1);
  return item.task || last?.type === 'codespan' || tokens.some(isLinkToQuestion);
}

/** Without the spaces around comments at the end. */
export const withoutBlankEnd = (tokens: readonly Token[]): Token[] =>
  tokens.slice(0, tokens.findLastIndex(({ type, raw }) => type !== 'text' || raw.trim()) + 1);

/** The text of a token that is code and nothing else; '' if it is not. */
export const codeOf = (tokens: readonly Token[]): string => {
  const [code, ...more] = withoutBlankEnd(tokens);
  return !more.length && code?.type === 'codespan' ? (code as Tokens.Codespan).text : '';
};
