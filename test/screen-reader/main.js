import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { spawnSync } from 'node:child_process';
import { parseArgs } from 'node:util';
import { findChrome } from '../../tools/browsers/chrome.js';
import { findFirefox } from '../../tools/browsers/firefox.js';
import { startService } from '../support/service.js';
import { differencesOf, faultsOf } from './compare.js';
import { journeysOf } from './journeys/journeys.js';
import { Listener } from './listener.js';
import { servePage } from './page/serve.js';
import { JourneyError, Person } from './person.js';
import { startSession, textOf } from './session.js';
import { browserOf, readTranscript, writeTranscript } from './transcript.js';

/**
 * `npm run test:screen-reader`: makes the journeys with Orca, and compares what is said with what must be said and with the
 * transcripts. Its last line is `N passed, N failed`.
 *
 * --short          the short journey of each element, in English, in Firefox; under CI
 * --browser=firefox|chromium, --lang=en|sv, --element=booking-picker, --journey=<part of its name>, the last any number of times
 * --update         writes the transcripts
 * --missing        only journeys that have no transcript
 */

const { values: options } = parseArgs({
  options: {
    short: { type: 'boolean', default: false },
    update: { type: 'boolean', default: false },
    missing: { type: 'boolean', default: false },
    browser: { type: 'string' },
    lang: { type: 'string' },
    element: { type: 'string' },
    journey: { type: 'string', multiple: true, default: [''] },
  },
});

/** @typedef {import('./session.js').Browser} Browser */
/** @typedef {import('./journeys/journeys.js').Journey} Journey */
/** @typedef {'en' | 'sv'} Language */

const browsers = /** @type {Browser[]} */ (
  options.browser ? [options.browser] : options.short ? ['firefox'] : ['firefox', 'chromium']
);
const languages = /** @type {Language[]} */ (
  options.lang ? [options.lang] : options.short ? ['en'] : ['en', 'sv']
);
const elements = options.element ? [options.element] : Object.keys(journeysOf);
for (const element of elements)
  if (!journeysOf[element]) throw new Error(`There are no journeys of ${element}.`);

const versionOf = (/** @type {string} */ command) =>
  spawnSync(command, ['--version'], { encoding: 'utf8' }).stdout.trim();
const orca = `Orca ${versionOf('orca')}`;
const browserVersion = {
  firefox: versionOf(findFirefox()).replace('Mozilla ', ''),
  chromium: versionOf(findChrome()).replace(/ built.*$/, ''),
};

let passed = 0;
let failed = 0;

/** @param {string} element @param {Journey} journey */
const isWanted = (element, journey) =>
  elements.includes(element) &&
  (!options.short || journey.isShort) &&
  options.journey.some((part) => journey.name.includes(part));

/**
 * Makes a journey; prints what is wrong with it.
 *
 * @param {Listener} listener
 * @param {Journey} journey
 * @param {{ browser: Browser, lang: Language, element: string, address: string }} where
 */
async function make(listener, journey, { browser, lang, element, address }) {
  const person = new Person(listener, lang);
  try {
    await person.open(address, journey.opens?.(person), journey.opensDialog);
    await journey.walk(person);
  } catch (error) {
    if (!(error instanceof JourneyError)) throw error;
  }
  const faults = person.steps.flatMap((step) =>
    faultsOf(step, browser).map((fault) => `${step.label}: ${fault}`),
  );
  if (!options.update) faults.push(...differences(person, journey, { browser, lang, element }));
  return { name: journey.name, steps: person.steps, faults };
}

/**
 * What the transcript has and was not said. One of another version of the browser is not compared: what must be said is
 * checked then, and nothing more.
 *
 * @param {Person} person
 * @param {Journey} journey
 * @param {{ browser: Browser, lang: Language, element: string }} where
 */
function differences(person, journey, { browser, lang, element }) {
  const text = textOf(transcriptFile(browser, lang, element));
  const transcript = readTranscript(text).get(journey.name);
  if (transcript && browserOf(text) === browserOf(browserVersion[browser]))
    return differencesOf(person.steps, transcript);
  const heard = transcript ? `is of ${browserOf(text)}` : 'is missing; --update writes it';
  console.log(`  ${browser} ${lang}: nothing is compared, since the transcript ${heard}`);
  return [];
}

/** @param {string} browser @param {string} lang @param {string} element */
const transcriptFile = (browser, lang, element) =>
  join('test/screen-reader/transcripts', browser, lang, `${element}.txt`);

/**
 * The same page for a browser without its cookies and stored data, such as terms that were accepted the time before: browsers
 * connect every name below `localhost` to this machine (RFC 6761, 6.3).
 *
 * @param {string} address
 */
const asNewPerson = (address) => address.replace('//127.0.0.1:', '//again.localhost:');

/** @param {{ browser: Browser, lang: Language, element: string }} where */
const nameOf = ({ browser, lang, element }) => `${browser} ${lang} ${element}`;

/** @param {Browser} browser @param {Language} lang @param {{ service: string, page: string }} addresses */
async function listenTo(browser, lang, addresses) {
  const session = await startSession(browser, 'about:blank');
  try {
    const listener = new Listener(session);
    await ready(listener);
    // The first tab stays, since a browser without a tab ends; each journey closes the second one.
    session.openTab('about:blank');
    await listener.listen(3000);
    for (const element of elements) {
      const transcripts = readTranscript(textOf(transcriptFile(browser, lang, element)));
      const wanted = (journeysOf[element] ?? []).filter(
        (journey) =>
          isWanted(element, journey) && !(options.missing && transcripts.has(journey.name)),
      );
      /** @type {import('./transcript.js').Walked[]} */
      const walked = [];
      for (const journey of wanted) {
        const address = journey.scene
          ? `${addresses.page}/?lang=${lang}&scene=${journey.scene}`
          : `${addresses.service}${lang === 'sv' ? '/sv' : '/'}`;
        const where = { browser, lang, element, address };
        let made = await make(listener, journey, where);
        // A busy machine delays what is said: what is wrong is so twice. A transcript is of the first time.
        if (made.faults.length && !options.update) {
          print(`↻ ${nameOf(where)}: again, a person ${made.name}`, made);
          made = await make(listener, journey, { ...where, address: asNewPerson(address) });
        }
        walked.push(made);
        // Each at once: a run takes long, and may be interrupted.
        if (options.update) save(where, walked);
        if (made.faults.length) failed++;
        else passed++;
        const mark = made.faults.length ? '✖' : '✔';
        print(`${mark} ${nameOf(where)}: a person ${made.name}`, made);
      }
    }
  } finally {
    await session.end();
  }
}

/** @param {string} line @param {Awaited<ReturnType<typeof make>>} made */
function print(line, { faults, steps }) {
  console.log([line, ...faults.map((fault) => `    ${fault}`)].join('\n'));
  if (faults.length) console.log(`    What was said:\n${saidAt(steps)}`);
}

/** Each step with what was said at it. @param {readonly import('./person.js').Step[]} steps */
const saidAt = (steps) =>
  steps
    .map(({ label, phrases }) => `      ${label}: ${phrases.join(' | ') || '(nothing)'}`)
    .join('\n');

/** @param {{ browser: Browser, lang: Language, element: string }} where @param {import('./transcript.js').Walked[]} walked */
function save({ browser, lang, element }, walked) {
  const file = transcriptFile(browser, lang, element);
  const earlier = readTranscript(textOf(file));
  const journeys = (journeysOf[element] ?? []).flatMap(({ name }) => {
    const made = walked.find((each) => each.name === name);
    if (made) return [made];
    const steps = earlier.get(name);
    return steps ? [{ name, steps: steps.map((step) => ({ ...kept, ...step })) }] : [];
  });
  mkdirSync(join(file, '..'), { recursive: true });
  const date = new Date().toISOString().slice(0, 10);
  const versions = `${orca}, ${browserVersion[browser]}, ${date}`;
  writeFileSync(file, writeTranscript(element, versions, journeys, lang));
}

/** What a transcript does not have of a step. */
const kept = { cutShort: [], expected: [], maySilent: false, fault: '' };

/** Firefox can take half a minute to start. @param {Listener} listener */
async function ready(listener) {
  for (let tries = 0; tries < 30; tries++) {
    const { phrases } = await listener.listen(3000);
    if (phrases.some((phrase) => /Finished loading|frame/.test(phrase))) break;
  }
  await listener.listen(2000);
}

// The processes of a session end with this one.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => process.exit(1));

const started = Date.now();
const [service, page] = await Promise.all([startService(), servePage()]);
try {
  for (const browser of browsers)
    for (const lang of languages)
      await listenTo(browser, lang, { service: service.address, page: page.base });
} finally {
  page.close();
  await service.remove();
}
console.log(`${Math.round((Date.now() - started) / 1000)} s, ${orca}`);
console.log(`\n${passed} passed, ${failed} failed`);
process.exit(failed ? 1 : 0);
