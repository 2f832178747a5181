import { currentLocale } from './locale.js';

/** The forms of a text with a number in it; English and Swedish have these two. */
export interface PluralForms {
  readonly one: () => string;
  readonly other: () => string;
}

/**
 * The form that a number takes in the language on show (plural rules of Unicode CLDR). Both forms contain the number, since
 * some languages use the form `one` also for 21.
 *
 * @example
 * plural(left, { one: () => msg(str`${left} character left`), other: () => msg(str`${left} characters left`) })
 */
export const plural = (count: number, { one, other }: PluralForms): string =>
  new Intl.PluralRules(currentLocale()).select(count) === 'one' ? one() : other();
