import { LuckaDocumentWizard } from './elements/document-wizard/document-wizard.js';
import { define } from './parts/define.js';

define('lucka-document-wizard', LuckaDocumentWizard);

export { LuckaDocumentWizard };
