import { aTimeout, expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { composer, TEXTS } from '../../support/message-composer.js';
import { count, eventsOf, resetPage, until, waitsDuring } from '../../support/page.js';

const inSeconds = (seconds: number) => new Date(Date.now() + seconds * 1000).toISOString();

describe('lucka-message-composer and the session', () => {
  afterEach(resetPage);

  it('says nothing while the end is far', async () => {
    const page = await composer({ attributes: { 'session-expires-at': inSeconds(1800) } });
    expect(count(page.root, '#session')).to.equal(0);
  });

  it('warns two minutes before the end', async () => {
    const page = await composer({ attributes: { 'session-expires-at': inSeconds(120.4) } });
    expect(count(page.root, '#session')).to.equal(0);
    await page.has('#session');
    await until(() => page.status.includes('You will be logged out at'), 'it is said');
  });

  it('waits at most a minute at a time, since a computer that sleeps stops the timers', async () => {
    const waits = await waitsDuring(() =>
      composer({ attributes: { 'session-expires-at': inSeconds(1800) } }),
    );
    expect(waits).to.include(60_000);
    expect(Math.max(...waits)).to.equal(60_000);
  });

  it('is extended by one key press, ten times', async () => {
    const page = await composer();
    page.element.addEventListener('lucka-message-extend', () => {
      page.element.sessionExpiresAt = inSeconds(1800);
    });
    const events = eventsOf(page.element, 'lucka-message-extend');
    await page.write(TEXTS.swedish);
    for (let time = 1; time <= 10; time++) {
      page.element.sessionExpiresAt = inSeconds(60);
      await page.has('#session');
      page.area.focus();
      await sendKeys({ press: 'Shift' });
      await page.lacks('#session');
      expect(events).to.have.lengthOf(time);
    }
  });

  it('asks once when the key is pressed on the button', async () => {
    const page = await composer();
    const events = eventsOf(page.element, 'lucka-message-extend');
    page.element.sessionExpiresAt = inSeconds(60);
    await page.has('#session button');
    page.button('Stay logged in').focus();
    await sendKeys({ press: 'Enter' });
    await aTimeout(50);
    expect(events).to.have.lengthOf(1);
  });

  it('offers no button, only the time, where nobody can prolong the session', async () => {
    const page = await composer({ attributes: { 'session-expires-at': inSeconds(60) } });
    await page.has('#session');
    expect(count(page.root, '#session button')).to.equal(0);
    await page.shows('Send your message before then, or copy your text.');
  });

  it('offers to copy the text there, once there is one', async () => {
    const page = await composer({ attributes: { 'session-expires-at': inSeconds(60) } });
    await page.write('When will I get an answer?');
    await page.has('#session button');
    const written: string[] = [];
    const clipboard = { writeText: (text: string) => Promise.resolve(void written.push(text)) };
    Object.defineProperty(navigator, 'clipboard', { value: clipboard, configurable: true });
    await page.press('Copy my text');
    await until(() => page.status === 'Your text has been copied.', 'it is said');
    Reflect.deleteProperty(navigator, 'clipboard');
    expect(written).to.deep.equal(['When will I get an answer?']);
  });

  it('says that the text could not be copied when what copies cannot be loaded', async () => {
    const page = await composer({ attributes: { 'session-expires-at': inSeconds(60) } });
    await page.write('When will I get an answer?');
    page.element.copyText = () => Promise.reject(new TypeError('Failed to fetch'));
    await page.has('#session button');
    await page.press('Copy my text');
    await until(() => page.status === 'Your text could not be copied.', 'it is said');
  });

  it('says so when the page says that it is not possible', async () => {
    const page = await composer();
    page.element.addEventListener('lucka-message-extend', (event) => event.preventDefault());
    page.element.sessionExpiresAt = inSeconds(60);
    await page.has('#session button');
    await page.press('Stay logged in');
    await page.shows('You cannot stay logged in.');
  });

  it('keeps the text when the session has ended', async () => {
    const page = await composer();
    await page.write(TEXTS.swedish);
    page.element.sessionExpiresAt = inSeconds(0.4);
    await page.shows('You have been logged out');
    expect(page.area.value).to.equal(TEXTS.swedish);
  });

  it('takes the warning away when another tab has prolonged the session', async () => {
    const page = await composer({ attributes: { 'session-expires-at': inSeconds(60) } });
    await page.has('#session');
    const otherTab = new BroadcastChannel('lucka-session');
    otherTab.postMessage(Date.now() + 1_800_000);
    await page.lacks('#session');
    otherTab.close();
  });

  it('ignores what else is said between tabs', async () => {
    const page = await composer({ attributes: { 'session-expires-at': inSeconds(60) } });
    await page.has('#session');
    const otherTab = new BroadcastChannel('lucka-session');
    for (const message of ['soon', Date.now() + 1000, { endsAt: 1 }]) otherTab.postMessage(message);
    await aTimeout(100);
    otherTab.close();
    expect(count(page.root, '#session')).to.equal(1);
  });
});

describe('lucka-message-composer and an interruption', () => {
  afterEach(resetPage);

  it('says when messages cannot be sent, and when it ends, and switches nothing off', async () => {
    const banner = document.createElement('div');
    banner.id = 'banner';
    document.body.append(banner);
    const page = await composer({ attributes: { 'service-status': 'banner' } });
    expect(count(page.root, '#interruption')).to.equal(0);
    const notice = {
      phase: 'in-progress',
      affected: ['messages'],
      impact: 'unavailable',
      endsAt: '2026-12-06T04:00:00+01:00',
    };
    Object.assign(banner, { activeNotices: [notice] });
    banner.dispatchEvent(new Event('lucka-notice-phase', { bubbles: true, composed: true }));
    await page.shows('This is planned to end on 6 December 2026 at 04:00 (Swedish time).');
    expect(page.part('send')?.getAttribute('aria-disabled')).to.equal(null);
    Object.assign(banner, { activeNotices: [{ ...notice, impact: 'slow' }] });
    banner.dispatchEvent(new Event('lucka-notice-phase', { bubbles: true }));
    await page.lacks('#interruption');
    banner.remove();
  });
});
