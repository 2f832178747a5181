import { LuckaMaintenanceBanner } from './elements/maintenance-banner/maintenance-banner.js';
import { define } from './parts/define.js';

define('lucka-maintenance-banner', LuckaMaintenanceBanner);

export { LuckaMaintenanceBanner };
