import { expect } from '@open-wc/testing';
import { banner } from '../../support/maintenance-banner.js';
import { BEFORE, clock, DISRUPTION, PLANNED } from '../../support/notices.js';
import { eventsOf, resetPage, textOf, until, warnings } from '../../support/page.js';

/** Answers of a server, one after the other; the last again and again. */
function answers(...list: (() => Response | Promise<Response>)[]) {
  const { fetch } = window;
  const requests: RequestInit[] = [];
  window.fetch = (_address, init = {}) => {
    requests.push(init);
    const answer = list.length > 1 ? list.shift() : list[0];
    return Promise.resolve().then(() => answer!());
  };
  return { requests, restore: () => (window.fetch = fetch) };
}

const feed =
  (...notices: unknown[]) =>
  () =>
    Response.json({ generatedAt: BEFORE, notices });
const offline = () => Promise.reject<Response>(new TypeError('offline'));
const status = (code: number) => () => new Response('', { status: code });

let count = 0;
/** Another address for each test: a page has one poller an address. */
const address = () => `/feed-${++count}.json`;
const fallback = () => {
  const link = document.createElement('a');
  link.href = '#phone';
  link.textContent = 'Call us';
  return link;
};

describe('lucka-maintenance-banner and its feed', () => {
  let server: ReturnType<typeof answers>;
  afterEach(() => {
    server?.restore();
    resetPage();
  });

  const fromFeed = (src: string, more = {}) =>
    banner({
      attributes: { src },
      properties: { now: clock(BEFORE), ...more },
      children: fallback(),
    });

  it('asks without cookies, and lets the browser ask whether the feed has changed', async () => {
    server = answers(feed(PLANNED));
    const page = await fromFeed(address());
    await page.shows('My page closes');
    const [{ cache, credentials, headers } = {}] = server.requests;
    expect([cache, credentials]).to.deep.equal(['no-cache', 'omit']);
    expect(Object.keys(headers ?? {})).to.deep.equal(['accept']);
    expect(page.showsSlot).to.equal(false);
  });

  it('shows what the page put inside until the first answer, and hides it for an empty feed, 404 and 410', async () => {
    for (const answer of [feed(), status(404), status(410)]) {
      let open = () => {};
      const wait = new Promise<void>((done) => (open = done));
      server = answers(async () => (await wait, answer()));
      const page = await fromFeed(address());
      const errors = eventsOf(page.element, 'lucka-notice-error');
      expect(page.showsSlot).to.equal(true);
      open();
      await until(() => !page.showsSlot, 'it is hidden');
      expect(errors).to.have.lengthOf(0);
      expect(page.text).to.equal('');
      server.restore();
    }
  });

  it('must show 4: offline after one good load it shows the notice with its age', async () => {
    server = answers(feed(PLANNED), offline);
    const page = await fromFeed(address());
    const errors = eventsOf(page.element, 'lucka-notice-error');
    await page.shows('My page closes');
    await page.element.refresh();
    expect(errors.map(({ code, ageSeconds }) => [code, ageSeconds])).to.deep.equal([
      ['network', 0],
    ]);
    expect(page.titles).to.have.lengthOf(1);
    expect(textOf(page.part('stale'))).to.match(
      /^Last checked (?:.* at )?\d\d:\d\d\. Newer information is not available/,
    );
    expect(page.status).to.equal('');
  });

  it('must show 4: offline on another page it shows the last known notice with its age', async () => {
    server = answers(feed(PLANNED), offline);
    const src = address();
    const first = await fromFeed(src);
    await first.shows('My page closes');
    first.element.remove();
    // Another page has another poller; the key is the address as the page wrote it.
    const stored = localStorage.getItem(`lucka:notices:${src}`);
    localStorage.setItem(
      `lucka:notices:${src}?`,
      stored!.replace(/"at":\d+/, `"at":${Date.now() - 7_200_000}`),
    );
    const page = await fromFeed(`${src}?`);
    await page.shows('Last checked');
    expect(page.titles).to.have.lengthOf(1);
    expect(page.showsSlot).to.equal(false);
  });

  it('must show 4: fresh and offline it shows the slotted content, without alarm', async () => {
    server = answers(offline);
    const page = await fromFeed(address());
    const errors = eventsOf(page.element, 'lucka-notice-error');
    await page.element.refresh();
    expect(errors.at(-1)?.ageSeconds).to.equal(undefined);
    expect(page.showsSlot).to.equal(true);
    expect([page.text, page.status]).to.deep.equal(['', '']);
  });

  it('shows nothing that is older than seven days, that is past its end, or that another script wrote', async () => {
    const kept = (at: number, notices: unknown) => JSON.stringify({ at, notices });
    const days = (count_: number) => Date.now() - count_ * 86_400_000;
    const cases: [string, string, string][] = [
      ['eight days old', kept(days(8), [PLANNED]), BEFORE],
      ['past its end', kept(days(1), [PLANNED]), '2026-12-06T05:00:00+01:00'],
      ['not ours', '{"at":"x","notices":7}', BEFORE],
      ['not JSON', '<br>', BEFORE],
    ];
    for (const [name, stored, now] of cases) {
      server = answers(offline);
      const src = address();
      localStorage.setItem(`lucka:notices:${src}`, stored);
      const page = await fromFeed(src, { now: clock(now) });
      await page.element.refresh();
      expect(page.titles, name).to.deep.equal([]);
      server.restore();
    }
  });

  it('keeps the notices when the server is broken, lies, or sends too much', async () => {
    const broken: [string, () => Response][] = [
      ['http', status(500)],
      ['malformed-answer', () => new Response('{"notices": [')],
      ['malformed-answer', () => Response.json({ notices: 'none' })],
      ['malformed-answer', () => new Response('<h1>Log in</h1>')],
      ['too-large', () => Response.json({ notices: ['x'.repeat(600_000)] })],
    ];
    for (const [code, answer] of broken) {
      server = answers(feed(PLANNED), answer);
      const page = await fromFeed(address());
      const errors = eventsOf(page.element, 'lucka-notice-error');
      await page.shows('My page closes');
      await page.element.refresh();
      expect(errors.map((event) => event.code)).to.deep.equal([code]);
      expect(page.titles).to.have.lengthOf(1);
      server.restore();
    }
  });

  it('goes by the server’s clock where it is known, and never corrects a clock that the page set', async () => {
    const night = () =>
      new Response(JSON.stringify({ notices: [PLANNED] }), {
        headers: { date: 'Sat, 05 Dec 2026 20:00:00 GMT', age: '7200' },
      });
    server = answers(night);
    const page = await fromFeed(address(), { now: undefined });
    await page.shows('In progress');
    page.element.now = clock(BEFORE);
    expect(page.element.phase).to.equal('planned');
  });

  it('shows a server’s notices from inside the tag at once, and then those of the feed', async () => {
    server = answers(feed(DISRUPTION));
    const script = document.createElement('script');
    script.type = 'application/json';
    script.textContent = JSON.stringify({ generatedAt: BEFORE, notices: [PLANNED] });
    const page = await banner({ properties: { now: clock(BEFORE) }, children: script });
    expect(page.titles).to.deep.equal(['My page closes for maintenance']);
    page.element.src = address();
    await page.shows('Sending messages is slow');
    expect(page.titles).to.have.lengthOf(1);
  });

  it('warns and keeps what the page put inside when that is no feed', async () => {
    const script = document.createElement('script');
    script.type = 'application/json';
    script.textContent = '{"notices": [';
    const { texts, restore } = warnings();
    const page = await banner({ children: script });
    restore();
    expect(page.showsSlot).to.equal(true);
    expect(texts.join()).to.match(/script: is no feed of notices/);
  });

  it('asks nobody when the page gave no address', async () => {
    server = answers(feed(PLANNED));
    const page = await banner({ properties: { notices: [PLANNED], now: clock(BEFORE) } });
    await page.element.refresh();
    expect(server.requests).to.have.lengthOf(0);
  });

  for (const [format, file, shown, affected] of [
    [
      'statuspage',
      'statuspage-summary',
      ['in-progress: Messages are not delivered', 'planned: My page is upgraded'],
      'Secure messages',
    ],
    [
      'cstate',
      'cstate-6',
      [
        'in-progress: Some letters are late',
        'in-progress: People cannot log in',
        'in-progress: Messages arrive late',
        'planned: Maintenance of My page',
        'planned: The telephone moves',
        'planned: New opening hours on the telephone',
        'planned: A new look',
      ],
      'Messages',
    ],
  ] as const) {
    it(`must show 9: a real ${format} answer shows like our own feed`, async () => {
      const src = new URL(`../../services/fixtures/${file}.json`, import.meta.url).href;
      for (const attribute of ['auto', format]) {
        const page = await banner({
          attributes: { src: `${src}?${attribute}`, format: attribute },
          properties: { now: clock('2026-12-01T12:00:00+01:00') },
        });
        const invalid = eventsOf(page.element, 'lucka-notice-invalid');
        await page.shows(shown[0].replace(/^.*: /, ''));
        const titles = page.element.activeNotices.map(
          ({ phase, title }) => `${phase}: ${title.en}`,
        );
        expect(titles).to.deep.equal(shown);
        await page.shows('Not available:');
        await page.shows(affected);
        expect(invalid).to.have.lengthOf(0);
        const touched = page.element.activeNotices.filter((notice) =>
          notice.affected.includes(affected),
        );
        page.element.affectedService = affected.replace(' ', '-').toLowerCase();
        await page.element.updateComplete;
        expect(page.element.activeNotices).to.have.lengthOf(touched.length);
      }
    });
  }
});

describe('lucka-maintenance-banner and time zones', () => {
  const { DateTimeFormat } = Intl;
  afterEach(() => {
    Intl.DateTimeFormat = DateTimeFormat;
    resetPage();
  });

  /** A browser somewhere else. */
  function live(timeZone: string): void {
    const Fake = function (lang?: string, options: Intl.DateTimeFormatOptions = {}) {
      return new DateTimeFormat(lang, { timeZone, ...options });
    };
    Intl.DateTimeFormat = Object.assign(Fake, DateTimeFormat) as unknown as typeof DateTimeFormat;
  }

  it('must show 6: a browser in New York shows Swedish time, labelled, and its own', async () => {
    live('America/New_York');
    const page = await banner({ properties: { notices: [PLANNED], now: clock(BEFORE) } });
    expect(page.parts('time').map(textOf)).to.deep.equal([
      'From Saturday 5 December 2026 at 22:00 to Sunday 6 December 2026 at 04:00 (Swedish time)',
      'From Saturday 5 December 2026 at 16:00 to Saturday 5 December 2026 at 22:00 (in your local time)',
    ]);
    const times = [...page.part('time')!.querySelectorAll('time')].map(({ dateTime }) => dateTime);
    expect(times).to.deep.equal([PLANNED.startsAt, PLANNED.endsAt]);
  });

  it('shows one time where the clocks agree', async () => {
    live('Europe/Berlin');
    const page = await banner({ properties: { notices: [PLANNED], now: clock(BEFORE) } });
    expect(page.parts('time')).to.have.lengthOf(1);
  });

  it('shows another time zone by its name', async () => {
    live('Europe/Helsinki');
    const page = await banner({
      attributes: { 'time-zone': 'Europe/Helsinki' },
      properties: { notices: [PLANNED], now: clock(BEFORE) },
    });
    expect(page.parts('time').map(textOf)).to.deep.equal([
      'From Saturday 5 December 2026 at 23:00 to Sunday 6 December 2026 at 05:00 (Eastern European Standard Time)',
    ]);
  });
});

describe('lucka-maintenance-banner and calendars', () => {
  afterEach(resetPage);

  /** The file that a press on the button offers. */
  async function fileOf(
    notices: readonly unknown[],
    lang = 'en',
  ): Promise<{ name: string; text: string }> {
    const page = await banner({ lang, properties: { notices, now: clock(BEFORE) } });
    await until(() => page.part('calendar'), 'the button is there');
    const { createObjectURL } = URL;
    let blob: Blob | undefined;
    let name = '';
    URL.createObjectURL = (given: Blob | MediaSource) => ((blob = given as Blob), 'blob:none');
    const catchClick = (event: Event) => {
      event.preventDefault();
      name = (event.target as HTMLAnchorElement).download;
    };
    const { click } = HTMLAnchorElement.prototype;
    HTMLAnchorElement.prototype.click = function () {
      catchClick({ target: this, preventDefault: () => {} } as unknown as Event);
    };
    await page.press('calendar');
    await until(() => blob, 'a file is offered');
    HTMLAnchorElement.prototype.click = click;
    URL.createObjectURL = createObjectURL;
    return { name, text: await blob!.text() };
  }

  const valueOf = (text: string, name: string) =>
    new RegExp(`^${name}:(.*)$`, 'm').exec(text.replace(/\r\n /g, '').replace(/\r/g, ''))?.[1];

  it('must show 8: the calendar file has a stable UID, SEQUENCE = revision, UTC, escapes and folded lines', async () => {
    const title = {
      en: 'My page; closed, for a night\\day',
      sv: 'Min sida är stängd en hel natt, och det betyder att ingen kan logga in på sidan alls; åäö',
    };
    const { name, text } = await fileOf([{ ...PLANNED, title, revision: 3 }]);
    expect(name).to.equal('planned-night.ics');
    expect(valueOf(text, 'UID')).to.match(/^planned-night@/);
    expect(valueOf(text, 'SEQUENCE')).to.equal('3');
    expect(valueOf(text, 'DTSTART')).to.equal('20261205T210000Z');
    expect(valueOf(text, 'DTEND')).to.equal('20261206T030000Z');
    expect(valueOf(text, 'SUMMARY')).to.equal('My page\\; closed\\, for a night\\\\day');
    const swedish = await fileOf([{ ...PLANNED, title, revision: 4 }], 'sv');
    const lines = swedish.text.split('\r\n');
    for (const line of lines) expect(new TextEncoder().encode(line).length).to.be.at.most(75);
    // Importing it again updates the same appointment.
    expect(valueOf(swedish.text, 'UID')).to.equal(valueOf(text, 'UID'));
    expect(valueOf(swedish.text, 'SEQUENCE')).to.equal('4');
  });
});

describe('lucka-maintenance-banner and the message composer', () => {
  afterEach(resetPage);

  it('tells the composer when messages cannot be sent, and when they can again', async () => {
    const { composer } = await import('../../support/message-composer.js');
    const page = await banner({ properties: { notices: [PLANNED], now: clock(BEFORE) } });
    page.element.id = 'service-notice';
    const form = await composer({ attributes: { 'service-status': 'service-notice' } });
    expect(form.text).not.to.include('cannot be sent at the moment');
    await page.at('2026-12-05T23:00:00+01:00');
    await form.shows('This is planned to end on 6 December 2026 at 04:00 (Swedish time).');
    page.element.notices = [];
    await form.lacks('#interruption');
  });
});
