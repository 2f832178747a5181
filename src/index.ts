import './document-wizard.js';
import './terms-dialog.js';

export * from './classes.js';
