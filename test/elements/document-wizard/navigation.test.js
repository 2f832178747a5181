import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { before, beforeEach, describe, test } from 'node:test';
import { importTs } from '../../../tools/import-ts.js';

const RAIN = { weather: 'rain' };
const HAT = { ...RAIN, clothes: ['hat'] };

describe('Continue, while the result is being loaded', () => {
  /** @type {any} */
  let wizard;
  /** @type {any} */
  let createNavigation;
  /** @type {any} */
  let Store;
  /** @type {any} */
  let flow;
  before(async () => {
    wizard = await importTs('src/elements/document-wizard/state.ts');
    ({ createNavigation } = await importTs('src/elements/document-wizard/navigation.ts'));
    ({ Store } = await importTs('src/shared/store.ts'));
    const { readFlow } = await importTs('src/content/flow/read.ts');
    ({ flow } = readFlow(readFileSync('test/content/flow/fixtures/umbrella.en.md', 'utf8')));
  });

  /** @type {any} */
  let store;
  /** What was checked, and no event told of it. @type {[string, boolean][]} */
  let unread;
  /** @type {any} */
  let navigation;
  /** @type {string[]} */
  let emitted;
  /** @type {string[]} */
  let announced;
  /** @type {(error?: Error) => void} */
  let finishLoading;
  beforeEach(() => {
    emitted = [];
    unread = [];
    announced = [];
    store = new Store({ requestUpdate() {} }, wizard.setFlow(wizard.initialState, flow));
    const loading = new Promise((resolve, reject) => {
      finishLoading = (error) => (error ? reject(error) : resolve(undefined));
    });
    navigation = createNavigation({
      store,
      context: {
        announce: (/** @type {string} */ text) => announced.push(text),
        focus: () => {},
        emit: (/** @type {Event} */ event) => emitted.push(event.type) > 0,
      },
      readAnswers: () => {
        for (const [value, checked] of unread.splice(0))
          store.update((/** @type {any} */ state) => wizard.toggleAnswer(state, value, checked));
      },
      save: () => {},
      goBackInHistory: () => false,
      loadResult: () => loading,
    });
  });

  /** @param {object} facts @param {string} step */
  const enter = (facts, step) =>
    store.update((/** @type {any} */ state) =>
      wizard.enterStep(wizard.setFacts(state, facts), step),
    );

  test('shows the result once it is there, and tells the page once, however often it is pressed', async () => {
    enter(HAT, 'q-goal');
    unread.push(['out', true]);
    const presses = [navigation.submit(), navigation.submit()];
    finishLoading();
    await Promise.all(presses);
    assert.equal(store.state.step, 'r-end');
    assert.deepEqual(emitted, ['lucka-wizard-result']);
  });

  test('shows the result also when the language has changed meanwhile', async () => {
    enter(HAT, 'q-goal');
    unread.push(['out', true]);
    const press = navigation.submit();
    store.update((/** @type {any} */ state) => wizard.setFlow(state, { ...flow, lang: 'sv' }));
    finishLoading();
    await press;
    assert.equal(store.state.step, 'r-end');
    assert.equal(store.state.flow.lang, 'sv');
  });

  test('shows nothing when the answers were reset meanwhile', async () => {
    enter(HAT, 'q-goal');
    unread.push(['out', true]);
    const press = navigation.submit();
    store.update(wizard.clearAnswers);
    finishLoading();
    await press;
    assert.deepEqual([store.state.step, emitted], ['', []]);
  });

  test('shows nothing when the page has taken the flow away meanwhile', async () => {
    enter(HAT, 'q-goal');
    unread.push(['out', true]);
    const press = navigation.submit();
    store.update(() => wizard.initialState);
    finishLoading();
    await press;
    assert.equal(store.state, wizard.initialState);
  });

  test('says that an answer is missing', async () => {
    enter({}, 'q-weather');
    const press = navigation.submit();
    finishLoading();
    await press;
    assert.equal(store.state.isAnswerMissing, true);
  });

  test('says nothing of a missing answer that was chosen meanwhile', async () => {
    enter({}, 'q-weather');
    const press = navigation.submit();
    unread.push(['rain', true]);
    finishLoading();
    await press;
    assert.equal(store.state.isAnswerMissing, false);
  });

  test('keeps the answer and says what to do when the result cannot be loaded', async () => {
    enter(HAT, 'q-goal');
    unread.push(['out', true]);
    const press = navigation.submit();
    finishLoading(new Error('offline'));
    await press;
    assert.equal(store.state.step, 'q-goal');
    assert.deepEqual(wizard.factsOf(store.state), { ...HAT, goal: 'out' });
    assert.deepEqual(announced, ['Check your connection, then press Continue again.']);
  });
});
