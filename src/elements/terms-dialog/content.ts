import type { DocumentLoaders } from '../../content/load.js';

/** The terms of use themselves. */
export const builtInTerms: DocumentLoaders = {
  en: () => import('../../../content/terms/my-page.en.md'),
  sv: () => import('../../../content/terms/my-page.sv.md'),
};

/** What stands beside the terms: before the choice, when declined, about the record. */
export const supplementaryContent: DocumentLoaders = {
  en: () => import('../../../content/terms/dialog.en.md?text'),
  sv: () => import('../../../content/terms/dialog.sv.md?text'),
};
