import { hydrateLucka } from 'lucka/hydrate.js';

const question = document.querySelector('#question');
document.addEventListener('lucka-wizard-step', ({ questionId }) => {
  question.textContent = `Asked: ${questionId}`;
});

const length = document.querySelector('#length');
document.addEventListener('lucka-message-send', (event) => {
  // The page sends the message itself: here it only counts.
  event.preventDefault();
  length.textContent = `${event.message.body.length} characters.`;
});

// Before the tags are defined: the elements take over what the build has rendered.
hydrateLucka();
await Promise.all([import('lucka/document-wizard.js'), import('lucka/message-composer.js')]);
