import { LuckaTermsDialog } from './elements/terms-dialog/terms-dialog.js';
import { define } from './parts/define.js';

define('lucka-terms-dialog', LuckaTermsDialog);

export { LuckaTermsDialog };
