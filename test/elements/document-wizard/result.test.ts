import { expect } from '@open-wc/testing';
import {
  count,
  resetPage,
  setPageLanguage,
  setWindow,
  textOf,
  until,
  warnings,
} from '../../support/page.js';
import umbrella from '../../content/flow/fixtures/umbrella.en.md?raw';
import { startingWizard, wizard, type Setup, type Wizard } from '../../support/document-wizard.js';

const FACTS = {
  submitted: 'yes',
  document: 'passport',
  expired: 'yes',
  requirements: ['original', 'authority', 'photo'],
  special: 'no',
  refugee: 'no',
  obtain: 'can',
  letter: 'yes',
  visit: 'can',
};

async function resultOf(setup: Setup = {}): Promise<Wizard> {
  const page = await wizard({ facts: FACTS, ...setup });
  await page.shows('result');
  await page.settled();
  return page;
}
const section = (page: Wizard, id: string) =>
  page.root.querySelector<HTMLElement>(`[data-outcome-id="${id}"]`)!;

/** Prints without a printer, and gives the sheet. */
async function printed(page: Wizard): Promise<Document> {
  let times = 0;
  const frames = new MutationObserver(() => {
    const frame = page.root.querySelector('iframe');
    if (frame?.contentWindow) frame.contentWindow.print = () => void times++;
  });
  frames.observe(page.root, { childList: true });
  await page.element.print();
  frames.disconnect();
  expect(times).to.equal(1);
  return page.root.querySelector('iframe')!.contentDocument!;
}

describe('lucka-document-wizard, the result', () => {
  before(() => setWindow(1280, 900));
  afterEach(resetPage);

  it('describes what is folded into a section by the title of the section', async () => {
    const page = await resultOf();
    for (const part of page.parts('section')) {
      const summaries = [...part.querySelectorAll('summary')];
      expect(summaries).not.to.have.lengthOf(0);
      for (const summary of summaries) {
        const title = page.root.getElementById(summary.getAttribute('aria-describedby') ?? '');
        expect(textOf(title)).to.equal(textOf(part.querySelector('.subheading')));
      }
    }
  });

  it('starts with its name and with what it is: guidance, not a decision', async () => {
    const page = await resultOf();
    expect(page.heading).to.equal('Your guidance');
    expect(textOf(page.part('disclaimer')))
      .to.contain('guidance and not a decision')
      .and.contain('The Swedish Migration Agency assesses your documents and decides');
  });

  it('carries each id once, and only on sections and items', async () => {
    const page = await resultOf();
    const outcomes = page.outcomes.split(' ');
    expect(new Set(outcomes).size).to.equal(outcomes.length);
    expect(page.parts('section')).to.have.length(outcomes.length);
    expect(page.parts('item')).to.have.length(page.items.split(' ').length);
    expect(count(document, '[data-outcome-id], [data-item-id]')).to.equal(0);
  });

  it('names the answers that made a section appear', async () => {
    const page = await resultOf();
    const [why] = section(page, 'o-doc-partial').querySelectorAll('details');
    expect(textOf(why!.querySelector('summary'))).to.equal('Why do I see this?');
    expect([...why!.querySelectorAll('li')].map(textOf)).to.deep.equal([
      'Which identity document do you have? A national passport',
      'Which of these statements are true for your document? It is an original. It was issued in my country of origin, by an authority that has the right to issue it. It has a photo of me.',
    ]);
    expect(textOf(section(page, 'o-visit').querySelector('details'))).to.contain(
      'Everyone sees this.',
    );
  });

  it('says in our words what each number states', async () => {
    const page = await resultOf();
    const sources = section(page, 'o-passport-expired').querySelector('[part~="sources"]');
    expect(textOf(sources)).to.contain('S07 A passport that has expired can still be accepted');
    expect(sources?.querySelector('a')?.href).to.equal('https://www.migrationsverket.se/');
    expect((sources as HTMLDetailsElement).open).to.be.false;
  });

  it('shows the numbers in the text with show-sources', async () => {
    const page = await resultOf({ attributes: { 'show-sources': true } });
    expect(textOf(section(page, 'o-passport-expired').querySelector('p'))).to.contain('[S07]');
    expect((page.part('sources') as HTMLDetailsElement).open).to.be.true;
    const quiet = await resultOf();
    expect(textOf(section(quiet, 'o-passport-expired').querySelector('p'))).not.to.contain('S07');
  });

  it('lets items be ticked off, without striking them out', async () => {
    const page = await resultOf();
    const tick = page.root.querySelector<HTMLInputElement>(
      '[data-item-id="c-do-not-submit"] input',
    )!;
    tick.click();
    await page.settled();
    expect(tick.checked).to.be.true;
    const line = getComputedStyle(
      page.root.querySelector('[data-item-id="c-do-not-submit"] .words')!,
    );
    expect(line.textDecorationLine).to.equal('none');
    expect(page.element.toText()).to.contain('[x] You should not hand in');
  });

  it('links the item about booking to where the page says', async () => {
    const page = await resultOf({ attributes: { 'book-href': '/book' } });
    const link = page.root.querySelector('[data-item-id="c-book"] a');
    expect([textOf(link), link?.getAttribute('href')]).to.deep.equal(['Book your visit', '/book']);
    expect(count(page.root, 'label a')).to.equal(0);
  });

  it('refuses a booking address that runs script', async () => {
    const told = warnings();
    const page = await resultOf({ attributes: { 'book-href': 'javascript:alert(1)' } });
    told.restore();
    expect(count(page.root, '[data-item-id="c-book"] a')).to.equal(0);
    expect(told.texts.join()).to.contain('book-href');
  });

  it('shows what the page puts in its slots', async () => {
    const page = await startingWizard();
    for (const name of ['intro', 'result-before', 'result-after']) {
      const child = document.createElement('p');
      child.slot = name;
      child.textContent = name;
      page.element.append(child);
    }
    const shown = (name: string) =>
      page.root.querySelector<HTMLSlotElement>(`slot[name="${name}"]`)?.assignedElements().length;
    expect(shown('intro')).to.equal(1);
    page.element.facts = FACTS as never;
    await page.shows('result');
    await page.settled();
    expect([shown('result-before'), shown('result-after')]).to.deep.equal([1, 1]);
  });

  for (const { lang, title, day, promise } of [
    {
      lang: 'en',
      title: 'A passport that has expired can be accepted',
      day: 'Reviewed on 22 November 2026',
      promise: 'not a decision',
    },
    {
      lang: 'sv',
      title: 'Ett pass kan godtas även när giltighetstiden har gått ut',
      day: 'Granskad den 22 november 2026',
      promise: 'inte ett beslut',
    },
  ]) {
    it(`prints and copies every section, with version and day, in ${lang}`, async () => {
      await setPageLanguage(lang);
      const page = await resultOf();
      const titles = page.parts('section').map((each) => textOf(each.firstElementChild));
      expect(titles).to.include(title);
      const text = page.element.toText();
      const sheet = await printed(page);
      expect(sheet.documentElement.lang).to.equal(lang);
      expect(count(sheet, 'h1')).to.equal(1);
      for (const whole of [text, textOf(sheet.body)]) {
        for (const each of titles) expect(whole).to.contain(each);
        expect(whole).to.contain('Version 2026-11-22').and.contain(day).and.contain(promise);
        expect(whole).to.contain(location.origin);
      }
      expect(count(sheet, 'style, script, [data-outcome-id], button')).to.equal(0);
    });
  }

  describe('with tables, numbered lists and links', () => {
    const flow = umbrella
      .replace(
        'Rain makes you wet.[^W02]',
        `Rain makes you wet.

| Shop | Price |
| --- | --- |
| [Umbrellas](https://shop.example/u?a=1) | 90 kr[^W02] |
| **Coats** | 900 kr |

3. Go to the shop. {editorial}
4. Buy one:
   - a small one
   - a large one

Write to [the shop](mailto:shop@shop.example), call [077-123](tel:077123), read [https://shop.example](https://shop.example/) or [what is dry](#o-dry). {editorial}`,
      )
      .replace('Take it with you.', 'Take [the one you have](https://shop.example/own) with you.');
    const facts = { weather: 'rain', clothes: ['hat'], goal: 'out' };
    const EXPECTED = [
      'Take the one you have (https://shop.example/own) with you.',
      'Write to the shop (shop@shop.example), call 077-123, read https://shop.example or what is dry.',
    ];

    it('copies rows, numbers and addresses', async () => {
      const page = await resultOf({ flow, facts });
      const text = page.element.toText();
      for (const expected of [
        'Shop | Price\nUmbrellas (https://shop.example/u?a=1) | 90 kr\nCoats | 900 kr\n',
        '3. Go to the shop.\n4. Buy one:\n   - a small one\n   - a large one\n',
        ...EXPECTED,
      ])
        expect(text).to.contain(expected);
    });

    it('prints rows, numbers and addresses', async () => {
      const page = await resultOf({ flow, facts });
      const sheet = await printed(page);
      const rows = [...sheet.querySelectorAll('tr')].map(({ cells }) => [...cells].map(textOf));
      expect(rows).to.deep.equal([
        ['Shop', 'Price'],
        ['Umbrellas (https://shop.example/u?a=1)', '90 kr'],
        ['Coats', '900 kr'],
      ]);
      expect(sheet.querySelector('ol')?.start).to.equal(3);
      for (const expected of EXPECTED) expect(textOf(sheet.body)).to.contain(expected);
    });

    it('lists the sources of the cells', async () => {
      const text = flow.replace('wet.\n\n|', 'wet. {editorial}\n\n|');
      const page = await resultOf({ flow: text, facts });
      expect(textOf(section(page, 'o-take').querySelector('[part~="sources"]'))).to.contain(
        'W02 Rain is wet.',
      );
    });
  });

  it('has no text and prints nothing before there is a result', async () => {
    const page = await startingWizard();
    expect(page.element.toText()).to.equal('');
    await page.element.print();
    expect(count(page.root, 'iframe')).to.equal(0);
  });

  it('says that the text was copied, or that it could not be', async () => {
    const page = await resultOf();
    const copied: string[] = [];
    const clipboard = { writeText: (text: string) => Promise.resolve(void copied.push(text)) };
    Object.defineProperty(navigator, 'clipboard', { value: clipboard, configurable: true });
    page.part('copy')!.click();
    await until(() => textOf(page.part('status')) === 'The text has been copied.', 'it is said');
    expect(copied).to.deep.equal([page.element.toText()]);
    clipboard.writeText = () => Promise.reject(new Error('no'));
    page.part('copy')!.click();
    await until(() => textOf(page.part('status')).includes('does not allow copying'), 'it is said');
    delete (navigator as { clipboard?: unknown }).clipboard;
  });

  describe('in a form', () => {
    const inForm = async (attributes: Record<string, string | boolean>, facts?: typeof FACTS) => {
      const form = document.createElement('form');
      document.body.append(form);
      const page = await wizard({ attributes, parentNode: form, ...(facts && { facts }) });
      await until(() => page.element.state !== 'loading', 'the flow is there');
      await page.settled();
      return { page, form };
    };

    it('gives version and ids, never an answer', async () => {
      const { page, form } = await inForm({ name: 'guidance' }, FACTS);
      await page.shows('result');
      await page.settled();
      expect(new FormData(form).get('guidance')).to.equal(
        '2026-11-22 c-refer-passport,c-do-not-submit,c-in-person,c-book',
      );
    });

    it('is missing while required and unanswered', async () => {
      const { page, form } = await inForm({ name: 'guidance', required: true });
      expect(new FormData(form).has('guidance')).to.be.false;
      expect(form.checkValidity()).to.be.false;
      expect(page.element.internals.validationMessage).to.equal('Answer the questions first.');
      page.element.facts = FACTS as never;
      await page.shows('result');
      await page.settled();
      expect(form.checkValidity()).to.be.true;
      form.reset();
      await page.settled();
      expect(page.element.state).to.equal('intro');
      expect(form.checkValidity()).to.be.false;
    });

    it('does not send the form around it when Continue is pressed', async () => {
      const { page, form } = await inForm({ name: 'guidance' });
      let sent = 0;
      form.addEventListener('submit', (event) => {
        event.preventDefault();
        sent++;
      });
      await page.answerAll([['no']]);
      expect(page.question).to.equal('document');
      expect(sent).to.equal(0);
    });
  });
});
