import type { DocumentLoaders } from '../../content/load.js';

/** What stands around the message, and the words that a message is looked through for. */
export const texts: DocumentLoaders = {
  en: () => import('../../../content/messages/composer.en.md'),
  sv: () => import('../../../content/messages/composer.sv.md'),
};
