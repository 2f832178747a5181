import { LuckaDocumentWizard } from './elements/document-wizard/document-wizard.js';
import { defineOnce } from './shared/define-once.js';

defineOnce('lucka-document-wizard', LuckaDocumentWizard);

export { LuckaDocumentWizard };
