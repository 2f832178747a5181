import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, nothing } from 'lit';
import umbrella from '../test/content/flow/fixtures/umbrella.en.md?raw';
import '../src/document-wizard.js';
import type { LuckaDocumentWizard } from '../src/elements/document-wizard/document-wizard.js';
import type { WizardFacts } from '../src/elements/document-wizard/state.js';
import { CASES } from './guidance.js';

interface Args {
  /** The displayed question: `?args=question:q-special`. */
  question: string;
  facts: WizardFacts;
  headingLevel: number;
  showSources: boolean;
  bookHref: string;
}
type Story = StoryObj<Args>;

const FALLBACK = html`<p lang="en">
  You can read about identity documents on the agency’s website, or call
  <a href="tel:+46771235235">077-123 52 35</a>.
</p>`;

const wizardIn = (canvas: HTMLElement): LuckaDocumentWizard =>
  canvas.querySelector('lucka-document-wizard')!;

/** Waits until the element shows it. */
async function until(isThere: () => unknown): Promise<void> {
  for (let tries = 0; tries < 200 && !isThere(); tries++)
    await new Promise((done) => setTimeout(done, 25));
}

const meta: Meta<Args> = {
  // Its overview is document-wizard.mdx.
  tags: ['!autodocs'],
  title: 'Elements/Document wizard',
  component: 'lucka-document-wizard',
  args: { question: '', facts: {}, headingLevel: 2, showSources: false, bookHref: '' },
  parameters: { docs: { story: { inline: false, iframeHeight: 640 } } },
  render: ({ facts, headingLevel, showSources, bookHref }) =>
    html`<lucka-document-wizard
      heading-level=${headingLevel}
      ?show-sources=${showSources}
      book-href=${bookHref || nothing}
      .facts=${facts as Record<string, string | string[]>}
      >${FALLBACK}</lucka-document-wizard
    >`,
  play: async ({ canvasElement, args: { question } }) => {
    const wizard = wizardIn(canvasElement);
    await until(() => wizard.state !== 'loading');
    if (question) wizard.goTo(question);
    await wizard.updateComplete;
  },
};
export default meta;

/** One question of the flow, with the answers that lead to it. */
const question = (id: string, case_: number): Story => ({
  args: { question: id, facts: before(id, CASES[case_]?.facts ?? {}) },
});

/** The answers of a path up to a question. */
function before(id: string, facts: WizardFacts): WizardFacts {
  const all = Object.entries(facts);
  const index = all.findIndex(([fact]) => `q-${fact}` === id);
  return Object.fromEntries(index < 0 ? all : all.slice(0, index));
}

/** The result of one of the example cases. */
const result = (index: number): Story => {
  const { facts = {}, reason = '' } = CASES[index] ?? {};
  return { args: { facts }, parameters: { docs: { description: { story: reason } } } };
};

/** The minimal set-up. */
export const Default: Story = {};

export const QuestionSubmitted: Story = question('q-submitted', 0);
export const QuestionDocument: Story = question('q-document', 0);
export const QuestionExpired: Story = question('q-expired', 0);
export const QuestionRequirements: Story = question('q-requirements', 0);
export const QuestionSpecial: Story = question('q-special', 0);
export const QuestionFamily: Story = question('q-family', 33);
export const QuestionFamilyConditions: Story = question('q-family-conditions', 33);
export const QuestionRefugee: Story = question('q-refugee', 33);
export const QuestionObtain: Story = question('q-obtain', 33);
export const QuestionYears: Story = question('q-years', 42);
export const QuestionIdentity: Story = question('q-identity', 42);
export const QuestionLetter: Story = question('q-letter', 42);
export const QuestionVisit: Story = question('q-visit', 42);

export const ResultWaitForTheLetter: Story = result(0);
export const ResultReadyToBook: Story = result(1);
export const ResultExpiredPassport: Story = result(2);
export const ResultPassportHandedIn: Story = result(4);
export const ResultAnotherDocument: Story = result(8);
export const ResultSpecialRequirements: Story = result(9);
export const ResultStatelessPalestinian: Story = result(10);
export const ResultNotInPerson: Story = result(13);
export const ResultNothingIsMet: Story = result(16);
export const ResultSeveralDocuments: Story = result(17);
export const ResultRefugee: Story = result(19);
export const ResultRefugeeUnsure: Story = result(20);
export const ResultEightYears: Story = result(21);
export const ResultOtherDateOfBirth: Story = result(24);
export const ResultFewerYears: Story = result(27);
export const ResultFamilyMayCertify: Story = result(32);
export const ResultFamilyLacksSomething: Story = result(33);
export const ResultNoDocumentAtAll: Story = result(36);
export const ResultSpecialReasons: Story = result(38);
export const ResultLongestPath: Story = result(42);

/** Nothing was chosen: the error summary receives the focus and links to the first answer. */
export const NothingChosen: Story = {
  play: async ({ canvasElement }) => {
    const wizard = wizardIn(canvasElement);
    await until(() => wizard.state === 'intro');
    wizard.start();
    await wizard.updateComplete;
    wizard.shadowRoot?.querySelector<HTMLElement>('[part~="continue"]')?.click();
    await until(() => wizard.shadowRoot?.querySelector('[part~="error"]'));
  },
};

/** "Why do I see this?" and "Where does this come from?", expanded. */
export const ReasonsAndSources: Story = {
  args: { facts: CASES[23]?.facts ?? {}, showSources: true, bookHref: '#book' },
  play: async ({ canvasElement }) => {
    const wizard = wizardIn(canvasElement);
    await until(() => wizard.state === 'result');
    await wizard.updateComplete;
    for (const details of wizard.shadowRoot?.querySelectorAll('details') ?? []) details.open = true;
  },
};

/** Checked items are dimmed, never struck through. */
export const ItemsTicked: Story = {
  args: { facts: CASES[16]?.facts ?? {} },
  play: async ({ canvasElement }) => {
    const wizard = wizardIn(canvasElement);
    await until(() => wizard.state === 'result');
    await wizard.updateComplete;
    for (const mark of [
      ...(wizard.shadowRoot?.querySelectorAll<HTMLElement>('.todo .mark') ?? []),
    ].slice(0, 2))
      mark.click();
  },
};

const withSlots: Story['render'] = ({ facts }) =>
  html`<lucka-document-wizard .facts=${facts as Record<string, string | string[]>}>
    <p slot="intro">Have your documents at hand.</p>
    <p slot="result-before">Show this page when you visit us, if you like.</p>
    <p slot="result-after">Our staff can help you in several languages.</p>
  </lucka-document-wizard>`;

/** The agency's own words around the result. */
export const Slots: Story = { args: { facts: CASES[1]?.facts ?? {} }, render: withSlots };

/** The agency's own words above the button that starts. */
export const SlotsAtTheStart: Story = { args: { facts: {} }, render: withSlots };

/** A flow supplied by the page: the element does not depend on the built-in flow. */
export const OwnFlow: Story = {
  render: () => html`<lucka-document-wizard .flow=${umbrella}>${FALLBACK}</lucka-document-wizard>`,
};

/** An invalid flow is never shown in part: the page's fallback remains, and the console names line and reason. */
export const CannotBeShown: Story = {
  render: () =>
    html`<lucka-document-wizard .flow=${umbrella.replace('(#q-goal)', '(#q-gaol)')}
      >${FALLBACK}</lucka-document-wizard
    >`,
};

/** The same on a page without a fallback inside the tag. */
export const CannotBeShownWithoutFallback: Story = {
  render: () => html`<lucka-document-wizard .flow=${'no flow'}></lucka-document-wizard>`,
};

/** While the flow is loading, the page's fallback is shown. */
export const Loading: Story = {
  tags: ['busy'],
  render: () => {
    // An address whose response never arrives.
    const never = new ReadableStream();
    const { fetch } = window;
    window.fetch = (...request) =>
      String(request[0]).endsWith('/never.md')
        ? Promise.resolve(new Response(never))
        : fetch(...request);
    return html`<lucka-document-wizard src="/never.md">${FALLBACK}</lucka-document-wizard>`;
  },
  play: async () => undefined,
};

/** In a form: it cannot be sent before there is a result. */
export const InAForm: Story = {
  render: () =>
    html`<form>
      <lucka-document-wizard name="guidance" required>${FALLBACK}</lucka-document-wizard>
      <p><button>Send</button></p>
    </form>`,
};
