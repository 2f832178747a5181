/** @typedef {import('./journeys.js').Journey} Journey */
/** @typedef {import('../person.js').Person} Person */

/** To a button at the end of the dialog. @param {Person} person @param {string} label */
const goTo = (person, label) => person.pressUntil('Tab', `${label} push button`);

/**
 * @param {string} scene
 * @param {string} name
 * @param {(person: Person) => readonly string[]} expected
 * @returns {Journey}
 */
const savingFails = (scene, name, expected) => ({
  name,
  scene,
  opensDialog: true,
  walk: async (person) => {
    await goTo(person, person.words('Accept'));
    await person.press('Return', expected(person));
    await person.browse('Down');
  },
});

/** @type {readonly Journey[]} */
export const journeys = [
  {
    name: 'declines the terms',
    path: '/',
    opens: ({ say }) => [say('My page: terms of use', 'Användarvillkor för Min sida')],
    walk: async (person) => {
      const { words } = person;
      await goTo(person, words('Decline'));
      await person.press('Return', [words('You have declined the terms')]);
      await person.browse('Down');
      await person.pressUntil('Tab', `${words('Close')} push button`);
      await person.press('Return', [words('You have declined the terms')]);
      await person.browse('Down');
      await person.press('Tab');
    },
  },
  {
    name: 'accepts the terms',
    path: '/',
    isShort: true,
    // Chromium says the role at the first move only: see README.md.
    opens: ({ say }) => [say('My page: terms of use', 'Användarvillkor för Min sida')],
    walk: async (person) => {
      const { words, say } = person;
      await person.press('Escape', [
        words('Choose Accept or Decline to continue. You have not chosen yet.'),
      ]);
      await person.browse('Down');
      await goTo(person, words('Accept'));
      await person.press('Return', [words('You have accepted the terms.')]);
      await person.browse('Down');
      await person.press('Tab');
      await person.pressUntil('Tab', say('Read the terms push button', 'Läs villkoren'));
      // Orca is silent in Firefox when what had the focus becomes inert: see README.md.
      await person.press('Return', [], { maySilent: true, quiet: 4000 });
      await person.press('Escape', [say('Read the terms push button', 'Läs villkoren')]);
    },
  },
  {
    name: 'reads what has changed',
    scene: 'terms-changed',
    opensDialog: true,
    walk: async (person) => {
      await person.browse('Down');
      await person.browse('Down');
      await person.browse('Down');
      await person.browse('h');
      await person.browse('h');
      await person.browse('Down');
      await person.browse('Down');
      await person.browse('Down');
    },
  },
  {
    name: 'goes on where the page says',
    scene: 'terms-return',
    opensDialog: true,
    walk: async (person) => {
      await goTo(person, person.words('Accept'));
      await person.press('Return', [
        'Case 12-345678',
        person.words('You have accepted the terms.'),
      ]);
    },
  },
  savingFails('terms-not-saved', 'is told that the choice was not saved', ({ words }) => [
    words('Your choice was not saved'),
    words('There is a problem with the service. Try again later.'),
  ]),
  savingFails('terms-no-answer', 'is told that the result is not known', ({ words }) => [
    words('It is not clear if your choice was saved'),
  ]),
  savingFails('terms-logged-out', 'is told of having been logged out', ({ words }) => [
    words('Your choice was not saved'),
    words('You have been logged out. Log in again, then make your choice again.'),
  ]),
  {
    name: 'is told that the terms cannot be loaded',
    scene: 'terms-not-loaded',
    opensDialog: true,
    walk: async (person) => {
      await person.browse('Down');
      await person.pressUntil('Tab', person.words('Try again'));
      await person.press('Return', [
        person.words('The terms could not be loaded'),
        person.words('There is a problem with the service. Try again later.'),
      ]);
    },
  },
  {
    name: 'hears every error of a choice',
    scene: 'terms-errors',
    opensDialog: true,
    walk: async (person) => {
      const { words, say } = person;
      const heading = words('Your choice was not saved');
      await goTo(person, words('Accept'));
      await person.press('Return', [
        heading,
        words('This page has timed out. Reload the page, then choose again.'),
      ]);
      await goTo(person, words('Accept'));
      await person.press('Return', [
        heading,
        say('You have tried too many times', 'Du har försökt för många gånger'),
      ]);
      await goTo(person, words('Accept – try again'));
      await person.press('Return', [
        heading,
        words(
          'Do not accept these terms. The text on this page is not the same as the text from the service. Reload the page, then read the terms again.',
        ),
      ]);
      // Nothing asks the person to try again with terms that they shall not accept.
      await goTo(person, words('Accept'));
      await person.press('Return', [words('The terms changed while you were reading')]);
    },
  },
  {
    name: 'opens terms that no longer apply',
    scene: 'terms-retired',
    walk: async (person) => {
      const { words } = person;
      // To the button "Search", which was read as the page opened: Orca is silent when Tab comes to where it is.
      await person.press('Tab', [], { maySilent: true });
      await person.press('Return', [
        words('These terms no longer apply'),
        words('You do not need to accept or decline them.'),
      ]);
      // Orca is silent when the focus goes back: see README.md. The next Tab is after the button.
      await person.press('Escape', [], { maySilent: true });
      await person.press('Tab', ['Ankomstverket link']);
    },
  },
  {
    name: 'declines, and reads the terms again',
    scene: 'terms-return',
    opensDialog: true,
    walk: async (person) => {
      const { words } = person;
      await goTo(person, words('Decline'));
      await person.press('Return', [words('You have declined the terms')]);
      await goTo(person, words('Read the terms again'));
      await person.press('Return', [words('Full text of the terms'), '2026-11-22']);
      await person.browse('Down');
    },
  },
  {
    name: 'reads terms that are in English only',
    scene: 'terms-in-english',
    opensDialog: true,
    walk: async (person) => {
      // The dialog may be silent as it opens with the page; it is named at the first heading.
      const inDialog = ['My page: terms of use dialog', 'heading level 3'];
      await person.browse('Down');
      await person.browse('h', inDialog);
      await person.browse('Down');
      await person.browse('h', inDialog);
      await person.browse('Down');
    },
  },
];
