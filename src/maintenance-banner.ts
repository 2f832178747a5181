import { LuckaMaintenanceBanner } from './elements/maintenance-banner/maintenance-banner.js';
import { defineOnce } from './shared/define-once.js';

defineOnce('lucka-maintenance-banner', LuckaMaintenanceBanner);

export { LuckaMaintenanceBanner };
