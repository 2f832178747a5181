import { expect } from '@open-wc/testing';
import vehicleEn from '../../../demo/fordon/content/flows/vehicle.en.md?raw';
import vehicleSv from '../../../demo/fordon/content/flows/vehicle.sv.md?raw';
import permit from '../../content/flow/fixtures/building-permit.en.md?raw';
import allowance from '../../content/flow/fixtures/housing-allowance.en.md?raw';
import { resetPage, setPageLanguage, setWindow, textOf, until } from '../../support/page.js';
import { startingWizard } from '../../support/document-wizard.js';

/** One way through a guide: the answers, the questions as they are worded, and the result. */
interface Walk {
  readonly what: string;
  readonly flow: string;
  readonly answers: readonly (readonly string[])[];
  readonly titles: readonly string[];
  readonly outcomes: string;
  readonly items: string;
}

const WALKS: readonly Walk[] = [
  {
    what: 'an addition close to the neighbour',
    flow: permit,
    answers: [
      ['extension'],
      ['31-or-more'],
      ['near'],
      ['no'],
      ['yes'],
      ['no'],
      ['shore'],
      ['load', 'fire'],
      ['site-plan'],
      ['yes'],
    ],
    titles: [
      'What do you want to do?',
      'How large is the part that you add?',
      'How close does the house come to the neighbour’s plot?',
      'Have the neighbours consented?',
      'Is there a detailed development plan for the plot?',
      'Does it follow the plan?',
      'Is the building or the area protected?',
      'What does the work touch?',
      'What have you got already?',
      'Have you begun?',
    ],
    outcomes:
      'o-extension o-neighbours o-departs o-protected o-notification o-inspector o-begun o-time',
    items: 'c-stop c-neighbours c-drawings c-protected c-shore c-inspector c-notify c-ask',
  },
  {
    what: 'a small building for which all is clear',
    flow: permit,
    answers: [
      ['small-building'],
      ['15-or-less'],
      ['far'],
      ['yes'],
      ['yes'],
      ['none'],
      ['none'],
      ['site-plan', 'drawings'],
      ['no'],
    ],
    titles: [
      'What do you want to do?',
      'How large is it going to be?',
      'How close is it to the neighbour’s plot?',
      'Is there a detailed development plan for the plot?',
      'Does it follow the plan?',
      'Is the building or the area protected?',
      'What does the work touch?',
      'What have you got already?',
      'Have you begun?',
    ],
    outcomes: 'o-small o-time',
    items: 'c-apply c-ask',
  },
  {
    what: 'a couple with income from abroad',
    flow: allowance,
    answers: [
      ['couple'],
      ['18-to-28'],
      ['yes'],
      ['second-hand'],
      ['no'],
      ['wage', 'abroad'],
      ['roughly'],
      ['no'],
    ],
    titles: [
      'Who lives in your home?',
      'How old is the older one of you?',
      'Are you registered at the address where you live?',
      'What kind of home is it?',
      'Is there a contract, and has the landlord agreed to it?',
      'Which incomes do you and your partner have?',
      'Do you know what your income of the year will be?',
      'Have you applied before?',
    ],
    outcomes: 'o-young o-contract o-income o-abroad o-period',
    items: 'c-contract c-income c-abroad c-keep',
  },
  {
    what: 'a vehicle from a country outside the European Union',
    flow: vehicleEn,
    answers: [
      ['outside'],
      ['no'],
      ['trailer'],
      ['purchase'],
      ['company'],
      ['unsure'],
      ['yes'],
      ['traffic'],
      ['no'],
    ],
    titles: [
      'Where was the vehicle registered last?',
      'Has the vehicle been declared to Swedish Customs?',
      'What kind of vehicle is it?',
      'Which papers do you have for the vehicle?',
      'Who is going to be the owner in the register?',
      'Are you one of those who may sign for the company or the association?',
      'Has the vehicle been changed since it was made?',
      'Do you want to tow it before it is registered?',
      'Does the vehicle have motor liability insurance that is valid in Sweden?',
    ],
    outcomes:
      'o-origin o-inspection o-customs o-no-certificate o-changed o-signature o-temporary o-insurance',
    items:
      'c-customs c-certificate c-signature c-origin c-inspection c-changed c-insurance c-temporary',
  },
  {
    what: 'a car from another country for which all is clear, in Swedish',
    flow: vehicleSv,
    answers: [
      ['eu'],
      ['no'],
      ['car'],
      ['certificate', 'purchase'],
      ['self'],
      ['no'],
      ['inspection'],
      ['yes'],
    ],
    titles: [
      'Var var fordonet registrerat senast?',
      'Är fordonet nytt enligt skattereglerna?',
      'Vad är det för fordon?',
      'Vilka handlingar har du för fordonet?',
      'Vem ska stå som ägare i registret?',
      'Har fordonet ändrats sedan det tillverkades?',
      'Vill du köra det innan det är registrerat?',
      'Har fordonet en trafikförsäkring som gäller i Sverige?',
    ],
    outcomes: 'o-origin o-inspection o-temporary',
    items: 'c-origin c-inspection c-temporary c-together',
  },
];

const addressOf = (text: string) =>
  URL.createObjectURL(new Blob([text], { type: 'text/markdown' }));

describe('lucka-document-wizard with the guides of other agencies', () => {
  before(() => setWindow(1280, 900));
  afterEach(resetPage);

  for (const { what, flow, answers, titles, outcomes, items } of WALKS)
    it(`leads through ${what}`, async () => {
      if (flow === vehicleSv) await setPageLanguage('sv');
      const page = await startingWizard({ attributes: { src: addressOf(flow) } });
      await page.press('start');
      const asked: string[] = [];
      for (const values of answers) {
        asked.push(page.heading);
        await page.answer(...values);
      }
      await page.shows('result');
      await page.settled();
      expect(asked).to.deep.equal(titles);
      expect(page.outcomes).to.equal(outcomes);
      expect(page.items).to.equal(items);
      const told = textOf(page.part('answers'));
      for (const title of titles) expect(told).to.contain(title);
      for (const title of titles) expect(page.element.toText()).to.contain(title);
      expect(await page.element.validateFlow()).to.deep.equal([]);
    });

  it('shows in a hint what fits the answers, and nothing else of it', async () => {
    const page = await startingWizard({ flow: vehicleEn });
    await page.answerAll([['sweden'], ['removed'], ['car']]);
    expect(page.heading).to.equal('Which papers do you have that show that the vehicle is yours?');
    expect([...page.part('hint')!.children].map(textOf)).to.deep.equal([
      'A vehicle that has been removed from the register is examined like one from abroad.',
      'Choose everything that you have in original.',
    ]);
  });

  it('keeps the place and the words of the answers when the language changes', async () => {
    const { fetch } = window;
    window.fetch = (address) =>
      Promise.resolve(
        new Response(String(address).includes('.sv.') ? vehicleSv : vehicleEn, {
          headers: { 'content-type': 'text/markdown' },
        }),
      );
    const page = await startingWizard({ attributes: { src: '/flows/vehicle.{lang}.md' } });
    await page.answerAll([
      ['outside'],
      ['yes'],
      ['trailer'],
      ['none'],
      ['company'],
      ['yes'],
      ['no'],
    ]);
    expect(page.heading).to.equal('Do you want to tow it before it is registered?');
    await setPageLanguage('sv');
    await page.settled();
    await until(
      () => page.heading === 'Vill du dra det innan det är registrerat?',
      'it is in Swedish',
    );
    window.fetch = fetch;
  });
});
