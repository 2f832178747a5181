import { expect } from '@open-wc/testing';
import type { Condition } from '../../../src/content/flow/condition.js';
import type { Flow } from '../../../src/content/flow/flow.js';
import { formatCondition } from '../../../src/content/flow/format-condition.js';
import { partsOf } from '../../../src/content/flow/parse-condition.js';
import { readFlow } from '../../../src/content/flow/read.js';
import { proveFlow } from '../../../src/content/flow/verify.js';
import vehicleEn from '../../../demo/fordon/content/flows/vehicle.en.md?raw';
import vehicleSv from '../../../demo/fordon/content/flows/vehicle.sv.md?raw';
import permit from './fixtures/building-permit.en.md?raw';
import allowance from './fixtures/housing-allowance.en.md?raw';

const GUIDES: readonly [what: string, text: string, paths: number][] = [
  ['a building permit', permit, 347_136],
  ['a benefit', allowance, 1_995_840],
  ['a vehicle, in English', vehicleEn, 47_040],
  ['a vehicle, in Swedish', vehicleSv, 47_040],
];

/** What must be the same in every language of a flow. */
const structureOf = ({ id, start, result, questions, facts, outcomes, items }: Flow): unknown => {
  const written = (condition: Condition | undefined) => condition && formatCondition(condition);
  return {
    ids: [id, start, result],
    questions: questions.map(({ id: name, kind, answers, routes, titles = [], hint }) => [
      name,
      kind,
      answers.map(({ value, to, only }) => [value, to, only]),
      routes.map(({ to, if: condition }) => [to, written(condition)]),
      [...titles, ...hint].map(({ if: condition }) => written(condition)),
    ]),
    rest: [...facts, ...outcomes, ...items].map((each) => [each.id, written(each.if)]),
  };
};

/** The questions that a condition depends on, also by derived facts. */
const questionsOf = (flow: Flow, condition: Condition): Set<string> =>
  new Set(
    partsOf(condition).flatMap(([word, name]) => {
      const fact = word === 'fact' ? flow.facts.find(({ id }) => id === name) : undefined;
      return fact ? [...questionsOf(flow, fact.if)] : [name];
    }),
  );

describe('a guide as an agency needs it', () => {
  for (const [what, text, paths] of GUIDES) {
    it(`is proved on every path: ${what}`, () => {
      const { flow, problems } = readFlow(text);
      expect(problems).to.deep.equal([]);
      expect(proveFlow(flow)).to.deep.include({ paths, problems: [] });
      expect(flow.questions.length).to.be.at.least(8);
      expect(flow.outcomes.length).to.be.at.least(12);
    });

    it(`has titles, hints and a checklist that depend on answers: ${what}`, () => {
      const { flow } = readFlow(text);
      expect(flow.questions.some(({ titles }) => titles)).to.be.true;
      expect(flow.questions.some(({ hint }) => hint.some((block) => block.if))).to.be.true;
      const most = Math.max(
        ...flow.items.map(({ if: condition }) =>
          condition ? questionsOf(flow, condition).size : 0,
        ),
      );
      expect(most).to.be.at.least(4);
    });
  }

  it('is the same in both of its languages but for the words', () => {
    expect(structureOf(readFlow(vehicleSv).flow)).to.deep.equal(
      structureOf(readFlow(vehicleEn).flow),
    );
  });
});
