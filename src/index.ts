import './booking-picker.js';
import './document-wizard.js';
import './maintenance-banner.js';
import './message-composer.js';
import './terms-dialog.js';

export * from './classes.js';
