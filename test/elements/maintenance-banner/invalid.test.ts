import { expect } from '@open-wc/testing';
import { banner } from '../../support/maintenance-banner.js';
import { BEFORE, CLOSURE, clock, DISRUPTION, PLANNED } from '../../support/notices.js';
import { count, eventsOf, expectFocusOn, resetPage, textOf, until } from '../../support/page.js';

describe('lucka-maintenance-banner and notices that break a rule', () => {
  afterEach(resetPage);

  it('must show 2: a closure at 29 days 23 h 59 min is told to the page, and still shown to people', async () => {
    const closure = {
      ...CLOSURE,
      publishedAt: '2027-10-02T04:00:00+02:00',
      closesAt: '2027-11-01T03:59:00+01:00',
    };
    const page = await banner();
    const events = eventsOf(page.element, 'lucka-notice-invalid');
    Object.assign(page.element, { notices: [closure], now: clock('2027-10-03T12:00:00+02:00') });
    await page.element.updateComplete;
    expect(events.map(({ id, rule }) => [id, rule])).to.deep.equal([
      ['closure', 'closure-30-days'],
    ]);
    expect(page.titles).to.deep.equal(['The message service closes']);
    page.element.notices = [structuredClone(closure)];
    await page.element.updateComplete;
    expect(events).to.have.lengthOf(1);
  });

  it('must show 7: of three notices one malformed, two show and one event comes', async () => {
    const malformed: [string, unknown][] = [
      ['required', { id: 'bad' }],
      ['no-offset', { ...PLANNED, id: 'bad', startsAt: '2026-12-05T22:00:00' }],
      ['date-time', { ...PLANNED, id: 'bad', endsAt: 'tomorrow' }],
      ['end-before-start', { ...PLANNED, id: 'bad', endsAt: '2026-12-05T21:00:00+01:00' }],
      ['missing-language', { ...PLANNED, id: 'bad', title: undefined }],
      ['required', null],
      ['required', 'a notice'],
    ];
    for (const [rule, bad] of malformed) {
      const page = await banner({ properties: { now: clock(BEFORE) } });
      const events = eventsOf(page.element, 'lucka-notice-invalid');
      page.element.notices = [PLANNED, bad, DISRUPTION];
      await page.element.updateComplete;
      expect(page.titles, rule).to.have.lengthOf(2);
      expect(events.map((event) => event.rule)).to.deep.equal([rule]);
    }
  });

  it('shows a notice in the language that it has, marked, and tells the page', async () => {
    const page = await banner({ lang: 'sv', properties: { now: clock(BEFORE) } });
    const events = eventsOf(page.element, 'lucka-notice-invalid');
    page.element.notices = [{ ...PLANNED, title: { en: 'Only in English' } }];
    await until(() => page.titles.length, 'it is shown');
    expect(page.titles).to.deep.equal(['Only in English']);
    expect(page.part('heading')?.querySelector('[lang]')?.getAttribute('lang')).to.equal('en');
    expect(events.map(({ rule }) => rule)).to.deep.equal(['missing-language']);
  });

  it('must show 7: hostile Markdown does nothing', async () => {
    const hostile = [
      '<img src=x onerror="window.hacked = 1"><script>window.hacked = 1</script>',
      '[click](javascript:window.hacked=1) ![spy](https://spy.example/x.png)',
      '<iframe src="https://spy.example"></iframe> **bold** `code`',
      '> '.repeat(3000),
    ];
    for (const text of hostile) {
      const page = await banner({ properties: { now: clock(BEFORE) } });
      const body = { en: text, sv: text };
      page.element.notices = [
        {
          ...DISRUPTION,
          title: body,
          body,
          whatToDo: { en: [text], sv: [text] },
          moreHref: 'javascript:window.hacked=1',
          affected: [text],
        },
      ];
      await page.element.updateComplete;
      await new Promise((done) => setTimeout(done, 150));
      expect(count(page.root, 'img, script, iframe, [href^="javascript"], [onerror]')).to.equal(0);
      expect((window as { hacked?: number }).hacked).to.equal(undefined);
    }
  });

  it('decodes characters, breaks lines and hides comments in the text of a notice', async () => {
    const text = 'Ring 08&thinsp;12&check;<!-- internal --><br>p&aring; m&aring;ndag';
    const body = { en: text, sv: text };
    const page = await banner({
      properties: { notices: [{ ...DISRUPTION, body }], now: clock(BEFORE) },
    });
    await until(() => count(page.root, 'br'), 'the parser is loaded');
    expect(textOf(page.part('body'))).to.equal('Ring 08 12✓på måndag');
  });

  it('leads to the footnotes of its own text and back, and leaves the address alone', async () => {
    const body = { en: 'Slow.[^1]\n\n[^1]: Only messages.', sv: 'Trögt.' };
    const page = await banner({
      properties: {
        notices: [
          { ...DISRUPTION, id: 'one', body },
          { ...DISRUPTION, id: 'two', body },
        ],
        now: clock(BEFORE),
      },
    });
    await until(() => page.root.querySelectorAll('a[href^="#"]').length === 4, 'both are drawn');
    const [, , mark, note] = page.root.querySelectorAll<HTMLElement>('a[href^="#"]');
    const address = location.href;
    mark?.click();
    expectFocusOn(note);
    note?.click();
    expectFocusOn(mark);
    expect(location.href).to.equal(address);
  });

  it('draws Markdown once the notice is on show, and never loads the parser for plain text', async () => {
    const loaded = () =>
      performance.getEntriesByType('resource').filter(({ name }) => name.includes('markdown-body'))
        .length;
    performance.clearResourceTimings();
    const plain = { en: 'One.\n\nTwo: "three" – 4 (five), 100 %. Call 077-123 52 35!', sv: 'Ett.' };
    const page = await banner({
      properties: { notices: [{ ...DISRUPTION, body: plain }], now: clock(BEFORE) },
    });
    expect(count(page.part('body'), 'p')).to.equal(2);
    expect(loaded()).to.equal(0);
    page.element.notices = [{ ...DISRUPTION, body: { en: 'It closes on **28 March**.', sv: 'X' } }];
    await until(() => count(page.part('body'), 'strong'), 'it is drawn');
    expect(textOf(page.part('body'))).to.equal('It closes on 28 March.');
  });

  it('shows what it can of whatever a server sends, and never throws', async () => {
    const values = [
      null,
      undefined,
      7,
      '',
      'text',
      [],
      {},
      [null],
      { en: 7, sv: [] },
      true,
      '2026-12-05T22:00:00+01:00',
    ];
    let random = 11;
    const dice = (sides: number) => (random = (random * 48_271) % 2_147_483_647) % sides;
    const names = [...Object.keys(PLANNED), 'verifyingAt', 'endedAt', 'closesAt', 'moreHref'];
    const page = await banner({ properties: { now: clock(BEFORE) } });
    for (let times = 0; times < 200; times++) {
      const bad: Record<string, unknown> = { ...PLANNED, id: `bad-${times}` };
      for (let changes = dice(4) + 1; changes; changes--)
        bad[names[dice(names.length)]!] = values[dice(values.length)];
      page.element.notices = [bad, DISRUPTION];
      await page.element.updateComplete;
      expect(page.titles, JSON.stringify(bad)).to.include('Sending messages is slow');
    }
  });

  it('never shows the marks of sources as text', async () => {
    const marked = { en: 'As short as it can.[^T46] Ours. {editorial}', sv: 'Kort.[^T46]' };
    const page = await banner({
      properties: {
        notices: [
          { ...DISRUPTION, title: marked, body: marked, whatToDo: { en: [marked.en], sv: [] } },
        ],
        now: clock(BEFORE),
      },
    });
    expect(page.text).not.to.match(/\[\^|editorial/);
    await page.shows('As short as it can. Ours.');
  });
});
