/** @typedef {import('./journeys.js').Journey} Journey */

/**
 * Chooses an answer by its words, and goes on.
 *
 * @param {import('../person.js').Person} person
 * @param {string} [label] the first answer without it
 */
async function choose(person, label) {
  await person.pressUntil('Tab', 'radio button');
  if (label) await person.browseUntil('Down', label);
  await person.press('space', ['selected']);
  return person.press('Return', []);
}

/** @type {readonly Journey[]} */
export const journeys = [
  {
    name: 'answers the first questions',
    scene: 'wizard',
    isShort: true,
    walk: async (person) => {
      const { words, say } = person;
      const first = say(
        'Have you handed in your passport to the Swedish Migration Agency before?',
        'Har du tidigare lämnat in ditt pass till Migrationsverket?',
      );
      const second = say(
        'Which identity document do you have?',
        'Vilken identitetshandling har du?',
      );
      await person.pressUntil('Tab', `${words('Start')} push button`);
      await person.press('Return', [first, say('Question 1', 'Fråga 1')]);
      await person.browse('Down');
      await person.pressUntil('Tab', 'radio button');
      await person.press('Return', [words('Choose an answer to continue'), first]);
      await person.press('Tab');
      await person.press('Return', ['radio button']);
      await person.press('space', ['selected']);
      await person.press('Return', [second, say('Question 2', 'Fråga 2')]);
      await person.pressUntil('Tab', 'radio button');
      await person.press('space', ['selected']);
      await person.press('Return', [
        say('Has your passport expired?', 'Har giltighetstiden för ditt pass gått ut?'),
      ]);
      await person.pressUntil('Tab', 'radio button');
      await person.press('space', ['selected']);
      await person.press('Return', [
        say(
          'Which of these statements are true for your document?',
          'Vilka av de här punkterna stämmer för din handling?',
        ),
        say('Question 4', 'Fråga 4'),
      ]);
      await person.pressUntil('Tab', 'check box');
      await person.press('space', ['checked']);
    },
  },
  {
    name: 'reaches the result, copies it, and changes an answer',
    scene: 'wizard',
    walk: async (person) => {
      const { words, say } = person;
      await person.pressUntil('Tab', `${words('Start')} push button`);
      await person.press('Return');
      await choose(person);
      await choose(person, say('No identity document', 'Ingen identitetshandling'));
      await choose(person, say('No.', 'Nej.'));
      for (let questions = 0; questions < 8; questions++) {
        const said = await choose(person);
        if (said.includes(words('Your guidance'))) break;
      }
      await person.browse('Down');
      await person.browse('Down');
      await person.browse('h');
      await person.browse('h');
      await person.pressUntil('Tab', words('Copy as text'));
      await person.press('Return', []);
      // The answers stand before the buttons: the last one comes first.
      await person.pressUntil('shift+Tab', say('Change answer to', 'Ändra svaret på'));
      await person.press('Return', [say('Are you able to visit', 'Kan du besöka')]);
      await person.pressUntil('Tab', 'radio button');
    },
  },
  {
    name: 'is told that the questions cannot be shown',
    scene: 'wizard-not-loaded',
    walk: async (person) => {
      const { words } = person;
      await person.browse('Down');
      await person.browse('Down', [words('The questions cannot be shown right now.')]);
      await person.pressUntil('Tab', words('Try again'));
      await person.press('Return', [words('The questions cannot be shown right now.')]);
    },
  },
];
