// The agency's own script: a button that shows the terms again.

const terms = document.querySelector('lucka-terms-dialog');
document.querySelector('#read-terms').addEventListener('click', () => terms.show());
