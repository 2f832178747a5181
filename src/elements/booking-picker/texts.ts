import type { DocumentLoaders } from '../../content/load.js';

/** What is said about the letter, the visit, and not being able to come. */
export const visitTexts: DocumentLoaders = {
  en: () => import('../../../content/booking/visit.en.md'),
  sv: () => import('../../../content/booking/visit.sv.md'),
};

/** The eight towns. */
export const officeTexts: DocumentLoaders = {
  en: () => import('../../../content/booking/offices.en.md'),
  sv: () => import('../../../content/booking/offices.sv.md'),
};
