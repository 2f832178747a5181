import type { BuiltIn } from '../../content/load.js';

/** The terms of use themselves. */
export const builtInTerms: BuiltIn = {
  en: () => import('../../../content/terms/my-page.en.md'),
  sv: () => import('../../../content/terms/my-page.sv.md'),
};

/** What stands beside the terms: before the choice, when declined, about the record. */
export const asides: BuiltIn = {
  en: () => import('../../../content/terms/dialog.en.md'),
  sv: () => import('../../../content/terms/dialog.sv.md'),
};
