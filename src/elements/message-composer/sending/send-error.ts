import { isServiceError } from '../../../services/is-service-error.js';
import { toUserError } from '../../../shared/user-error.js';
import type { ComposerState, Field, RefusedField, SendError } from '../state.js';
import { lengthOf } from '../text-length.js';

type SentFields = Pick<ComposerState, 'subject' | 'text'>;

/**
 * @param sent with '' as subject where the message has none
 * @param now milliseconds since 1970
 */
export function toSendError(error: unknown, sent: SentFields, now: number): SendError {
  const userError = toUserError(error, now);
  // A busy service says nothing about the message.
  const tooLong = userError.retryAt === undefined ? refusedField(error, sent) : undefined;
  return { ...userError, tooLong };
}

/** The field that the service did not take because of its length; undefined where that is not the reason. */
function refusedField(error: unknown, sent: SentFields): RefusedField | undefined {
  if (!isServiceError(error)) return undefined;
  const { code, status, problem } = error;
  // A response can be too large as well.
  const isTooLong = code === 'too-long' || (code === 'too-large' && (status < 200 || status > 299));
  if (!isTooLong) return undefined;
  const field = sent.subject && problem?.['pointer'] === '#/subject' ? 'subject' : 'message';
  const length = fieldLength(sent, field);
  const limit = Number.isInteger(problem?.['limit']) ? Number(problem?.['limit']) : 0;
  return { field, length, limit: limit > 0 && limit < length ? limit : undefined };
}

export const fieldLength = ({ subject, text }: SentFields, field: Field): number =>
  lengthOf(field === 'subject' ? subject : text);
