import { expect, fixture, html } from '@open-wc/testing';
import { flowEditor } from '../../../stories/write-flow.js';
import { resetPage, setWindow, textOf, until } from '../../support/page.js';
import vehicle from '../../../demo/fordon/content/flows/vehicle.en.md?raw';
import umbrella from './fixtures/umbrella.en.md?raw';

/** The page as an editor meets it. */
async function editor() {
  const host = await fixture<HTMLElement>(
    html`<div>
      ${flowEditor([
        { name: 'Umbrella', text: umbrella },
        { name: 'Vehicle', text: vehicle },
      ])}
    </div>`,
  );
  const field = host.querySelector('textarea')!;
  return {
    host,
    field,
    verdict: () => textOf(host.querySelector('[role="status"]')),
    problems: () => [...host.querySelectorAll('.problems li')].map(textOf),
    wizard: () => host.querySelector('lucka-document-wizard'),
    write: (text: string) => {
      field.value = text;
      field.dispatchEvent(new InputEvent('input', { bubbles: true }));
    },
  };
}

describe('the page to write a flow on', () => {
  before(() => setWindow(1280, 900));
  afterEach(resetPage);

  it('shows the wizard and the graph of a flow without mistakes, and says that it is proved', async () => {
    const page = await editor();
    expect(page.verdict()).to.equal('Nothing to change: all 8 ways to answer lead to a result.');
    expect(page.problems()).to.deep.equal([]);
    await until(() => page.wizard()?.state === 'intro', 'the wizard is shown');
    expect(textOf(page.host.querySelector('.flow h2'))).to.equal('Do I need an umbrella?');
  });

  it('lists the mistakes of a changed text, and shows the wizard again when they are corrected', async () => {
    const page = await editor();
    page.write(umbrella.replace('`sun`', '`Sun`'));
    await until(() => page.problems().length, 'the mistake is listed');
    expect(page.verdict()).to.equal('One thing to change.');
    expect(page.problems()).to.deep.equal([
      'Line 21 Values are a–z, 0–9 and hyphens: write `sun` instead of `Sun`',
    ]);
    expect(page.wizard()).to.equal(null);
    page.write(umbrella);
    await until(() => page.wizard()?.state === 'intro', 'the wizard is shown again');
    expect(page.problems()).to.deep.equal([]);
  });

  it('leads from a mistake to its line in the text', async () => {
    const page = await editor();
    page.write(umbrella.replace('`sun`', '`Sun`'));
    await until(() => page.problems().length, 'the mistake is listed');
    page.host.querySelector<HTMLElement>('.problems button')!.click();
    expect(document.activeElement?.localName).to.equal('textarea');
    const { selectionStart, selectionEnd, value } = page.field;
    expect(value.slice(selectionStart, selectionEnd)).to.equal('- [The sun shines](#r-end) `Sun`');
  });

  it('tells what only a proof finds, beside the wizard', async () => {
    const page = await editor();
    page.write(umbrella.replace('if `goal is out`\n', 'if `goal is out and covered`\n'));
    await until(() => page.problems().length, 'the problem is listed');
    expect(page.problems()[0]).to.contain('never shown: c-take');
    expect(page.wizard()?.localName).to.equal('lucka-document-wizard');
  });

  it('begins with another flow when one is chosen', async () => {
    const page = await editor();
    const select = page.host.querySelector('select')!;
    select.selectedIndex = 1;
    select.dispatchEvent(new Event('change'));
    expect(page.field.value).to.equal(vehicle);
    expect(page.verdict()).to.contain('47,040');
  });
});
