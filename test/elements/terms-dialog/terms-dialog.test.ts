import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import {
  axeViolations,
  count,
  expectFocusOn,
  focused,
  markdownScript,
  isWebKit,
  resetPage,
  setPageLanguage,
  setWindow,
  textOf,
  until,
} from '../../support/page.js';
import { dialog, openDialog, type Dialog } from '../../support/terms-dialog.js';
import { cannedTermsService } from '../../../stories/services.js';

const isInView = (element: Element): boolean => {
  const { top, bottom } = element.getBoundingClientRect();
  return top >= 0 && bottom <= innerHeight;
};

describe('lucka-terms-dialog', () => {
  before(() => setWindow(1280, 900));
  afterEach(resetPage);

  it('has no axe violations when it asks', async () => {
    const page = await openDialog();
    expect(await axeViolations(page.element)).to.deep.equal([]);
  });

  it('is a dialog named by its heading, without landmarks inside', async () => {
    const page = await openDialog();
    expect(page.modal.getAttribute('aria-labelledby')).to.equal(page.part('heading')?.id);
    expect(page.modal.hasAttribute('aria-describedby')).to.be.false;
    const landmarks = page.modal.querySelectorAll(
      'main, nav, header, footer, aside, section, form, [role="region"]',
    );
    expect(landmarks.length).to.equal(0);
  });

  it('shows every section of the built-in terms, in page language', async () => {
    await setPageLanguage('sv');
    const page = await openDialog();
    const titles = page.parts('section').map((section) => textOf(section.querySelector('h3')));
    expect(titles.filter(Boolean)).to.have.length(15);
    expect(page.heading).to.equal('Användarvillkor för Min sida');
    expect(textOf(page.part('accept'))).to.equal('Godkänn');
  });

  it('follows heading-level', async () => {
    const page = await openDialog({ attributes: { 'heading-level': '3' } });
    expect(page.part('heading')?.localName).to.equal('h3');
    expect(count(page.part('body'), 'h4')).to.equal(16);
    expect(count(page.part('body'), 'h3')).to.equal(0);
  });

  it('marks its root with the language it fell back to on a page in another language', async () => {
    await setPageLanguage('ar');
    const page = await openDialog();
    const root = page.root.querySelector('.root');
    expect(root?.getAttribute('lang')).to.equal('en');
    expect(root?.getAttribute('dir')).to.equal('ltr');
  });

  it('says that the text is in another language than the page, and nothing where it is the same', async () => {
    await setPageLanguage('sv');
    const english = '---\nlang: en-GB\nversion: "1"\n---\n\n# Rules\n\nBe kind.';
    const foreign = await openDialog({ children: markdownScript(english) });
    expect(textOf(foreign.part('version'))).to.match(
      /^Version 1\. Språk i texten: brittisk engelska\.$/i,
    );
    const swedish = english.replace('en-GB', 'sv-SE');
    const own = await openDialog({ children: markdownScript(swedish) });
    expect(textOf(own.part('version'))).to.equal('Version 1.');
    const unknown = await openDialog({
      children: markdownScript(english.replace('en-GB', 'not_a_language')),
    });
    expect(textOf(unknown.part('version'))).to.equal('Version 1.');
  });

  it('speaks every language that is added, from right to left too', async () => {
    await setPageLanguage('ar-XB');
    const page = await openDialog();
    await until(() => textOf(page.part('accept')) !== 'Accept', 'the words change');
    expect(textOf(page.modal.querySelector('.actions'))).to.match(/[\u0600-\u06ff]/);
    expect(page.root.querySelector('.root')?.hasAttribute('lang')).to.be.false;
    expect(page.part('body')?.querySelector('[lang]')?.getAttribute('lang')).to.equal('en');
  });

  describe('must show 1: Escape', () => {
    it('leaves a gate open after three presses and says that a choice is needed', async () => {
      const page = await openDialog();
      for (let press = 0; press < 3; press++) {
        await sendKeys({ press: 'Escape' });
        await page.element.updateComplete;
        expect(page.isOpen, `after press ${press + 1}`).to.be.true;
      }
      expect(page.status).to.contain('Choose Accept or Decline');
      expect(page.element.decision).to.be.undefined;
    });

    it('closes the dialog with one press in view', async () => {
      const page = await openDialog({ attributes: { mode: 'view', open: true } });
      await sendKeys({ press: 'Escape' });
      await page.closes();
    });
  });

  describe('must show 2: focus and reach', () => {
    it('starts on the heading', async () => {
      const page = await openDialog();
      expectFocusOn(page.part('heading'));
    });

    it('returns to the opener, through shadow roots', async () => {
      const host = document.createElement('div');
      document.body.append(host);
      const opener = document.createElement('button');
      opener.textContent = 'Terms';
      host.attachShadow({ mode: 'open' }).append(opener);
      const page = await dialog({ attributes: { mode: 'view' } });
      opener.focus();
      page.element.show();
      await page.opens();
      await sendKeys({ press: 'Escape' });
      await page.closes();
      expectFocusOn(opener);
      host.remove();
    });

    describe('where it opened by itself', () => {
      const mains: HTMLElement[] = [];
      const place = (tag: string, id: string): HTMLElement => {
        const element = document.createElement(tag);
        element.id = id;
        element.textContent = id;
        document.body.append(element);
        mains.push(element);
        return element;
      };
      afterEach(() => mains.splice(0).forEach((each) => each.remove()));

      it('goes to the place that the page names, which takes focus only while it has it', async () => {
        place('main', 'content');
        const named = place('h2', 'case');
        const page = await openDialog({ attributes: { 'return-focus': '#case' } });
        await page.press('Accept');
        await page.closes();
        await until(() => focused() === named, 'the place has the focus');
        named.blur();
        expect(named.hasAttribute('tabindex')).to.be.false;
      });

      it('takes the caret out of the dialog: a screen reader would go on reading there', async () => {
        const named = place('h2', 'case');
        const page = await openDialog({ attributes: { 'return-focus': '#case' } });
        const text = place('p', 'before');
        getSelection()?.selectAllChildren(text);
        await page.press('Accept');
        await until(() => focused() === named, 'the place has the focus');
        expect(getSelection()?.rangeCount).to.equal(0);
      });

      it('goes to the first heading of the main part without such a name', async () => {
        const main = place('main', 'content');
        const heading = document.createElement('h1');
        heading.textContent = 'Welcome';
        main.append(heading);
        const page = await openDialog();
        await page.press('Accept');
        await page.closes();
        await until(() => focused() === heading, 'the heading has the focus');
      });

      it('goes to a main part without a heading', async () => {
        const main = place('main', 'content');
        const page = await openDialog();
        await page.press('Accept');
        await page.closes();
        await until(() => focused() === main, 'the main part has the focus');
      });

      it('goes to the first heading of a page without a main part', async () => {
        const heading = place('h1', 'welcome');
        const page = await openDialog();
        await page.press('Accept');
        await page.closes();
        await until(() => focused() === heading, 'the heading has the focus');
      });

      for (const selector of ['#nowhere', '##'])
        it(`goes to the main part where the page has no ${selector}`, async () => {
          const main = place('main', 'content');
          const page = await openDialog({ attributes: { 'return-focus': selector } });
          await page.press('Accept');
          await page.closes();
          await until(() => focused() === main, 'the main part has the focus');
        });

      it('leaves the focus where the page has put it', async () => {
        place('main', 'content');
        const page = await openDialog();
        const button = place('button', 'next');
        page.modal.addEventListener('close', () => button.focus());
        await page.press('Accept');
        await page.closes();
        await new Promise((done) => setTimeout(done, 50));
        expectFocusOn(button);
      });
    });

    const announced = ({ root }: Dialog) =>
      textOf(root.querySelector('.root > div > [role="status"]'));

    it('announces that the terms are accepted once the dialog has closed', async () => {
      const page = await openDialog();
      await page.press('Accept');
      await page.closes();
      expect(announced(page)).to.equal('');
      await until(() => announced(page) === 'You have accepted the terms.', 'it is announced');
    });

    it('does not say the outcome again when the dialog opens again', async () => {
      const page = await openDialog();
      await page.press('Accept');
      await page.closes();
      await until(() => announced(page), 'it is announced');
      page.element.show();
      await page.opens();
      expect([announced(page), textOf(page.modal.querySelector('[role="status"]'))]).to.deep.equal([
        '',
        '',
      ]);
    });

    it('announces that the terms are declined once the dialog has closed', async () => {
      const page = await openDialog();
      await page.press('Decline');
      await page.shows('You have declined the terms');
      await page.press('Close');
      await page.closes();
      await until(() => announced(page) === 'You have declined the terms', 'it is announced');
    });

    it('announces nothing when a reader closes it', async () => {
      const page = await dialog({ attributes: { mode: 'view' } });
      page.element.show();
      await page.opens();
      await page.press('Close');
      await page.closes();
      await new Promise((done) => setTimeout(done, 500));
      expect(announced(page)).to.equal('');
    });

    it('keeps Tab inside and passes the scroll box, which scrolls by PageDown', async () => {
      const page = await openDialog();
      const box = page.part('body')!;
      await until(() => box.tabIndex === 0, 'the box is a Tab stop');
      expect(box.getAttribute('role')).to.equal('group');
      expect(box.getAttribute('aria-label')).to.equal('Full text of the terms');
      await sendKeys({ press: 'Tab' });
      expectFocusOn(box);
      await sendKeys({ press: 'PageDown' });
      await until(() => box.scrollTop > 0, 'the box scrolls');
      for (let press = 0; press < 12; press++) {
        await sendKeys({ press: 'Tab' });
        expect([document.body, page.element], `Tab ${press + 1}`).to.include(
          document.activeElement,
        );
      }
    });

    for (const phase of ['capture', 'bubble'])
      it(`is left by Tab where it should be, beside a page that keeps Tab to itself (${phase})`, async () => {
        const layer = document.createElement('div');
        layer.innerHTML = '<button>Consent</button>';
        document.body.append(layer);
        const trap = (event: KeyboardEvent) => {
          if (event.key !== 'Tab') return;
          event.preventDefault();
          layer.querySelector('button')!.focus();
        };
        document.addEventListener('keydown', trap, phase === 'capture');
        try {
          const page = await openDialog();
          const stops = new Set<Element | null>();
          for (let press = 0; press < 10; press++) {
            await sendKeys({ press: 'Tab' });
            stops.add(page.root.activeElement);
          }
          expect(stops.has(page.part('accept')), 'Accept is reached within ten Tabs').to.be.true;
          page.part('heading')!.focus();
          // Somebody clicked on the text, so nothing has the focus.
          page.part('heading')!.blur();
          await sendKeys({ press: 'Tab' });
          expect(document.activeElement === layer.querySelector('button')).to.be.false;
          page.element.remove();
          layer.querySelector('button')!.blur();
          await sendKeys({ press: 'Tab' });
          expectFocusOn(layer.querySelector('button'));
        } finally {
          document.removeEventListener('keydown', trap, phase === 'capture');
          layer.remove();
        }
      });

    it('accepts without any scrolling', async () => {
      const page = await openDialog();
      await page.press('Accept');
      await page.closes();
      expect(page.element.decision?.decision).to.equal('accepted');
    });

    it('gives Accept and Decline the same weight', async () => {
      const page = await openDialog();
      const look = (part: string) => {
        const { backgroundColor, color, borderTopWidth, fontWeight, blockSize } = getComputedStyle(
          page.part(part)!,
        );
        return { backgroundColor, color, borderTopWidth, fontWeight, blockSize };
      };
      expect(look('accept')).to.deep.equal(look('decline'));
    });

    it('reaches text and buttons at 320 px, and at 400 % zoom, without sideways scrolling', async function () {
      if (isWebKit) this.skip();
      for (const [width, height] of [
        [320, 640],
        [320, 256],
      ] as const) {
        await setWindow(width, height);
        const page = await openDialog();
        expect(page.modal.scrollWidth, `${width} × ${height}`).to.be.at.most(
          page.modal.clientWidth,
        );
        expect(page.part('body')!.scrollHeight, 'one scroll, no box in a box').to.be.at.most(
          page.part('body')!.clientHeight + 1,
        );
        page.root.querySelector<HTMLElement>('a[href="#choice"]')!.click();
        await until(() => isInView(page.part('accept')!), 'the link goes to the choice');
        expect(page.part('accept')!.getBoundingClientRect().height).to.be.at.least(44);
        page.element.remove();
      }
      await setWindow(1280, 900);
    });

    it('takes focus to a section from the contents, and leaves the address alone', async () => {
      const page = await openDialog();
      const before = location.href;
      page.root.querySelector('details')!.open = true;
      page.root.querySelector<HTMLElement>('a[href="#closure"]')!.click();
      await page.element.updateComplete;
      expect(textOf(focused())).to.equal('If the service closes');
      expect(location.href).to.equal(before);
    });
  });

  it('leads to footnotes and back, to any heading, and leaves the address alone', async () => {
    const text = `# Terms\n\n## One {#one}\n\nWords.[^1] [Down](#deep)\n\n${'Long. '.repeat(300)}\n\n## Two {#two}\n\n### Deep {#deep}\n\nText.\n\n[^1]: A binding note.\n`;
    const page = await openDialog({ children: markdownScript(text) });
    const before = location.href;
    expect(textOf(page.part('body'))).to.contain('A binding note.');
    const [mark, down, note] = page.root.querySelectorAll<HTMLElement>(
      '[part~="section"] a[href^="#"]',
    );
    mark!.click();
    expectFocusOn(note);
    expect(isInView(note!), 'the note is seen').to.be.true;
    note!.click();
    expectFocusOn(mark);
    expect(isInView(mark!), 'the mark is seen').to.be.true;
    down!.click();
    expect(textOf(focused())).to.equal('Deep');
    expect(location.href).to.equal(before);
  });

  it('leaves the links of the page in its slots alone', async () => {
    const link = document.createElement('a');
    link.slot = 'intro';
    link.href = '#elsewhere';
    const page = await openDialog({ children: link });
    let isPrevented: boolean | undefined;
    addEventListener(
      'click',
      (event) => {
        isPrevented = event.defaultPrevented;
        event.preventDefault();
      },
      { once: true },
    );
    link.click();
    expect(isPrevented).to.be.false;
    page.element.remove();
  });

  it('shows that it loads, with the choice explained, until the text is there', async () => {
    let arrive = () => {};
    const arrived = new Promise<void>((resolve) => (arrive = resolve));
    const service = cannedTermsService();
    const getTerms = service.getTerms.bind(service);
    service.getTerms = async (...parameters) => arrived.then(() => getTerms(...parameters));
    const page = await dialog({ service, attributes: { open: true } });
    await until(() => page.part('accept'), 'the choice is there');
    expect(page.part('actions')?.getAttribute('aria-busy')).to.equal('true');
    expect(page.part('accept')?.getAttribute('aria-disabled')).to.equal('true');
    expect(textOf(page.root.querySelector('#reason'))).to.contain('being loaded');
    await page.press('Accept');
    expect(service.decisions).to.have.length(0);
    arrive();
    await page.opens();
    expect(page.part('actions')?.hasAttribute('aria-busy')).to.be.false;
    expect(page.part('accept')?.hasAttribute('aria-disabled')).to.be.false;
    expectFocusOn(page.part('heading'));
  });

  it('stays modal, with its place, when it is moved', async () => {
    const page = await openDialog();
    const elsewhere = document.createElement('div');
    document.body.append(elsewhere);
    elsewhere.append(page.element);
    await until(() => page.isOpen, 'the dialog is modal again');
    await sendKeys({ press: 'Escape' });
    expect(page.isOpen).to.be.true;
    elsewhere.remove();
  });

  it('leaves nothing inert when it is removed while open', async () => {
    const page = await openDialog();
    page.element.remove();
    const button = document.createElement('button');
    document.body.append(button);
    button.focus();
    expectFocusOn(button);
    button.remove();
  });
});
