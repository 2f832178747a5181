import { msg, str } from '@lit/localize';
import { plural } from '../../../i18n/plural.js';
import type { RenderEnv } from '../render-env.js';
import type { ComposerState, Field } from '../state.js';
import { lengthOf } from '../text-length.js';
import { validityOf } from '../validity.js';
import { tooLongText } from './error-messages.js';
import { fieldLength } from './send-error.js';

/** What is wrong with each field, in words; '' when nothing is. */
export type FieldErrors = Readonly<Record<Field, string>>;

/**
 * What is wrong with the fields, apart from the language of the text.
 *
 * @param subjectMaxLength most characters of the subject
 */
export function findFieldErrors(
  { text, subject, subjectMaxLength: serviceMaxLength = Infinity }: ComposerState,
  { limits, hasSubject }: RenderEnv,
  subjectMaxLength: number,
): FieldErrors {
  const most = Math.min(subjectMaxLength, serviceMaxLength);
  const over = hasSubject ? lengthOf(subject) - most : 0;
  return {
    subject:
      over > 0
        ? plural(over, {
            one: () => msg(str`“What is your question about?” is ${over} character too long`),
            other: () => msg(str`“What is your question about?” is ${over} characters too long`),
          })
        : '',
    message: text.trim() ? validityOf(text, limits).message : msg('Enter your message'),
  };
}

/** Those, and the field that the service found too long without a limit, until that is shorter than it was. */
export function addRefusedField(errors: FieldErrors, state: ComposerState): FieldErrors {
  const { field, length } = state.sendError?.tooLong ?? {};
  return field && length && !errors[field] && fieldLength(state, field) >= length
    ? { ...errors, [field]: tooLongText(field) }
    : errors;
}
