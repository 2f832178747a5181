import 'lucka/terms-dialog.js';

const terms = document.createElement('lucka-terms-dialog');
terms.mode = 'sideways';
terms.addEventListener('lucka-terms-declined', (event) => console.log(event.nothing));
