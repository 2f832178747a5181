import type { ContentLoaders } from '../../../content/load.js';

/** What the content adds to the offices of the service: other names and positions; without a service, the offices. */
export const officeTexts: ContentLoaders = {
  name: 'booking/offices',
  builtIn: {
    en: () => import('../../../../content/booking/offices.en.md?text'),
    sv: () => import('../../../../content/booking/offices.sv.md?text'),
  },
};
