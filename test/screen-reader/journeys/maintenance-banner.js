/** @typedef {import('./journeys.js').Journey} Journey */

/** @type {readonly Journey[]} */
export const journeys = [
  {
    name: 'is told of what begins, and hides a notice',
    scene: 'notice-begins',
    isShort: true,
    walk: async (person) => {
      const { words, say } = person;
      await person.browse('Down');
      await person.browse('Down');
      await person.browse('Down');
      await person.pressUntil('Tab', words('What is affected and what you can do'));
      await person.press('Return');
      await person.browse('Down');
      await person.pressUntil('shift+Tab', 'Search push button');
      await person.press('Return', [], { maySilent: true, quiet: 500 });
      await person.wait(5, [
        say('In progress: Slow to send messages', 'Pågår nu: Långsamt att skicka'),
      ]);
      await person.pressUntil('Tab', say('Hide notice', 'Dölj driftmeddelandet'));
      await person.press('Return', ['Case 12-345678', words('The notice is hidden.')]);
      await person.browse('Down');
    },
  },
  {
    name: 'is told that an interruption has ended',
    scene: 'notice-ends',
    walk: async (person) => {
      const { say } = person;
      await person.browse('Down');
      await person.browse('Down');
      await person.browse('Down');
      await person.browse('Down');
      await person.pressUntil('shift+Tab', 'Search push button');
      await person.press('Return', [], { maySilent: true, quiet: 500 });
      await person.wait(5, [say('Finished: Slow to send messages', 'Klart: Långsamt att skicka')]);
      await person.browse('Down');
      await person.browse('Down');
      await person.browse('Down');
    },
  },
];
