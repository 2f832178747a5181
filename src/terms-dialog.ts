import { LuckaTermsDialog } from './elements/terms-dialog/terms-dialog.js';
import { defineOnce } from './shared/define-once.js';

defineOnce('lucka-terms-dialog', LuckaTermsDialog);

export { LuckaTermsDialog };
