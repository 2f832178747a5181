import { html } from 'lit';
import { withPhoneNumbers } from '../../../content/phone-numbers.js';
import { renderInlines, type Renderable } from '../../../content/render.js';
import { paragraphsOf } from './markup.js';

/** Anything that may be Markdown. */
const MARKDOWN =
  /[*_`~\\[|]|^\s*(?:[-+#>=]|\d+[.)]\s)|\t|^ {4}| {2}\n|<[a-z/!?]|&#?\w+;|:\/\/|www\.|\w@\w/im;

/**
 * Markdown, or plain text whose telephone numbers can be dialled.
 *
 * @param headingLevel 0 for a line of plain text
 * @param address of the feed that it came with
 */
export async function renderMarkup(
  text: string,
  headingLevel: number,
  address: string,
): Promise<unknown> {
  if (!headingLevel) return renderPhoneNumbers(text);
  if (!MARKDOWN.test(text))
    return paragraphsOf(text).map((line) => html`<p>${renderPhoneNumbers(line)}</p>`);
  const { loadMarkdown } = await import('./markdown-body.js');
  return loadMarkdown(text, headingLevel, address);
}

/** A line of plain text whose telephone numbers can be dialled. */
export const renderPhoneNumbers = (text: string): Renderable =>
  renderInlines(withPhoneNumbers(text), { headingLevel: 2 });
