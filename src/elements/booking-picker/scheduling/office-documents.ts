import type { DocumentLoaders } from '../../../content/load.js';

/** The eight offices. */
export const officeDocuments: DocumentLoaders = {
  en: () => import('../../../../content/booking/offices.en.md'),
  sv: () => import('../../../../content/booking/offices.sv.md'),
};
