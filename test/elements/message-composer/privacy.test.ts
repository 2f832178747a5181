import { aTimeout, expect } from '@open-wc/testing';
import { cannedMessageService } from '../../../stories/services.js';
import { composer, TEXTS } from '../../support/message-composer.js';
import { count, resetPage, textOf, until, warnings } from '../../support/page.js';

const stored = () =>
  JSON.stringify([
    { ...localStorage },
    { ...sessionStorage },
    document.cookie,
    location.href,
    history.state,
  ]);

describe('lucka-message-composer and privacy', () => {
  afterEach(resetPage);

  it('keeps no text in any storage, in the address, in the console or in any event but lucka-message-send', async () => {
    const logged: unknown[] = [];
    const { log, warn, error, info } = console;
    for (const name of ['log', 'warn', 'error', 'info'] as const)
      console[name] = (...parts: unknown[]) => void logged.push(...parts);
    const page = await composer({
      attributes: { 'case-id': '1' },
      properties: { service: cannedMessageService() },
    });
    const told: string[] = [];
    for (const type of ['sent', 'error', 'language', 'notice', 'extend'])
      page.element.addEventListener(`lucka-message-${type}`, (event) =>
        told.push(JSON.stringify({ ...event })),
      );
    await page.write(`${TEXTS.swedish} Jag bifogar mitt pass.`);
    await aTimeout(1300);
    await page.press('Send message');
    await page.has('#receipt-heading');
    Object.assign(console, { log, warn, error, info });
    expect(told.length).to.be.greaterThan(1);
    for (const place of [...told, stored(), JSON.stringify(logged)])
      expect(place).not.to.include('bifogar');
  });

  it('comes back empty from the back/forward cache', async () => {
    const page = await composer();
    await page.write(TEXTS.swedish);
    window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
    await page.element.updateComplete;
    expect(page.area.value).to.equal('');
  });

  it('lets the browser ask before text is left behind, and only then', async () => {
    const page = await composer();
    const leave = () => {
      const event = new Event('beforeunload', { cancelable: true });
      window.dispatchEvent(event);
      return event.defaultPrevented;
    };
    expect(leave()).to.be.false;
    await page.write('Hej');
    expect(leave()).to.be.true;
    page.element.clear();
    expect(leave()).to.be.false;
  });

  describe('with draft="session"', () => {
    const attributes = { draft: 'session', 'case-id': '12-345678' };

    it('has the text again after a reload, says so, and forgets it when it is sent', async () => {
      const page = await composer({ attributes });
      await page.write(TEXTS.swedish);
      window.dispatchEvent(new PageTransitionEvent('pagehide'));
      page.element.remove();
      const again = await composer({ attributes, properties: { service: cannedMessageService() } });
      await until(() => again.area.value === TEXTS.swedish, 'the draft is back');
      await again.shows('The text you wrote before is still here.');
      await again.press('Send message');
      await again.has('#receipt-heading');
      expect(stored()).not.to.include('Amina');
    });

    it('keeps the drafts of two cases apart', async () => {
      const page = await composer({ attributes });
      await page.write(TEXTS.swedish);
      page.element.remove();
      const other = await composer({ attributes: { ...attributes, 'case-id': '99' } });
      await aTimeout(50);
      expect(other.area.value).to.equal('');
    });

    describe('without a case', () => {
      const ofSession = (token: string) =>
        composer({ attributes: { draft: 'session', 'csrf-token': token } });

      it('has the text again in the same session', async () => {
        const page = await ofSession('token-of-amina');
        await page.write(TEXTS.swedish);
        page.element.remove();
        const again = await ofSession('token-of-amina');
        await until(() => again.area.value === TEXTS.swedish, 'the draft is back');
        expect(stored()).not.to.include('token-of-amina');
      });

      it('shows it to nobody who logs in after this person in the same tab', async () => {
        const page = await ofSession('token-of-amina');
        await page.write(TEXTS.swedish);
        page.element.remove();
        const next = await ofSession('token-of-bo');
        await aTimeout(50);
        expect(next.area.value).to.equal('');
      });

      it('keeps nothing, and tells the web team why, where the page names no session', async () => {
        const caught = warnings();
        try {
          const page = await composer({ attributes: { draft: 'session' } });
          await page.write(TEXTS.swedish);
          page.element.remove();
          expect(stored()).not.to.include('Amina');
          expect(caught.texts.join()).to.include('draft').and.to.include('case-id');
        } finally {
          caught.restore();
        }
      });
    });

    it('sends one message when the tab was duplicated, and says in both that it was sent', async () => {
      const service = cannedMessageService();
      const page = await composer({ attributes, properties: { service } });
      await page.write(TEXTS.swedish);
      window.dispatchEvent(new PageTransitionEvent('pagehide'));
      const copied = { ...sessionStorage };
      await page.press('Send message');
      await page.has('#receipt-heading');
      page.element.remove();
      // The other tab: a copy of the storage of the moment when the tab was duplicated.
      for (const [key, value] of Object.entries(copied)) sessionStorage.setItem(key, value);
      const second = await composer({ attributes, properties: { service } });
      await until(() => second.area.value === TEXTS.swedish, 'the draft is there');
      await second.press('Send message');
      await second.has('#receipt-heading');
      // The same key and the same bytes: the server keeps one, and answers the second with its receipt.
      const [sent, again] = service.arrived;
      expect(again?.key).to.equal(sent?.key);
      expect(JSON.stringify(again?.message)).to.equal(JSON.stringify(sent?.message));
    });

    it('goes on where the storage is full of somebody else’s things', async () => {
      sessionStorage.setItem('lucka:draft:12-345678', '{"subject":1');
      const page = await composer({ attributes });
      await page.write('Hej');
      expect(page.area.value).to.equal('Hej');
    });
  });

  describe('on a shared computer', () => {
    const attributes = { 'shared-computer': true, draft: 'session', 'case-id': '1' };

    it('warns before writing, keeps nothing, and wipes the text when the page is left', async () => {
      const page = await composer({ attributes });
      await page.has('#shared');
      await page.shows('Your text will be deleted when you leave this page.');
      await page.write(TEXTS.swedish);
      await aTimeout(700);
      expect(stored()).not.to.include('Amina');
      window.dispatchEvent(new PageTransitionEvent('pagehide'));
      await page.element.updateComplete;
      expect(page.area.value).to.equal('');
    });

    it('says after sending what to do before leaving the computer', async () => {
      const page = await composer({ attributes, properties: { service: cannedMessageService() } });
      await page.write(TEXTS.swedish);
      await page.press('Send message');
      await page.has('#receipt-heading');
      const steps = textOf(page.part('shared'));
      for (const step of ['Log out.', 'Close the browser.', 'Clear cookies.'])
        expect(steps).to.include(step);
      expect(count(page.root, '[part="shared"] li')).to.equal(3);
    });
  });
});
