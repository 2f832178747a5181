import { msg, str } from '@lit/localize';
import { plural } from '../../i18n/plural.js';
import { lengthOf } from './counting.js';

/** What a text has to keep to. */
export interface Limits {
  readonly isRequired: boolean;
  /** Fewest and most characters, as {@link lengthOf} counts. */
  readonly least: number;
  readonly most: number;
  /** Why the text is not accepted though its length is right; '' when it is. */
  readonly otherwise: string;
}

/** A text as a form sees it: what is wrong with it, as a textarea would have it, and in words; nothing when it is right. */
export function validityOf(
  text: string,
  { isRequired, least, most, otherwise }: Limits,
): { readonly flags: ValidityStateFlags; readonly message: string } {
  const over = lengthOf(text) - most;
  const valueMissing = isRequired && !text.trim();
  const tooLong = over > 0;
  const tooShort = text !== '' && lengthOf(text) < least;
  const message = valueMissing
    ? msg('Write your message')
    : tooLong
      ? plural(over, {
          one: () => msg(str`Shorten your message by ${over} character`),
          other: () => msg(str`Shorten your message by ${over} characters`),
        })
      : tooShort
        ? plural(least, {
            one: () => msg(str`Write at least ${least} character`),
            other: () => msg(str`Write at least ${least} characters`),
          })
        : otherwise;
  return { flags: { valueMissing, tooLong, tooShort, customError: otherwise !== '' }, message };
}
