import { expect } from '@open-wc/testing';
import { picker, serviceAt } from '../../support/booking-picker.js';
import { eventsOf, expectFocusOn, resetPage, textOf, until, warnings } from '../../support/page.js';

const addressOf = (text: string) =>
  URL.createObjectURL(new Blob([text], { type: 'text/markdown' }));

describe('lucka-booking-picker, texts and slots', () => {
  afterEach(resetPage);

  it('shows the page’s own texts, and the built-in ones for sections that they lack', async () => {
    const src = addressOf(
      '## Do you have your letter at hand? {#gate}\n\nIt is **blue**. <b onclick="x()">No HTML.</b>\n',
    );
    const page = await picker({ attributes: { src } });
    await page.shows('Do you have your letter at hand?');
    expect(page.text).to.contain('It is blue. <b onclick="x()">No HTML.</b>');
    await page.answer('No, not yet', 'You have not received the letter yet');
  });

  it('shows the built-in texts when the page’s own cannot be had, and says so once', async () => {
    const caught = warnings();
    try {
      const page = await picker({ attributes: { src: '/there/is/nothing.md' } });
      await page.shows('Have you received your letter?');
      expect(caught.texts.join()).to.contain('<lucka-booking-picker> src:');
    } finally {
      caught.restore();
    }
  });

  it('follows a link of the texts to the part of the fold that it names', async () => {
    const page = await picker();
    const { href } = location;
    const fold = page.root.querySelector('details')!;
    fold.open = true;
    page.root.querySelector<HTMLAnchorElement>('a[href="#special-reasons"]')!.click();
    await page.settled();
    expectFocusOn(page.root.querySelector('[data-id="special-reasons"]'));
    expect(location.href).to.equal(href);
  });

  it('has places for the page’s own words', async () => {
    const page = await picker({ service: serviceAt() });
    const names = () =>
      [...page.root.querySelectorAll('slot')].map(({ name }) => name || 'default').join();
    expect(names()).to.equal('gate');
    await page.throughGate();
    expect(names()).to.equal('office-info');
    await until(() => page.part('next-free'), 'free times are known');
    await page.answer('Boden', 'Which day');
    await until(() => page.part('day'), 'days are known');
    await page.answer('Thursday 25', 'Which time');
    await page.answer('09:00', 'Check');
    expect(names()).to.equal('office-info');
    await page.press('Book this time');
    await page.shows('Your visit is booked');
    expect(names()).to.equal('after-booking');
  });

  it('begins anew on request of the page, and tells no step of it', async () => {
    const page = await picker();
    await page.toTimes();
    const told = eventsOf(page.element, 'lucka-booking-step');
    page.element.reset();
    await page.shows('Have you received your letter?');
    expect(told).to.have.lengthOf(0);
    expect(page.element.selectedSlot).to.equal(null);
    expect(page.element.value).to.equal('');
  });

  it('prints the receipt on a sheet of its own', async () => {
    const page = await picker();
    await page.book();
    const { print } = window;
    let sheet = '';
    const watch = new MutationObserver(() => {
      const frame = page.root.querySelector('iframe');
      if (frame?.contentWindow) frame.contentWindow.print = () => undefined;
      sheet = textOf(frame?.contentDocument?.body) || sheet;
    });
    watch.observe(page.root, { childList: true });
    try {
      await page.press('Print');
      await until(() => {
        sheet = textOf(page.root.querySelector('iframe')?.contentDocument?.body) || sheet;
        return sheet.includes('Your visit is booked');
      }, 'the sheet is there');
      expect(sheet).to.contain('Thursday 25 March 2027 at 09:00');
      expect(sheet).to.contain('there is a risk that you will not become a Swedish citizen');
    } finally {
      watch.disconnect();
      window.print = print;
    }
  });

  it('leaves no timer behind when it goes while a time is held or days are loading', async () => {
    const { setTimeout: wait, clearTimeout: clear } = window;
    const running = new Set<unknown>();
    window.setTimeout = ((act: () => void, milliseconds?: number) => {
      const timer = wait(() => {
        running.delete(timer);
        act();
      }, milliseconds);
      if ((milliseconds ?? 0) > 5000) running.add(timer);
      return timer;
    }) as typeof window.setTimeout;
    window.clearTimeout = (timer) => {
      running.delete(timer);
      clear(timer);
    };
    try {
      const page = await picker();
      await page.toCheck();
      expect(running.size).to.be.above(0);
      page.element.remove();
      await page.settled();
      expect(running.size).to.equal(0);
    } finally {
      Object.assign(window, { setTimeout: wait, clearTimeout: clear });
    }
  });
});
