import type { DocumentLoaders } from '../../content/load.js';

/** The texts of the form. */
export const formTexts: DocumentLoaders = {
  en: () => import('../../../content/messages/composer.en.md?form'),
  sv: () => import('../../../content/messages/composer.sv.md?form'),
};

/** What is said about a message, and the words that it is searched for. */
export const feedbackTexts: DocumentLoaders = {
  en: () => import('../../../content/messages/composer.en.md?feedback'),
  sv: () => import('../../../content/messages/composer.sv.md?feedback'),
};
