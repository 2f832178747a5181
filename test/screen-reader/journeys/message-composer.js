/** @typedef {import('./journeys.js').Journey} Journey */
/** @typedef {import('../person.js').Person} Person */

const TEXTS = {
  en: 'Hello, do you know when I will get an answer to my application?',
  sv: 'Hej, vet ni när jag får svar på min ansökan om medborgarskap?',
};
/** At most 50 characters. */
const SHORT_TEXTS = { en: 'When will I get an answer?', sv: 'När får jag svar från er?' };
const FINNISH = 'Hei, haluaisin tietää, milloin saan päätöksen hakemukseeni.';

/** To the text. @param {Person} person */
async function toText(person) {
  await person.pressUntil('Tab', person.words('Your message'));
}

/** @param {Person} person */
async function writeAndSend(person) {
  await toText(person);
  await person.type(TEXTS[person.lang]);
  await person.pressUntil('Tab', `${person.words('Send message')} push button`);
}

/**
 * @param {string} scene
 * @param {string} name
 * @param {(person: Person) => readonly string[]} expected
 * @param {number} [quiet]
 * @returns {Journey}
 */
const sendingFails = (scene, name, expected, quiet = 2000) => ({
  name,
  scene,
  walk: async (person) => {
    await writeAndSend(person);
    await person.press('Return', expected(person), { quiet });
    await person.browseUntil('Down', `${person.words('Copy my text')} push button`);
  },
});

/** @type {readonly Journey[]} */
export const journeys = [
  {
    name: 'sends a message',
    scene: 'message',
    isShort: true,
    walk: async (person) => {
      const { words } = person;
      await person.pressUntil('Tab', words('What is your question about? (optional)'));
      await person.press('Return');
      await person.pressUntil('Tab', `${words('Send message')} push button`);
      await person.press('Return', [words('There is a problem'), words('Enter your message')]);
      await person.press('Tab', [words('Enter your message')]);
      await person.press('Return', [words('Your message')]);
      await person.type(TEXTS[person.lang]);
      await person.pressUntil('Tab', `${words('Send message')} push button`);
      await person.press('Return', [words('Your message has been sent')]);
      await person.browse('Down');
      await person.browse('Down');
      await person.pressUntil('Tab', words('Write another message'));
      await person.press('Return', [words('Send a secure message')]);
    },
  },
  {
    name: 'writes in a language that the agency does not read',
    scene: 'message',
    walk: async (person) => {
      const { words, say } = person;
      await toText(person);
      await person.type(FINNISH, [
        say('Please write in Swedish or English', 'Skriv på svenska eller engelska'),
      ]);
      await person.pressUntil('Tab', `${words('Send message')} push button`);
      await person.press('Return', []);
      await person.browse('Down');
      await person.browse('Down');
      await person.browse('Down');
      await person.browse('Down');
      await person.pressUntil('Tab', words('Copy my text'));
      await person.press('Return', []);
    },
  },
  {
    name: 'writes a personal identity number, and about a document',
    scene: 'message',
    walk: async (person) => {
      const { words, say } = person;
      await toText(person);
      await person.type(
        say(
          'My daughter, 811218-9876, also applied. Do our cases go together?',
          'Min dotter, 811218-9876, har också ansökt. Hör våra ärenden ihop?',
        ),
      );
      await person.pressUntil('Tab', `${words('Send message')} push button`);
      await person.press('Return', [
        words('Your text may contain a personal identity number'),
        words('Your message has not been sent yet.'),
        '811218-9876',
        words('You can edit the text or send it anyway.'),
      ]);
      await person.pressUntil('Tab', words('Edit my text'));
      await person.press('Return', [words('Your message')]);
      await person.press('ctrl+a');
      await person.type(
        say('I attach my passport to this message.', 'Jag bifogar mitt pass här.'),
        [words('You cannot send documents in a message. Read more below the text box.')],
      );
    },
  },
  sendingFails('message-broken', 'is told that the service has an error', ({ words }) => [
    words('Your message was not sent'),
    words('There is a problem with the service. Try again later.'),
  ]),
  sendingFails(
    'message-unknown',
    'is told that the result is not known',
    ({ words }) => [words('It is not clear if your message was sent')],
    25_000,
  ),
  {
    name: 'hears every error of sending',
    scene: 'message-errors',
    walk: async (person) => {
      const { words, say } = person;
      let label = words('Send message');
      /** @param {readonly string[]} expected */
      const send = async (expected) => {
        await person.pressUntil('Tab', `${label} push button`);
        await person.press('Return', expected);
      };
      /** @param {readonly string[]} reasons @param {string} [heading] */
      const fails = async (reasons, heading = 'Your message was not sent') => {
        await send([heading, ...reasons, 'Your text is still here.'].map(words));
        label = words('Send again');
      };
      await toText(person);
      await person.type(TEXTS[person.lang]);
      const reload = 'Copy your text, reload the page, then send your message again.';
      const otherWays = 'Other ways to contact the agency are listed below.';
      await fails([
        'This page has timed out. Copy your text, reload the page, then send your message again.',
      ]);
      await fails(['We cannot find this case, or it is not your case.', reload, otherWays]);
      // The service names a limit of 50 characters: from then on it is that of the field.
      const tooLong = say('characters too long', 'tecken för långt');
      const limit = say('You can write up to 50 characters', 'Du kan skriva högst 50 tecken');
      await send([words('There is a problem'), tooLong]);
      await person.press('Tab', [tooLong]);
      await person.press('Return', [words('Your message'), tooLong, limit]);
      await person.press('ctrl+a');
      await person.type(SHORT_TEXTS[person.lang]);
      label = words('Send message');
      await fails(
        [
          'It seems to have been sent from another tab or window. Check there. If you want to send something else, change your text, then send it.',
        ],
        'Your message may have been sent already',
      );
      await fails(['It must be encrypted, but it was not.', reload, otherWays]);
      await fails(['Messages cannot be sent at the moment. Try again later.']);
    },
  },
  sendingFails('message-logged-out', 'is told of having been logged out', ({ words }) => [
    words('Your message was not sent'),
  ]),
  sendingFails('message-busy', 'is told to wait', ({ words }) => [
    words('Your message was not sent'),
  ]),
  sendingFails(
    'message-not-encrypted',
    'is told that the text cannot be encrypted',
    ({ words }) => [
      words('Your message was not sent'),
      words('Your message could not be encrypted. Try again later.'),
    ],
  ),
  {
    name: 'is warned before being logged out, and stays logged in',
    scene: 'message-session-ends',
    walk: async (person) => {
      const { words, say } = person;
      await toText(person);
      await person.wait(35, [say('You will be logged out at', 'Du loggas ut')]);
      // Any key in the form does it.
      await person.press('Tab', [words('You are still logged in.')]);
    },
  },
  {
    name: 'is told when the session has ended',
    scene: 'message-session-ended',
    opens: ({ say }) => [say('You will be logged out at', 'Du loggas ut kl.')],
    walk: async (person) => {
      await toText(person);
      await person.wait(30, [person.words('You have been logged out')]);
      await person.browse('Down');
    },
  },
];
