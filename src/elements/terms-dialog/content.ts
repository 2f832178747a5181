import type { ContentLoaders } from '../../content/load.js';

/** The terms of use themselves. With a content pack the id chooses among its terms. */
export const termsLoaders = (id: string): ContentLoaders => ({
  name: `terms/${id}`,
  builtIn: {
    en: () => import('../../../content/terms/my-page.en.md?terms'),
    sv: () => import('../../../content/terms/my-page.sv.md?terms'),
  },
});

/** The very text of the terms, which the digest is made from. */
export const termsMarkdown = (id: string): ContentLoaders<string> => ({
  name: `terms/${id}`,
  builtIn: {
    en: () => import('../../../content/terms/my-page.en.md?raw'),
    sv: () => import('../../../content/terms/my-page.sv.md?raw'),
  },
});

/** What stands beside the terms: before the choice, when declined, about the record. */
export const supplementaryTexts: ContentLoaders = {
  name: 'terms/dialog',
  builtIn: {
    en: () => import('../../../content/terms/dialog.en.md?text'),
    sv: () => import('../../../content/terms/dialog.sv.md?text'),
  },
};
