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
    opens: ({ say }) => [say('My page: terms of use', 'Användarvillkor för Min sida'), 'dialog'],
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
    opens: ({ say }) => [say('My page: terms of use', 'Användarvillkor för Min sida'), 'dialog'],
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
    walk: async (person) => {
      await goTo(person, person.words('Accept'));
      await person.press('Return', ['12-345678', person.words('You have accepted the terms.')]);
    },
  },
  savingFails('terms-not-saved', 'is told that the choice was not saved', ({ words }) => [
    words('Your choice was not saved'),
    words('There is a problem with the service.'),
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
    walk: async (person) => {
      await person.browse('Down');
      await person.browse('Down');
      await person.pressUntil('Tab', person.words('Try again'));
    },
  },
];
