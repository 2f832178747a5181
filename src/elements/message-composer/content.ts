import type { DocumentLoaders } from '../../content/load.js';

/** What stands around the message. */
export const composerTexts: DocumentLoaders = {
  en: () => import('../../../content/messages/composer.en.md?text'),
  sv: () => import('../../../content/messages/composer.sv.md?text'),
};

/** The words that a message is looked through for. */
export const hintWords: DocumentLoaders = {
  en: () => import('../../../content/messages/composer.en.md?words'),
  sv: () => import('../../../content/messages/composer.sv.md?words'),
};
