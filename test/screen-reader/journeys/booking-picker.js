/** @typedef {import('./journeys.js').Journey} Journey */
/** @typedef {import('../person.js').Person} Person */

/** To the first answer. @param {Person} person */
async function passGate(person) {
  const { words } = person;
  await person.pressUntil('Tab', words('Yes, I have the letter'));
  await person.press('space');
  await person.press('Return', [words('Which office do you want to visit?')]);
}

/** Boden is the first office by name in both languages. @param {Person} person */
async function chooseTime(person) {
  const { words, say } = person;
  await person.pressUntil('Tab', 'Boden');
  // It may be chosen already.
  await person.press('space', [], { maySilent: true });
  await person.press('Return', [words('Which day suits you?')]);
  await person.pressUntil('Tab', say('available time', say('available time', 'ledig')));
  await person.press('space');
  await person.press('Return', [say('Which time suits you on', 'Vilken tid passar dig')]);
  await person.pressUntil('Tab', 'radio button');
  await person.press('space');
}

/** The button that books. @param {Person} person */
async function toBook(person) {
  await passGate(person);
  await chooseTime(person);
  await person.press('Return', [person.words('Check and book')]);
  await person.pressUntil('Tab', person.words('Book this time'));
}

/**
 * Everything goes well until the time is to be booked.
 *
 * @param {string} scene
 * @param {string} name
 * @param {(person: Person) => readonly string[]} expected
 * @returns {Journey}
 */
const bookingFails = (scene, name, expected) => ({
  name,
  scene,
  walk: async (person) => {
    await toBook(person);
    await person.press('Return', expected(person));
    await person.browse('Down');
    await person.browse('Down');
  },
});

/**
 * Tries to cancel the visit on show, which is refused, and goes on to the button that looks it up again.
 *
 * @param {Person} person
 * @param {string} reason why it is not cancelled
 */
async function tryToCancel(person, reason) {
  const { words } = person;
  await person.pressUntil('Tab', words('Cancel the visit'));
  await person.press('Return', [words('Cancel your visit?')]);
  await person.pressUntil('Tab', words('Cancel the visit'));
  await person.press('Return', [words('Your visit was not cancelled'), words(reason)]);
  await person.pressUntil('Tab', words('Look up the visit again'));
}

/**
 * Tries again, until each error was heard.
 *
 * @param {Person} person
 * @param {readonly (readonly string[])[]} errors
 */
async function tryAgain(person, errors) {
  for (const expected of errors) {
    await person.pressUntil('Tab', person.words('Try again'));
    await person.press('Return', expected);
  }
}

/** @type {readonly Journey[]} */
export const journeys = [
  {
    name: 'books a visit',
    scene: 'booking',
    isShort: true,
    walk: async (person) => {
      const { words, say } = person;
      const gate = say('Have you received your letter?', 'Har du fått ditt brev?');
      await person.pressUntil('Tab', words('Yes, I have the letter'), {
        expected: [gate, 'radio button'],
      });
      await person.press('Return', [gate, words('Choose an answer')]);
      await person.press('Tab', [words('Yes, I have the letter')]);
      await person.press('space', ['selected']);
      await person.press('Tab', [words('Reference number from your letter')]);
      await person.type('LUCKA-0001');
      await person.press('Return', [words('Which office do you want to visit?')]);
      await person.pressUntil('Tab', `${words('Continue')} push button`);
      await person.press('Return', [words('Choose an office')]);
      await chooseTime(person);
      await person.press('Return', [
        words('Check and book'),
        say('This time is reserved', 'Tiden är reserverad'),
      ]);
      await person.browse('Down');
      await person.browse('Down');
      await person.pressUntil('Tab', words('Book this time'));
      await person.press('Return', [words('Your visit is booked')]);
      await person.browse('Down');
      await person.browse('Down');
      await person.pressUntil('Tab', words('Add to my calendar'));
    },
  },
  {
    name: 'is told that the letter cannot be used',
    scene: 'booking',
    walk: async (person) => {
      const { words } = person;
      await person.pressUntil('Tab', words('Yes, I have the letter'));
      await person.press('space');
      await person.press('Tab');
      await person.type('ABC-999');
      // The name of the field is not said again: it has the focus already.
      await person.press('Return', [
        words('This reference number cannot be used. Check that it is the same as in your letter.'),
      ]);
      await person.press('Tab');
      await person.press('shift+Tab', [
        words('Reference number from your letter'),
        words('This reference number cannot be used. Check that it is the same as in your letter.'),
      ]);
    },
  },
  {
    name: 'searches for an office, goes back, and changes the day',
    scene: 'booking',
    walk: async (person) => {
      const { words } = person;
      await person.pressUntil('Tab', words('Yes, I have the letter'));
      await person.press('space');
      await person.press('Tab');
      await person.type('LUCKA-0001');
      await person.press('Return', [words('Which office do you want to visit?')]);
      await person.pressUntil('Tab', words('Search for an office by town or postcode'));
      await person.type('Stockholm', [person.say('1 office found', '1 kontor hittades')]);
      await person.press('ctrl+a');
      await person.type('Paris', [
        words('No office matches your search. Here are all the offices.'),
      ]);
      await chooseTime(person);
      await person.press('Return', [words('Check and book')]);
      await person.pressUntil('Tab', `${words('Change')} ${words('Day')}`);
      await person.press('Return', [words('Which day suits you?')]);
      await person.pressUntil('shift+Tab', words('Back'));
      await person.press('Return', [words('Which office do you want to visit?')]);
    },
  },
  {
    name: 'has no letter, and cannot visit the agency',
    scene: 'booking',
    walk: async (person) => {
      const { words, say } = person;
      await person.pressUntil('Tab', words('Yes, I have the letter'));
      await person.browse('Down');
      await person.press('space', ['selected']);
      await person.press('Return', [
        say('You have not received the letter yet', 'Du har inte fått brevet än'),
      ]);
      await person.browse('Down');
      await person.pressUntil('shift+Tab', words('Back'));
      await person.press('Return', [
        say('Have you received your letter?', 'Har du fått ditt brev?'),
      ]);
    },
  },
  {
    name: 'is warned before the hold ends, and extends it',
    scene: 'booking-hold-ends-soon',
    walk: async (person) => {
      const { words } = person;
      await passGate(person);
      await chooseTime(person);
      await person.press('Return', [
        words('Check and book'),
        words('That is in less than two minutes.'),
      ]);
      await person.pressUntil('Tab', words('Reserve it for longer'));
      await person.press('Return', [words('It is reserved for longer now.')]);
    },
  },
  {
    name: 'is told that the hold has ended',
    scene: 'booking-hold-ends',
    walk: async (person) => {
      const { words, say } = person;
      await passGate(person);
      await chooseTime(person);
      await person.press('Return', [words('Check and book')]);
      await person.wait(62, [say('is no longer reserved', 'är inte längre reserverad')]);
      await person.browse('Down');
      await person.pressUntil('Tab', words('Reserve the time again'));
      await person.press('Return', [words('Check and book')]);
    },
  },
  {
    name: 'is warned before a hold ends that cannot be extended',
    scene: 'booking-hold-is-last',
    walk: async (person) => {
      const { words } = person;
      await passGate(person);
      await chooseTime(person);
      await person.press('Return', [
        words('Check and book'),
        words('That is in less than two minutes.'),
        words('The time cannot be reserved for longer.'),
      ]);
    },
  },
  {
    name: 'is told that the hold has ended, and that the time was taken',
    scene: 'booking-hold-lost',
    walk: async (person) => {
      const { words, say } = person;
      await passGate(person);
      await chooseTime(person);
      await person.press('Return', [words('Check and book')]);
      await person.wait(62, [
        say('is no longer reserved', 'är inte längre reserverad'),
        say('is no longer available', 'är inte längre ledig'),
        words('You have not booked anything yet.'),
      ]);
      await person.pressUntil('Tab', words('Nearest available times'));
    },
  },
  {
    name: 'is told that the time was taken',
    scene: 'booking-taken',
    walk: async (person) => {
      const { words, say } = person;
      await passGate(person);
      await chooseTime(person);
      await person.press('Return', [say('no longer available', 'inte längre ledig')]);
      await person.browse('Down');
      await person.pressUntil('Tab', words('Choose another day'));
    },
  },
  bookingFails('booking-busy', 'is told to wait', ({ words, say }) => [
    words('Your visit was not booked'),
    say('Try again after', 'Försök igen efter'),
  ]),
  bookingFails('booking-logged-out', 'is told of having been logged out', ({ words }) => [
    words('Your visit was not booked'),
  ]),
  bookingFails('booking-broken', 'is told that the service has an error', ({ words }) => [
    words('Your visit was not booked'),
    words('There is a problem with the service. Try again later.'),
  ]),
  {
    name: 'hears every error of booking',
    scene: 'booking-errors',
    walk: async (person) => {
      const { words, say } = person;
      const heading = words('Your visit was not booked');
      await toBook(person);
      await person.press('Return', [
        heading,
        words('This page has timed out. Reload the page, then choose again.'),
      ]);
      await tryAgain(person, [
        [heading, words('There is a problem with the service. Try again later.')],
        [heading, say('The service is busy. Try again after', 'Försök igen efter')],
        [
          words('Booking is closed'),
          words('Visits cannot be booked here right now. Try again later.'),
        ],
        [heading, say('The last day to book with this letter', 'Sista dagen att boka')],
      ]);
      await person.browse('Down');
    },
  },
  {
    name: 'hears every error of the available times',
    scene: 'booking-day-errors',
    walk: async (person) => {
      const { words, say } = person;
      const heading = words('The available times cannot be shown');
      await passGate(person);
      await person.pressUntil('Tab', 'Boden');
      await person.press('space');
      await person.press('Return', [
        heading,
        words('The connection to the service was lost. Check your connection, then try again.'),
      ]);
      await tryAgain(person, [
        [heading, words('The service is taking too long to respond. Try again in a few minutes.')],
        [heading, say('You have tried too many times', 'Du har försökt för många gånger')],
        [words('Which day suits you?')],
      ]);
    },
  },
  {
    name: 'hears every error of a visit that was booked before',
    scene: 'booking-manage-errors',
    walk: async (person) => {
      const { words } = person;
      await person.pressUntil('Tab', words('Booking reference'));
      await person.type('BOOK-0001-4QM4');
      await person.press('Return', [
        words('Something went wrong'),
        words('You have been logged out. Log in again, then continue here.'),
      ]);
      await tryAgain(person, [[words('Your booked visit')]]);
      await tryToCancel(
        person,
        'We cannot find this visit any more. Look it up again, or use the contact details in your letter.',
      );
      await person.press('Return', [
        words('We cannot find a booking with this reference number. Check that it is correct.'),
      ]);
    },
  },
  {
    name: 'is told that it is too late to cancel',
    scene: 'booking-too-late',
    walk: async (person) => {
      const { words } = person;
      await person.pressUntil('Tab', words('Booking reference'));
      await person.type('BOOK-0001-4QM4');
      await person.press('Return', [words('Your booked visit')]);
      await tryToCancel(
        person,
        'It is too late to change or cancel this visit here. If you cannot come, use the contact details in your letter.',
      );
      await person.press('Return', [words('Your booked visit')]);
      await person.browse('Down');
    },
  },
  {
    name: 'is told that the letter has expired',
    scene: 'booking',
    walk: async (person) => {
      const { words, say } = person;
      await person.pressUntil('Tab', words('Yes, I have the letter'));
      await person.press('space');
      await person.press('Tab');
      await person.type('LUCKA-9001');
      await person.press('Return', [
        say('The last day to book with this letter', 'Sista dagen att boka'),
      ]);
      await person.browse('Down');
    },
  },
  bookingFails('booking-unknown', 'is told that the result is not known', ({ say }) => [
    say('We do not know whether your visit is booked', 'Vi vet inte om ditt besök är bokat'),
    say('Check again in a few minutes.', 'Kontrollera det igen om en stund.'),
  ]),
  bookingFails('booking-already', 'is told of an earlier booking', ({ words }) => [
    words('You have already booked a visit'),
  ]),
  {
    name: 'is told that there is no connection, and that booking is closed',
    scene: 'booking-offline',
    walk: async (person) => {
      const { words } = person;
      await passGate(person);
      await person.pressUntil('Tab', 'Boden');
      await person.press('space');
      await person.press('Return', [words('The available times cannot be shown')]);
      await person.pressUntil('Tab', words('Try again'));
      await person.press('Return', [words('Which day suits you?')]);
    },
  },
  {
    name: 'is told that booking is closed',
    scene: 'booking-closed',
    walk: async (person) => {
      const { words } = person;
      await person.pressUntil('Tab', words('Yes, I have the letter'));
      await person.press('space');
      await person.press('Return', [
        words('Booking is closed'),
        words('Visits cannot be booked here right now. Try again later.'),
      ]);
      await person.browse('Down');
    },
  },
  {
    name: 'is told of a time that is held already',
    scene: 'booking-other-hold',
    walk: async (person) => {
      const { words } = person;
      await passGate(person);
      await chooseTime(person);
      await person.press('Return', [
        words('You have already reserved another time'),
        words(
          'You can continue with it, reserve the time you just chose instead, or choose another time.',
        ),
      ]);
      await person.browse('Down');
    },
  },
  {
    name: 'is told that an office has no times',
    scene: 'booking-none-free',
    walk: async (person) => {
      await passGate(person);
      await person.pressUntil('Tab', 'Boden');
      await person.press('space');
      await person.press('Return', [
        person.say('No available times in Boden', 'Inga lediga tider i Boden'),
        person.words('Choose one of the other towns below.'),
      ]);
      await person.browse('Down');
    },
  },
  {
    name: 'moves a visit, then cancels it',
    scene: 'booking-manage',
    walk: async (person) => {
      const { words } = person;
      await person.pressUntil('Tab', words('Booking reference'));
      await person.press('Return', [
        words('Enter your booking reference of at least 8 characters'),
      ]);
      await person.type('AAAA-AAAA');
      await person.press('Return', [
        words('We cannot find a booking with this reference number. Check that it is correct.'),
      ]);
      await person.press('ctrl+a', [], { maySilent: true });
      await person.type('BOOK-0001-4QM4');
      await person.press('Return', [words('Your booked visit')]);
      await person.pressUntil('Tab', words('Change the time'));
      await person.press('Return', [words('Which office do you want to visit?')]);
      await chooseTime(person);
      await person.press('Return', [words('Check and change')]);
      await person.pressUntil('Tab', words('Change to this time'));
      await person.press('Return', [words('Your visit has been changed')]);
      await person.pressUntil('Tab', words('Cancel the visit'));
      await person.press('Return', [words('Cancel your visit?')]);
      await person.browse('Down');
      await person.pressUntil('Tab', words('Cancel the visit'));
      await person.press('Return', [words('Your visit has been cancelled')]);
      await person.browse('Down');
    },
  },
];
