import './terms-dialog.js';

export * from './classes.js';
