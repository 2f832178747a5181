import type { LocaleModule } from '@lit/localize';

/**
 * The languages that the words of the interface are translated to, beside English, the language of the source.
 * A new language is a line here and one in lit-localize.json. Each is a file of its own: a page loads only its own.
 */
export const translations: Readonly<Record<string, () => Promise<LocaleModule>>> = {
  sv: () => import('./generated/locales/sv.js'),
};
