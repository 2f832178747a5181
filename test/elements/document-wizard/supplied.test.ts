import { expect } from '@open-wc/testing';
import { html } from 'lit';
import { readFlow } from '../../../src/content/flow/read.js';
import umbrella from '../../content/flow/fixtures/umbrella.en.md?raw';
import {
  count,
  eventsOf,
  expectFocusOn,
  markdownScript,
  resetPage,
  setPageLanguage,
  setWindow,
  textOf,
  until,
} from '../../support/page.js';
import { startingWizard, wizard, type Wizard } from '../../support/document-wizard.js';
import type { LuckaWizardErrorEvent } from '../../../src/elements/document-wizard/events.js';

const FALLBACK = html`<p>Call us: 077-123 52 35</p>`;
const addressOf = (text: BlobPart, type = 'text/markdown') =>
  URL.createObjectURL(new Blob([text], { type }));
const latin1 = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));
const swedish = umbrella.replace('Do I need an umbrella?', 'Behöver jag ett paraply på väg hem?');

/** What somebody sees who sees only what the page itself wrote. */
const isFallback = (page: Wizard) => {
  const slot = page.root.querySelector<HTMLSlotElement>('slot:not([name])');
  return slot?.assignedElements().length === 1 && !page.part('heading') && !page.part('question');
};

/** Keeps the console quiet, and what was said in it. */
function errors(): { readonly texts: string[]; restore(): void } {
  const texts: string[] = [];
  const { error } = console;
  console.error = (...parts: unknown[]) => void texts.push(parts.map(String).join(' '));
  return { texts, restore: () => (console.error = error) };
}

async function failing(attributes: Record<string, string>, flow?: string) {
  const told = errors();
  const host = document.createElement('div');
  document.body.append(host);
  const events: LuckaWizardErrorEvent[] = [];
  host.addEventListener('lucka-wizard-error', (event) => events.push(event));
  const page = await wizard({
    attributes,
    children: FALLBACK,
    parentNode: host,
    ...(flow && { flow }),
  });
  await until(() => events.length, 'the error is told');
  await page.settled();
  told.restore();
  return { page, events, told: told.texts.join('\n') };
}

/** Validates the flow while the page's clock is another one. @param now milliseconds */
async function validateWithClock(page: Wizard, now: () => number): Promise<void> {
  performance.now = now;
  try {
    await page.element.validateFlow();
  } finally {
    Reflect.deleteProperty(performance, 'now');
  }
}

describe('lucka-document-wizard with a flow of the page', () => {
  before(() => setWindow(1280, 900));
  afterEach(resetPage);

  it('decodes characters, breaks lines and hides comments in its text', async () => {
    const text = umbrella.replace(
      'Look out of the window.',
      'Look out&check;<!-- internal --><br>of the window.',
    );
    const page = await startingWizard({ flow: text });
    page.element.start();
    await page.shows('question');
    expect(textOf(page.part('hint'))).to.equal('Look out✓of the window.');
    expect(count(page.root, 'br')).to.equal(1);
  });

  it('leaves the address alone when a link of the text leads to a place in it', async () => {
    const text = umbrella.replace('Rain makes you wet.', '[Down](#o-dry) it rains.');
    const page = await startingWizard({ flow: text });
    await page.answerAll([['rain'], ['hat'], ['out']]);
    const address = location.href;
    page.root.querySelector<HTMLElement>('a[href="#o-dry"]')!.click();
    expect(location.href).to.equal(address);
  });

  it('shows a flow from src', async () => {
    const page = await startingWizard({ attributes: { src: addressOf(umbrella) } });
    expect(page.heading).to.equal('Do I need an umbrella?');
    await page.answerAll([['rain'], ['hat'], ['out']]);
    await page.shows('result');
    expect([page.outcomes, page.items]).to.deep.equal(['o-take', 'c-take c-look']);
    expect(page.text).to.contain('The window shows the weather.');
  });

  it('asks for the language of the page', async () => {
    await setPageLanguage('sv');
    const { page, events } = await failing({ src: '/nowhere/{lang}.md' });
    expect(events[0]?.code).to.equal('http');
    expect(events[0]?.problems[0]?.message).to.contain('404');
    expect(isFallback(page)).to.be.true;
    const asked = performance.getEntriesByType('resource').map(({ name }) => name);
    expect(asked.some((name) => name.endsWith('/nowhere/sv.md'))).to.be.true;
  });

  it('says in which language the questions are, where the page is in another one', async () => {
    const inSwedish = umbrella.replace('lang: en', 'lang: sv');
    const other = await startingWizard({ flow: inSwedish });
    expect(other.text).to.contain('Language of the text: Swedish.');
    const same = await startingWizard({ flow: umbrella });
    expect(same.text).not.to.contain('Language of the text');
  });

  it('shows Markdown and parsed flows given as a property, before src', async () => {
    for (const flow of [umbrella, readFlow(umbrella).flow]) {
      const page = await wizard({ attributes: { src: '/nowhere.md' }, flow });
      await until(() => page.heading === 'Do I need an umbrella?', 'the flow is shown');
    }
  });

  it('shows a flow from a child element', async () => {
    const page = await startingWizard({ children: markdownScript(umbrella) });
    expect(page.heading).to.equal('Do I need an umbrella?');
  });

  describe('whose hints and titles depend on earlier answers', () => {
    const depending = umbrella
      .replace(
        '- [ ] A coat `coat`',
        `> Title if \`weather is rain\`

What do you wear in the rain?

> If \`weather is rain\`

Think of:

- your head
- your feet

Choose what fits.

> If \`weather is sun\`

This is for sunny days.

- [ ] A coat \`coat\``,
      )
      .replace('[The sun shines](#r-end)', '[The sun shines](#q-clothes)');

    /** The blocks of the hint; of a list its items. */
    const hintOf = (page: Wizard) =>
      [...(page.part('hint')?.children ?? [])].map((block) => {
        const items = [...block.querySelectorAll('li')].map(textOf);
        return items.length ? items.join(', ') : textOf(block);
      });

    it('words a question after the answers before it', async () => {
      const page = await startingWizard({ flow: depending });
      await page.answerAll([['rain']]);
      expect(page.heading).to.equal('What do you wear in the rain?');
      expect(hintOf(page)).to.deep.equal([
        'Think of:',
        'your head, your feet',
        'Choose what fits.',
      ]);

      await page.press('back');
      await page.answer('sun');
      expect(page.heading).to.equal('What do you wear?');
      expect(hintOf(page)).to.deep.equal([
        'your head, your feet',
        'Choose what fits.',
        'This is for sunny days.',
      ]);
    });

    it('asks for the missing answer, and lists the answers, with the same words', async () => {
      const page = await startingWizard({ flow: depending });
      await page.answerAll([['rain']]);
      await page.press('continue');
      await until(() => page.part('error-summary'), 'an answer is missing');
      expect(textOf(page.part('error-summary'))).to.contain('What do you wear in the rain?');
      await page.answer('hat');
      await page.answer('out');
      await page.shows('result');
      await page.settled();
      expect(textOf(page.part('answers'))).to.contain('What do you wear in the rain? A hat');
      expect(page.element.toText()).to.contain('What do you wear in the rain? A hat');
      expect(page.text).to.not.contain('What do you wear?');
    });

    it('forgets the words of an answer that was changed', async () => {
      const page = await startingWizard({ flow: depending });
      await page.answerAll([['rain'], ['hat'], ['out']]);
      await page.shows('result');
      await page.change('weather');
      await page.answer('sun');
      await page.shows('result');
      await page.settled();
      expect(textOf(page.part('answers'))).to.contain('What do you wear? A hat');
    });
  });

  it('shows subheadings and quotations in a section, one level below its title', async () => {
    const flow = umbrella.replace(
      'Rain makes you wet.[^W02]',
      '#### Why\n\n> Rain is wet, the law says.\n\nRain makes you wet.[^W02]',
    );
    const page = await startingWizard({ flow });
    await page.answerAll([['rain'], ['hat'], ['out']]);
    await page.shows('result');
    await page.settled();
    const section = page.part('section')!;
    expect(
      [...section.querySelectorAll('h1, h2, h3, h4, h5, h6')].map(
        (heading) => `${heading.localName} ${textOf(heading)}`,
      ),
    ).to.deep.equal(['h4 Take an umbrella', 'h5 Why']);
    expect(textOf(section.querySelector('blockquote'))).to.equal('Rain is wet, the law says.');
    expect(page.element.toText()).to.contain('Why\nRain is wet, the law says.');
  });

  it('changes to another flow, and starts there', async () => {
    const page = await startingWizard();
    await page.answerAll([['no']]);
    page.element.flow = umbrella;
    await until(() => page.heading === 'Do I need an umbrella?', 'the other flow is shown');
    expect(page.element.facts).to.deep.equal({});
  });

  describe('must show 8: a flow that cannot be shown', () => {
    const CASES: readonly [what: string, src: () => string, code: string][] = [
      ['an address that is not there', () => '/nowhere.md', 'http'],
      ['nothing', () => addressOf(''), 'empty'],
      ['a web page', () => addressOf('<!doctype html><p>Log in</p>', 'text/html'), 'not-text'],
      ['five megabytes', () => addressOf('word '.repeat(1_000_000)), 'too-large'],
      [
        'a broken flow',
        () => addressOf(umbrella.replace('(#q-clothes) `rain`', '(#q-cloths) `rain`')),
        'broken-flow',
      ],
      [
        'a web page that calls itself text',
        () => addressOf('<!doctype html><p>Log in</p>'),
        'broken-flow',
      ],
      [
        'half a flow',
        () => addressOf(umbrella.slice(0, umbrella.indexOf('## Outcomes') - 150)),
        'broken-flow',
      ],
    ];
    it('says of a flow in Latin-1 that it is not UTF-8, and what to do', async () => {
      const { page, events, told } = await failing({ src: addressOf(latin1(swedish)) });
      expect(isFallback(page)).to.be.true;
      expect(events.map(({ code }) => code)).to.deep.equal(['wrong-charset']);
      expect(events[0]?.problems[0]?.rule).to.equal('not-utf8');
      expect(told).to.contain('not UTF-8: save the file as UTF-8');
    });

    it('shows a flow in Latin-1 whose charset is declared', async () => {
      const src = addressOf(latin1(swedish), 'text/markdown; charset=iso-8859-1');
      const page = await startingWizard({ attributes: { src } });
      expect(page.heading).to.equal('Behöver jag ett paraply på väg hem?');
    });

    for (const [what, src, code] of CASES)
      it(`leaves the fallback and says so: ${what}`, async () => {
        const { page, events, told } = await failing({ src: src() });
        expect(page.element.state).to.equal('error');
        expect(isFallback(page)).to.be.true;
        expect(events.map((event) => event.code)).to.deep.equal([code]);
        expect(events[0]!.problems.length).to.be.above(0);
        expect(told).to.contain('<lucka-document-wizard>').and.contain(code);
      });

    it('names line and reason of a broken flow in the event, the console and validateFlow()', async () => {
      const broken = umbrella.replace('(#q-clothes) `rain`', '(#q-cloths) `rain`');
      const line = broken.slice(0, broken.indexOf('q-cloths')).split('\n').length;
      const { page, events, told } = await failing({ src: addressOf(broken) });
      const problem = {
        line,
        rule: 'dead-link',
        message: 'dead link: #q-cloths: write #q-clothes',
      };
      expect(events[0]?.problems).to.deep.include(problem);
      expect(told).to.contain(`line ${line}: dead link: #q-cloths: write #q-clothes`);
      expect(await page.element.validateFlow()).to.deep.include(problem);
    });

    it('takes anything for a parsed flow without breaking', async () => {
      const { page, events } = await failing({}, { questions: 7 } as unknown as string);
      expect(events[0]?.code).to.equal('broken-flow');
      expect(isFallback(page)).to.be.true;
    });

    it('has a way forward of its own when the page wrote nothing', async () => {
      const told = errors();
      const page = await wizard({ attributes: { src: '/nowhere.md' } });
      await page.shows('error');
      await page.settled();
      expect(page.text).to.contain('cannot be shown right now');
      const retry = page.root.querySelector('button');
      expect(
        textOf(page.root.getElementById(retry?.getAttribute('aria-describedby') ?? '')),
      ).to.equal('There is a problem with the service. Try again later.');
      const events = eventsOf(page.element, 'lucka-wizard-error');
      page.root.querySelector('button')!.click();
      await until(() => events.length, 'it was tried again');
      told.restore();
    });

    it('says to check the connection when nothing answered', async () => {
      const told = errors();
      const { fetch } = window;
      window.fetch = () => Promise.reject(new TypeError('Failed to fetch'));
      const page = await wizard({ attributes: { src: '/there.md' } });
      await page.shows('error');
      await page.settled();
      window.fetch = fetch;
      told.restore();
      expect(page.text).to.contain(
        'The connection to the service was lost. Check your connection, then try again.',
      );
    });

    it('keeps the focus while it tries again, says when that fails too, and moves on when it succeeds', async () => {
      const told = errors();
      const page = await wizard({ attributes: { src: '/nowhere.md' } });
      await page.shows('error');
      await page.settled();
      const events = eventsOf(page.element, 'lucka-wizard-error');
      const retry = page.root.querySelector('button')!;
      retry.focus();
      retry.click();
      await page.settled();
      expectFocusOn(retry);
      await until(() => events.length, 'it failed again');
      await page.settled();
      expectFocusOn(retry);
      expect(textOf(page.part('status'))).to.equal('The questions cannot be shown right now.');
      const { fetch } = window;
      window.fetch = () =>
        Promise.resolve(new Response(umbrella, { headers: { 'content-type': 'text/markdown' } }));
      retry.click();
      await page.shows('intro');
      await page.settled();
      window.fetch = fetch;
      told.restore();
      expectFocusOn(page.step);
      expect(page.heading).to.equal('Do I need an umbrella?');
    });

    it('leaves the focus in the page when the person has moved on before it succeeds', async () => {
      const told = errors();
      const page = await wizard({ attributes: { src: '/nowhere.md' } });
      await page.shows('error');
      await page.settled();
      const { fetch } = window;
      window.fetch = () =>
        Promise.resolve(new Response(umbrella, { headers: { 'content-type': 'text/markdown' } }));
      const field = document.createElement('input');
      document.body.append(field);
      page.root.querySelector('button')!.click();
      field.focus();
      await page.shows('intro');
      await page.settled();
      window.fetch = fetch;
      told.restore();
      expectFocusOn(field);
      field.remove();
    });

    it('offers no other try of a flow that the page gave', async () => {
      const told = errors();
      const page = await wizard({ flow: 'no flow' });
      await page.shows('error');
      await page.settled();
      expect(page.text).to.contain('cannot be shown right now');
      expect(count(page.root, 'button')).to.equal(0);
      told.restore();
    });

    it('keeps the flow on show when its other language cannot be loaded', async () => {
      const told = errors();
      const page = await startingWizard({ attributes: { src: `${addressOf(umbrella)}#{lang}` } });
      await page.answerAll([['rain']]);
      const { fetch } = window;
      window.fetch = () => Promise.resolve(new Response('', { status: 500 }));
      const events = eventsOf(page.element, 'lucka-wizard-error');
      await setPageLanguage('sv');
      await until(() => events.length, 'the error is told');
      window.fetch = fetch;
      expect(page.question).to.equal('clothes');
      told.restore();
    });
  });

  describe('validateFlow()', () => {
    it('finds nothing in the built-in flow, path by path, and lets the page go on', async () => {
      const page = await startingWizard();
      // Loads what is loaded only once: timers would run meanwhile.
      expect(await page.element.validateFlow()).to.deep.equal([]);
      // Each reading of the clock finds a slice at its end, however fast the browser is.
      let time = 0;
      let ticks = 0;
      const timer = setInterval(() => ticks++, 1);
      await validateWithClock(page, () => (time += 1000));
      clearInterval(timer);
      expect(ticks).to.be.above(20);
    }).timeout(20_000);

    it('lets the page go on before the paths are followed, since reading takes long too', async () => {
      const page = await startingWizard({ flow: umbrella });
      // Loads what is loaded only once: timers would run meanwhile.
      await page.element.validateFlow();
      let isPaused = false;
      setTimeout(() => (isPaused = true));
      // No slice ends. In Chromium and Firefox import() of a module that is loaded is a pause too, in WebKit it is none.
      await validateWithClock(page, () => 0);
      expect(isPaused).to.equal(true);
    }).timeout(20_000);

    it('finds what only following the paths shows', async () => {
      const flow = umbrella.replace('`goal is out`\n', '`goal is out and covered`\n');
      const page = await startingWizard({ flow });
      const problems = await page.element.validateFlow();
      expect(problems.map(({ rule, message }) => `${rule}: ${message}`)).to.deep.equal([
        'never-shown: never shown: c-take: change its condition, or leave it out',
      ]);
    });
  });
});
