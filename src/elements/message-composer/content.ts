import type { ContentLoaders } from '../../content/load.js';

/** The texts of the form. */
export const formTexts: ContentLoaders = {
  name: 'messages/composer/form',
  builtIn: {
    en: () => import('../../../content/messages/composer.en.md?form'),
    sv: () => import('../../../content/messages/composer.sv.md?form'),
  },
};

/** What is said about a message, and the words that it is searched for. */
export const feedbackTexts: ContentLoaders = {
  name: 'messages/composer/feedback',
  builtIn: {
    en: () => import('../../../content/messages/composer.en.md?feedback'),
    sv: () => import('../../../content/messages/composer.sv.md?feedback'),
  },
};
