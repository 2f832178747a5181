import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { before, describe, test } from 'node:test';
import { importTs } from '../../../tools/import-ts.js';

/** What these tests use of state.ts. @type {any} */
let wizard;
/** @type {any} */
let steps;
/** @type {any} */
let flow;

before(async () => {
  wizard = await importTs('src/elements/document-wizard/state.ts');
  steps = await importTs('src/elements/document-wizard/step-machine.ts');
  const { readFlow } = await importTs('src/content/flow/read.ts');
  const read = readFlow(readFileSync('test/content/flow/fixtures/umbrella.en.md', 'utf8'));
  assert.deepEqual(read.problems, []);
  flow = read.flow;
});

/** Answers that lead to each step of the fixture. */
const RAIN = { weather: 'rain' };
const HAT = { ...RAIN, clothes: ['hat'] };
const OUT = { ...HAT, goal: 'out' };
const COVERED = { ...RAIN, clothes: ['coat', 'hat'] };
const SUN = { weather: 'sun' };

/** @param {object} facts @param {string} [step] */
const at = (facts, step = '') =>
  wizard.enterStep(wizard.setFacts(wizard.setFlow(wizard.initialState, flow), facts), step);

describe('the state of the wizard', () => {
  test('begins at the start when the flow comes, and keeps everything when the language changes', () => {
    const state = wizard.setFlow(wizard.initialState, flow);
    assert.equal(state.step, '');
    const inSwedish = { ...flow, lang: 'sv' };
    const changed = wizard.setFlow(at(HAT, 'q-goal'), inSwedish);
    assert.deepEqual([changed.step, wizard.factsOf(changed)], ['q-goal', HAT]);
    assert.equal(changed.flow.lang, 'sv');
  });

  test('goes back to the nearest question answered in both files when the other language lacks the present one', () => {
    /** @type {Record<string, string>} */
    const after = { 'q-weather': 'q-clothes', 'q-clothes': 'q-goal', 'q-goal': 'r-end' };
    /** The same flow in another language, with one question left out and another name of its result. */
    const without = (/** @type {string} */ id) => {
      const rename = (/** @type {string} */ to) => {
        const next = to === id ? after[id] : to;
        return next === 'r-end' ? 'r-slut' : next;
      };
      const lead = (/** @type {any} */ { to, ...rest }) =>
        to ? { ...rest, to: rename(to) } : rest;
      return {
        ...flow,
        lang: 'sv',
        start: rename(flow.start),
        result: 'r-slut',
        questions: flow.questions
          .filter((/** @type {any} */ each) => each.id !== id)
          .map((/** @type {any} */ each) => ({
            ...each,
            answers: each.answers.map(lead),
            routes: each.routes.map(lead),
          })),
      };
    };
    for (const [step, lacking, expected] of [
      ['q-goal', 'q-goal', 'q-clothes'],
      ['q-clothes', 'q-clothes', 'q-weather'],
      ['q-weather', 'q-weather', 'q-clothes'],
      ['q-goal', 'q-clothes', 'q-goal'],
      ['q-weather', 'q-goal', 'q-weather'],
    ]) {
      const changed = wizard.setFlow(at(HAT, step), without(String(lacking)));
      assert.equal(changed.step, expected, `${step} without ${lacking}`);
      const back = wizard.setFlow(changed, flow);
      assert.deepEqual(wizard.factsOf(back), HAT);
    }
    const atResult = wizard.setFlow(at(OUT, 'r-end'), without('q-goal'));
    assert.equal(atResult.step, 'r-slut');
    const other = { ...flow, lang: 'sv' };
    assert.equal(wizard.setFlow(at(OUT, 'r-end'), other).step, 'r-end');
  });

  test('keeps what is chosen and what is said when the language changes at a question with an error', () => {
    const inSwedish = { ...flow, lang: 'sv' };
    const state = wizard.showAnswerMissing(at(RAIN, 'q-clothes'));
    const changed = wizard.setFlow(state, inSwedish);
    assert.deepEqual([changed.step, changed.isAnswerMissing], ['q-clothes', true]);
    const chosen = wizard.setFlow(wizard.toggleAnswer(state, 'hat', true), inSwedish);
    assert.deepEqual(wizard.chosenAnswers(chosen, wizard.presentQuestion(chosen)), ['hat']);
  });

  for (const [what, facts, kept, step] of /** @type {[string, object, object, string][]} */ ([
    ['an answer', OUT, OUT, 'r-end'],
    ['one answer that is gone', { weather: 'drizzle', clothes: ['hat'] }, {}, 'q-weather'],
    ['one of several', { ...OUT, clothes: ['hat', 'boots'] }, RAIN, 'q-clothes'],
    ['a question', { ...OUT, shoes: 'old' }, OUT, 'r-end'],
    ['no answer', { weather: { rain: true } }, {}, 'q-weather'],
  ]))
    test(`asks again for what the flow no longer knows whole of saved answers: ${what}`, () => {
      const saved = { facts, step: 'r-end', doneItems: [] };
      const restored = wizard.restoreProgress(at({}), saved);
      assert.deepEqual([wizard.factsOf(restored), restored.step], [kept, step]);
    });

  test('adds saved answers to those given since, and keeps what is only chosen', () => {
    const chosen = wizard.toggleAnswer(at(HAT, 'q-goal'), 'out', true);
    const saved = { facts: { weather: 'sun', goal: 'nowhere' }, step: '', doneItems: [] };
    const added = wizard.addSavedAnswers(chosen, saved);
    assert.deepEqual(wizard.factsOf(added), { ...HAT, goal: 'nowhere' });
    assert.deepEqual(wizard.chosenAnswers(added, wizard.presentQuestion(added)), ['out']);
  });

  test('stays as it is before there is a flow', () => {
    const transition = wizard.withFlow(() => assert.fail('it was called'));
    assert.equal(transition(wizard.initialState), wizard.initialState);
  });

  for (const [facts, asked, step] of /** @type {[object, string, string][]} */ ([
    [{}, '', ''],
    [{}, 'q-weather', 'q-weather'],
    [{}, 'q-clothes', 'q-weather'],
    [{}, 'r-end', 'q-weather'],
    [RAIN, 'q-weather', 'q-weather'],
    [RAIN, 'q-clothes', 'q-clothes'],
    [RAIN, 'q-goal', 'q-clothes'],
    [RAIN, 'no-such-step', 'q-clothes'],
    [HAT, 'q-goal', 'q-goal'],
    [HAT, 'r-end', 'q-goal'],
    [OUT, 'q-clothes', 'q-clothes'],
    [OUT, 'r-end', 'r-end'],
    [SUN, 'q-clothes', 'r-end'],
    [COVERED, 'q-goal', 'r-end'],
    [OUT, '', ''],
  ]))
    test(`with ${JSON.stringify(facts)} enters "${step}" when "${asked}" is asked for`, () => {
      assert.equal(at(facts, asked).step, step);
    });

  for (const [facts, step, next, previous] of /** @type {[object, string, string, string][]} */ ([
    [{}, '', 'q-weather', ''],
    [{}, 'q-weather', 'q-weather', ''],
    [RAIN, 'q-weather', 'q-clothes', ''],
    [RAIN, 'q-clothes', 'q-clothes', 'q-weather'],
    [HAT, 'q-weather', 'q-clothes', ''],
    [HAT, 'q-clothes', 'q-goal', 'q-weather'],
    [HAT, 'q-goal', 'q-goal', 'q-clothes'],
    [OUT, 'q-weather', 'q-clothes', ''],
    [OUT, 'q-clothes', 'q-goal', 'q-weather'],
    [OUT, 'q-goal', 'r-end', 'q-clothes'],
    [OUT, 'r-end', 'r-end', 'q-goal'],
    [SUN, 'q-weather', 'r-end', ''],
    [SUN, 'r-end', 'r-end', 'q-weather'],
    [COVERED, 'q-clothes', 'r-end', 'q-weather'],
    [COVERED, 'r-end', 'r-end', 'q-clothes'],
  ]))
    test(`with ${JSON.stringify(facts)} goes from "${step}" to "${next}", and back to "${previous}"`, () => {
      const state = at(facts, step);
      assert.equal(steps.nextStep(state), next);
      assert.equal(steps.previousStep(state), previous);
    });

  test('begins with the first question of the flow', () => {
    assert.equal(steps.firstQuestion(at({})), 'q-weather');
  });

  test('goes back to the result from a question that is changed, and on with what the change opens', () => {
    const editing = wizard.editQuestion(at(OUT, 'r-end'), 'q-clothes');
    assert.deepEqual([editing.step, editing.editingQuestion], ['q-clothes', 'q-clothes']);
    assert.equal(steps.previousStep(editing), 'r-end');
    assert.equal(steps.nextStep(editing), 'r-end');
    const changed = wizard.submitAnswer(wizard.toggleAnswer(editing, 'coat', true));
    assert.equal(steps.nextStep(changed), 'r-end');
    assert.deepEqual(wizard.factsOf(changed), { ...COVERED, clothes: ['coat', 'hat'] });
    assert.equal(wizard.enterStep(changed, 'r-end').editingQuestion, '');
  });

  for (const [
    name,
    step,
    facts,
    toggles,
    chosen,
  ] of /** @type {[string, string, object, [string, boolean][], string[]][]} */ ([
    ['one answer', 'q-weather', {}, [['rain', true]], ['rain']],
    ['another answer', 'q-weather', RAIN, [['sun', true]], ['sun']],
    [
      'two events before one render',
      'q-clothes',
      RAIN,
      [
        ['coat', true],
        ['hat', true],
      ],
      ['coat', 'hat'],
    ],
    ['an answer unchecked', 'q-clothes', HAT, [['hat', false]], []],
    ['an answer that stands alone', 'q-clothes', HAT, [['none', true]], ['none']],
    [
      'an answer after one that stands alone',
      'q-clothes',
      RAIN,
      [
        ['none', true],
        ['coat', true],
      ],
      ['coat'],
    ],
    [
      'the same answer twice',
      'q-clothes',
      RAIN,
      [
        ['coat', true],
        ['coat', true],
      ],
      ['coat'],
    ],
    ['an answer that is none', 'q-clothes', RAIN, [['boots', true]], []],
  ]))
    test(`takes ${name} at ${step}`, () => {
      let state = at(facts, step);
      for (const [value, checked] of toggles) state = wizard.toggleAnswer(state, value, checked);
      assert.deepEqual(wizard.chosenAnswers(state, wizard.presentQuestion(state)), chosen);
    });

  test('changes nothing at the start or at the result when an answer is toggled or submitted', () => {
    for (const state of [at({}), at(OUT, 'r-end')]) {
      assert.equal(wizard.toggleAnswer(state, 'rain', true), state);
      assert.equal(wizard.submitAnswer(state), state);
    }
  });

  test('gives an answer only when it is submitted', () => {
    const chosen = wizard.toggleAnswer(at({}, 'q-weather'), 'rain', true);
    assert.deepEqual(wizard.factsOf(chosen), {});
    const submitted = wizard.submitAnswer(chosen);
    assert.deepEqual(wizard.factsOf(submitted), RAIN);
    assert.equal(submitted.pendingAnswers.size, 0);
  });

  test('submits nothing when nothing is chosen, and marks it until another step is entered', () => {
    const state = at({}, 'q-weather');
    assert.equal(wizard.submitAnswer(state), state);
    const marked = wizard.showAnswerMissing(state);
    assert.equal(marked.isAnswerMissing, true);
    assert.equal(wizard.enterStep(marked, 'q-weather').isAnswerMissing, false);
    assert.equal(wizard.setFacts(marked, RAIN).isAnswerMissing, false);
  });

  test('drops later answers that a changed answer leads past, and keeps those that may still come', () => {
    const changed = wizard.submitAnswer(wizard.toggleAnswer(at(OUT, 'q-weather'), 'sun', true));
    assert.deepEqual([...changed.given.keys()], ['weather']);
    const again = wizard.submitAnswer(wizard.toggleAnswer(at(OUT, 'q-clothes'), 'hat', false));
    assert.deepEqual(wizard.factsOf(again), OUT);
  });

  for (const [facts, unknown, taken] of /** @type {[object, string[], object][]} */ ([
    [{ weather: 'rain' }, [], RAIN],
    [{ weather: 'snow' }, ['weather snow'], {}],
    [{ mood: 'good', weather: 'rain' }, ['mood'], RAIN],
    [{ weather: 'rain', clothes: ['hat', 'boots'] }, ['clothes boots'], HAT],
    [{ clothes: ['hat'] }, [], {}],
    [{ weather: 7 }, ['weather 7'], {}],
  ]))
    test(`takes ${JSON.stringify(facts)} from a page as far as the flow knows it`, () => {
      assert.deepEqual(wizard.unknownFacts(flow, facts), unknown);
      assert.deepEqual(wizard.factsOf(at(facts)), taken);
    });

  test('goes to the result when the page gives all answers, and leaves it when one is taken away', () => {
    assert.equal(at(OUT).step, '');
    const complete = wizard.setFacts(at({}, 'q-weather'), OUT);
    assert.equal(complete.step, 'r-end');
    assert.equal(wizard.setFacts(complete, HAT).step, 'q-goal');
  });

  test('has a result once all questions of the path are answered; ids only', () => {
    assert.equal(wizard.resultOf(at(HAT)), undefined);
    assert.deepEqual(wizard.resultOf(at(OUT)), {
      outcomeIds: ['o-take'],
      checklistIds: ['c-take', 'c-look'],
      flowId: 'umbrella',
      version: '1',
      lang: 'en',
    });
  });

  test('counts the questions of the path', () => {
    assert.equal(wizard.questionNumber(at(HAT, 'q-weather')), 1);
    assert.equal(wizard.questionNumber(at(HAT, 'q-goal')), 3);
    assert.equal(wizard.questionNumber(at(OUT, 'r-end')), 4);
  });

  test('keeps ticks, restores them with the answers, and forgets both when it is cleared', () => {
    const ticked = wizard.tickItem(
      wizard.tickItem(at(OUT, 'r-end'), 'c-take', true),
      'c-look',
      true,
    );
    assert.deepEqual([...wizard.tickItem(ticked, 'c-take', false).doneItems], ['c-look']);
    const saved = { facts: OUT, step: 'r-end', doneItems: ['c-take'] };
    const restored = wizard.restoreProgress(at({}), saved);
    assert.deepEqual([restored.step, [...restored.doneItems]], ['r-end', ['c-take']]);
    const cleared = wizard.clearAnswers(restored);
    assert.deepEqual([cleared.step, cleared.given.size, cleared.doneItems.size], ['', 0, 0]);
  });
});
