import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { banner } from '../../support/maintenance-banner.js';
import { BEFORE, CLOSURE, clock, DISRUPTION, PLANNED } from '../../support/notices.js';
import {
  count,
  eventsOf,
  expectFocusOn,
  focused,
  resetPage,
  textOf,
  until,
} from '../../support/page.js';

const planned = (more = {}) => ({ notices: [PLANNED], now: clock(BEFORE), ...more });

describe('lucka-maintenance-banner and what was hidden', () => {
  afterEach(resetPage);

  it('must show 3: a dismissed planned notice returns when in progress', async () => {
    const page = await banner({ properties: planned() });
    const events = eventsOf(page.element, 'lucka-notice-dismiss');
    await page.press('dismiss');
    expect(events.map(({ id }) => id)).to.deep.equal(['planned-night']);
    expect(page.titles).to.deep.equal([]);
    expect(page.element.phase).to.equal('');
    await page.at('2026-12-02T12:00:00+01:00');
    expect(page.titles).to.deep.equal([]);
    await page.at('2026-12-05T22:00:00+01:00');
    expect(page.element.phase).to.equal('in-progress');
    expect(page.parts('dismiss')).to.have.lengthOf(0);
  });

  it('must show 3: a dismissed planned notice returns when its revision rises, and not before', async () => {
    const page = await banner({ properties: planned() });
    await page.press('dismiss');
    page.element.notices = [structuredClone(PLANNED)];
    await page.element.updateComplete;
    expect(page.titles).to.deep.equal([]);
    page.element.notices = [{ ...PLANNED, revision: 2 }];
    await page.element.updateComplete;
    expect(page.titles).to.have.lengthOf(1);
  });

  it('stays hidden on the next page without a flash', async () => {
    await (await banner({ properties: planned() })).press('dismiss');
    const element = document.createElement('lucka-maintenance-banner');
    Object.assign(element, planned());
    let seen = 0;
    document.body.append(element);
    const watch = new MutationObserver(
      () => (seen += count(element.shadowRoot, '[part~="notice"]')),
    );
    watch.observe(element.shadowRoot!, { childList: true, subtree: true });
    await element.updateComplete;
    await until(() => !element.shadowRoot?.querySelector('slot:not([name])'), 'it is known');
    watch.disconnect();
    element.remove();
    expect(seen).to.equal(0);
  });

  it('keeps what is unfolded, and the focus where it is, when a more urgent one comes first', async () => {
    const page = await banner({ properties: planned() });
    page.root.querySelector('summary')!.click();
    page.part('dismiss')!.focus();
    let moves = 0;
    page.part('dismiss')!.addEventListener('blur', () => moves++);
    page.element.notices = [PLANNED, DISRUPTION];
    await page.element.updateComplete;
    expect(moves).to.equal(0);
    const isOpen = [...page.root.querySelectorAll('details')].map(({ open }) => open);
    expect(page.parts('notice').map(({ dataset }) => dataset['id'])).to.deep.equal([
      'slow',
      'planned-night',
    ]);
    expect(isOpen[1]).to.equal(true);
    expectFocusOn(page.part('dismiss'));
  });

  it('remembers nothing on the device with storage="none"', async () => {
    const page = await banner({ attributes: { storage: 'none' }, properties: planned() });
    await page.press('dismiss');
    expect(page.titles).to.deep.equal([]);
    expect(localStorage).to.have.lengthOf(0);
    page.element.restore();
    await page.element.updateComplete;
    expect(page.titles).to.have.lengthOf(1);
  });

  it('shows again what was hidden on restore()', async () => {
    const page = await banner({ properties: planned() });
    page.element.dismiss('planned-night');
    await page.element.updateComplete;
    expect(page.titles).to.deep.equal([]);
    page.element.restore();
    await page.element.updateComplete;
    expect(page.titles).to.have.lengthOf(1);
    expect(page.status).to.equal('');
  });

  it('keeps the notice when the page cancels the event', async () => {
    const page = await banner({ properties: planned() });
    page.element.addEventListener('lucka-notice-dismiss', (event) => event.preventDefault());
    await page.press('dismiss');
    expect(page.titles).to.have.lengthOf(1);
  });

  it('offers no hiding of what is under way or not to be dismissed, and does not hide it', async () => {
    const page = await banner({
      properties: planned({ notices: [DISRUPTION, { ...PLANNED, dismissible: false }] }),
    });
    expect(page.parts('dismiss')).to.have.lengthOf(0);
    for (const { id } of page.element.activeNotices) page.element.dismiss(id);
    await page.element.updateComplete;
    expect(page.titles).to.have.lengthOf(2);
  });

  it('folds a closure, which opens again at 30, 14, 7, 3 and 1 days', async () => {
    const page = await banner({
      properties: { notices: [CLOSURE], now: clock('2027-02-23T12:00:00+01:00') },
    });
    const isFolded = () => !page.part('affected') && page.titles.length === 1;
    for (const instant of ['2027-03-01', '2027-03-17', '2027-03-24', '2027-03-28', '2027-03-30']) {
      await page.press('dismiss');
      expect(isFolded(), `folded before ${instant}`).to.equal(true);
      expect(page.element.phase).to.equal('closure');
      await page.at(`${instant}T${instant < '2027-03-28' ? '17:00:00+01:00' : '17:00:00+02:00'}`);
      expect(isFolded(), `open on ${instant}`).to.equal(false);
    }
    await page.press('dismiss');
    expect(textOf(page.part('dismiss'))).to.equal('Show more');
    await page.press('dismiss');
    expect(isFolded()).to.equal(false);
  });

  it('says that a person has hidden a notice, and nothing of what the page has hidden', async () => {
    const page = await banner({ properties: planned() });
    await page.press('dismiss');
    await until(() => page.status === 'The notice is hidden.', 'it is said');
    page.element.restore();
    await until(() => page.status === '', 'it is no longer so');
    page.element.dismiss(PLANNED.id);
    await page.element.updateComplete;
    expect([page.titles, page.status]).to.deep.equal([[], '']);
  });

  it('moves the focus to the next notice', async () => {
    const later = {
      ...PLANNED,
      id: 'later',
      title: { en: 'Another night', sv: 'En annan natt' },
      startsAt: '2026-12-06T02:00:00+01:00',
    };
    const page = await banner({ properties: planned({ notices: [PLANNED, later] }) });
    page.part('dismiss')!.focus();
    await sendKeys({ press: 'Enter' });
    await until(() => page.titles.length === 1, 'it has gone');
    await until(() => textOf(focused()) === 'Another night', 'the next has the focus');
  });

  it('keeps the focus at the notice when the button under it goes with its phase', async () => {
    const page = await banner({ properties: planned() });
    page.part('dismiss')!.focus();
    await page.at('2026-12-05T22:00:00+01:00');
    expect(page.parts('dismiss')).to.have.lengthOf(0);
    expectFocusOn(page.part('heading'));
  });

  it('never moves the focus by itself', async () => {
    const page = await banner({ properties: { notices: [], now: clock(BEFORE) } });
    const button = document.createElement('button');
    page.element.after(button);
    button.focus();
    page.element.notices = [PLANNED];
    for (const instant of [BEFORE, '2026-12-05T22:00:00+01:00', '2026-12-06T04:00:00+01:00']) {
      await page.at(instant);
      expectFocusOn(button);
    }
    button.remove();
  });

  it('moves the focus to the heading after the banner when the last has gone, and leaves no mark on it', async () => {
    const page = await banner({ properties: planned() });
    const [before, after, button] = [
      document.createElement('h2'),
      document.createElement('h2'),
      document.createElement('button'),
    ];
    before.textContent = 'Before';
    after.textContent = 'After';
    page.element.before(before);
    page.element.after(after, button);
    await page.press('dismiss');
    await until(() => document.activeElement === after, 'the heading has the focus');
    expectFocusOn(after);
    button.focus();
    expect(after.hasAttribute('tabindex')).to.equal(false);
    for (const each of [before, after, button]) each.remove();
  });
});
