/**
 * The measured pages: one for each row of the budgets, with the element inserted as in the README.
 */

/**
 * @typedef {object} Page
 * @property {string} name as in the budgets
 * @property {string} body
 * @property {string[]} tags its elements
 * @property {boolean} isQuiet there is nothing to show, so there is no first view
 * @property {string} [scripts] markup that loads the elements: the one script tag by default
 */

/** The server's clock, which the banner follows, so its notice is planned on whatever day this runs. */
export const NOW = new Date('2027-03-02T09:00:00Z');

const PLANNED = {
  id: 'night',
  revision: 1,
  kind: 'planned',
  reason: 'maintenance',
  scope: 'part',
  publishedAt: '2027-03-01T09:00:00Z',
  startsAt: '2027-03-09T21:00:00Z',
  endsAt: '2027-03-10T03:00:00Z',
  impact: 'unavailable',
  affected: ['my-page'],
  unaffected: ['booking'],
  title: { en: 'My page is closed one night', sv: 'Min sida är stängd en natt' },
  body: { en: 'You cannot log in meanwhile.', sv: 'Du kan inte logga in under tiden.' },
  whatToDo: { en: ['Send your message before.'], sv: ['Skicka ditt meddelande innan.'] },
};

/** What the page's own server answers, by path. @type {Readonly<Record<string, string>>} */
export const DATA = {
  '/feed/planned.json': JSON.stringify({ notices: [PLANNED] }),
  '/feed/quiet.json': JSON.stringify({ notices: [] }),
};

const bannerOf = (/** @type {string} */ feed) =>
  `<lucka-maintenance-banner src="/feed/${feed}.json" more-href="/news"><p><a href="/news">News</a></p></lucka-maintenance-banner>`;

/** @type {Readonly<Record<string, string>>} */
const ELEMENTS = {
  'terms dialog':
    '<lucka-terms-dialog><p><a href="/terms.html">Terms of use</a></p></lucka-terms-dialog>',
  'message composer':
    '<lucka-message-composer endpoint="/api"><p>Write to us: Box 1, 123 45 Town</p></lucka-message-composer>',
  'banner with a planned notice': bannerOf('planned'),
  'banner with a quiet feed': bannerOf('quiet'),
  'document wizard':
    '<lucka-document-wizard><p><a href="/identity">Documents</a></p></lucka-document-wizard>',
  'booking picker':
    '<lucka-booking-picker endpoint="/api"><p>Book by telephone: 000-000 00 00</p></lucka-booking-picker>',
};

/** @type {readonly Page[]} */
export const PAGES = [
  ...Object.entries(ELEMENTS).map(([name, body]) => pageOf(name, body)),
  pageOf(
    'all five',
    Object.entries(ELEMENTS)
      .filter(([name]) => name !== 'banner with a quiet feed')
      .map(([, body]) => body)
      .join(''),
  ),
];

/** @param {string} name @param {string} body @returns {Page} */
function pageOf(name, body) {
  const tags = [...body.matchAll(/<(lucka-[\w-]+)/g)].map(([, tag = '']) => tag);
  return { name, body, tags, isQuiet: name === 'banner with a quiet feed' };
}

/**
 * What must be visible in an element's shadow root for its first view, by public parts: the end of its content, and its
 * controls.
 *
 * @type {Readonly<Record<string, readonly string[]>>}
 */
export const FIRST_VIEW = {
  'lucka-terms-dialog': [
    '[part~="heading"]',
    '[part~="body"] [part~="section"]',
    '[part~="accept"]',
  ],
  'lucka-message-composer': ['[part~="textarea"]', '[part~="send"]', 'details'],
  'lucka-maintenance-banner': ['[part~="heading"]', '[part~="time"]', '[part~="dismiss"]'],
  'lucka-document-wizard': ['[part~="heading"]', '[part~="start"]'],
  'lucka-booking-picker': ['[part~="gate"]', '[type="radio"]', 'button', 'details'],
};
