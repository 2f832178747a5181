import { msg, str } from '@lit/localize';
import { plural } from '../../i18n/plural.js';
import type { RenderEnv } from './render-env.js';
import type { ComposerState } from './state.js';
import { formatCount, lengthOf } from './text-length.js';

/** How many characters are left; below 0 when there are too many. */
export const remainingLength = ({ text }: ComposerState, { limits }: RenderEnv): number =>
  limits.maxLength - lengthOf(text);

/** How many characters are left, or too many, in words. */
export function countText(state: ComposerState, env: RenderEnv): string {
  const left = remainingLength(state, env);
  const difference = Math.abs(left);
  const count = formatCount(difference, env.lang);
  return left < 0
    ? plural(difference, {
        one: () => msg(str`${count} character too many`),
        other: () => msg(str`${count} characters too many`),
      })
    : plural(difference, {
        one: () => msg(str`${count} character left`),
        other: () => msg(str`${count} characters left`),
      });
}
