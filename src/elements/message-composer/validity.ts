import { msg, str } from '@lit/localize';
import { plural } from '../../i18n/plural.js';
import { lengthOf } from './text-length.js';

/** What a text has to meet. */
export interface Limits {
  readonly isRequired: boolean;
  /** Fewest and most characters, as {@link lengthOf} counts. */
  readonly minLength: number;
  readonly maxLength: number;
  /** Why the text is not accepted although its length is right; '' when it is. */
  readonly customError: string;
}

/** A text as a form sees it: what is wrong with it, as a textarea would have it, and in words; nothing when it is right. */
export function validityOf(
  text: string,
  { isRequired, minLength, maxLength, customError }: Limits,
): { readonly flags: ValidityStateFlags; readonly message: string } {
  const over = lengthOf(text) - maxLength;
  const valueMissing = isRequired && !text.trim();
  const tooLong = over > 0;
  const tooShort = text !== '' && lengthOf(text) < minLength;
  const message = valueMissing
    ? msg('Enter your message')
    : tooLong
      ? plural(over, {
          one: () => msg(str`Your message is ${over} character too long`),
          other: () => msg(str`Your message is ${over} characters too long`),
        })
      : tooShort
        ? plural(minLength, {
            one: () => msg(str`Your message must be at least ${minLength} character`),
            other: () => msg(str`Your message must be at least ${minLength} characters`),
          })
        : customError;
  return { flags: { valueMissing, tooLong, tooShort, customError: customError !== '' }, message };
}
