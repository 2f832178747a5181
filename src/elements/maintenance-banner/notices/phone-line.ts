import { withPhoneNumbers } from '../../../content/phone-numbers.js';
import { renderInlines, type Renderable } from '../../../content/render.js';

/** A line of plain text whose telephone numbers can be dialled. */
export const renderPhoneNumbers = (text: string): readonly Renderable[] =>
  renderInlines(withPhoneNumbers(text), { headingLevel: 2 });
