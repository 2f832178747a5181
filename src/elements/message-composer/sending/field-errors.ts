import { msg, str } from '@lit/localize';
import { plural } from '../../../i18n/plural.js';
import type { RenderEnv } from '../render-env.js';
import type { ComposerState } from '../state.js';
import { lengthOf } from '../text-length.js';
import { validityOf } from '../validity.js';

/** What is wrong with each field, in words; '' when nothing is. */
export interface FieldErrors {
  readonly subject: string;
  readonly message: string;
}

/**
 * What is wrong with the fields, apart from the language of the text.
 *
 * @param subjectMaxLength most characters of the subject
 */
export function findFieldErrors(
  { text, subject }: ComposerState,
  { limits, hasSubject }: RenderEnv,
  subjectMaxLength: number,
): FieldErrors {
  const over = hasSubject ? lengthOf(subject) - subjectMaxLength : 0;
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
