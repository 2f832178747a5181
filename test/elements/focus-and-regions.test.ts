import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { banner } from '../support/maintenance-banner.js';
import type { MemoryBookings } from '../../src/testing.js';
import { picker, serviceAt } from '../support/booking-picker.js';
import { composer, TEXTS } from '../support/message-composer.js';
import { startingWizard, wizard } from '../support/document-wizard.js';
import { dialog, openDialog } from '../support/terms-dialog.js';
import { cannedMessageService, cannedTermsService } from '../../stories/services.js';
import { count, expectFocusOn, resetPage, textOf, until } from '../support/page.js';

/** Polite and assertive. */
const REGIONS = '[role="status"]:not([aria-live]), [aria-live="assertive"]';

/** Regions that screen readers do not announce yet (WAI-ARIA 1.2, `aria-busy`). */
const busyRegions = (root: ShadowRoot): number =>
  count(root, '[aria-busy="true"] [role="status"], [aria-busy="true"] [aria-live="assertive"]');

/** What the people who write and test these elements count on: see CONTRIBUTING. */
describe('what takes the focus and what is announced', () => {
  afterEach(resetPage);

  const VIEWS: readonly [string, () => Promise<ShadowRoot>][] = [
    ['the banner', async () => (await banner({ properties: { notices: [] } })).root],
    ['the picker', async () => (await picker()).root],
    ['the composer', async () => (await composer()).root],
    ['the wizard', async () => (await startingWizard()).root],
    ['the terms dialog', async () => (await openDialog()).root],
  ];

  for (const [name, open] of VIEWS)
    it(`has a polite and an assertive region at the root of ${name}, in the tree while they are empty`, async () => {
      const root = await open();
      for (const region of REGIONS.split(', ')) {
        const regions = root.querySelectorAll(`.root > ${region}, .root > div > ${region}`);
        expect(regions, region).to.have.length(1);
        for (const region of root.querySelectorAll(REGIONS)) {
          expect(textOf(region)).to.equal('');
          for (let each: Element | null = region; each; each = each.parentElement) {
            const { display, visibility } = getComputedStyle(each);
            expect([display, visibility]).not.to.include('none').and.not.to.include('hidden');
          }
        }
      }
    });

  const never = () => new Promise<never>(() => {});

  const LOADING: readonly [string, () => Promise<ShadowRoot>][] = [
    [
      'the banner',
      async () => (await banner({ properties: { service: { listNotices: never } } })).root,
    ],
    [
      'the wizard',
      async () => {
        const hangs = new ReadableStream();
        const { fetch } = window;
        window.fetch = async () => new Response(hangs);
        const { root } = await wizard({ attributes: { src: '/flow.md' } });
        window.fetch = fetch;
        return root;
      },
    ],
    [
      'the terms dialog',
      async () => {
        const service = { ...cannedTermsService(), getTerms: never };
        return (await dialog({ service, attributes: { open: true } })).root;
      },
    ],
  ];

  for (const [name, open] of LOADING)
    it(`does not hold back announcements while ${name} is loading`, async () => {
      const root = await open();
      await until(() => root.querySelector('[aria-busy="true"]'), 'it is busy');
      expect(busyRegions(root)).to.equal(0);
    });

  const SENDING: readonly [string, () => Promise<ShadowRoot>, string][] = [
    [
      'the picker',
      async () => {
        const service = Object.assign(serviceAt().lose('createBooking'), { findBooking: never });
        const page = await picker({ service });
        await page.toCheck();
        await page.press('Book this time');
        return page.root;
      },
      'The service did not respond',
    ],
    [
      'the terms dialog',
      async () => {
        const service = { ...cannedTermsService(), decideTerms: never };
        const page = await openDialog({ service });
        await page.press('Accept');
        return page.root;
      },
      'Saving',
    ],
    [
      'the composer',
      async () => {
        const page = await composer({ properties: { service: { sendMessage: never } } });
        page.element.value = TEXTS.english;
        await page.press('Send message');
        return page.root;
      },
      'Sending',
    ],
  ];

  for (const [name, send, text] of SENDING)
    it(`announces what ${name} sends outside of what is busy`, async () => {
      const root = await send();
      const announced = () =>
        [...root.querySelectorAll('[role="status"]')].find((each) => textOf(each).includes(text));
      await until(announced, `"${text}" is announced`);
      expect(busyRegions(root)).to.equal(0);
    });

  const FIELDS: readonly [string, () => Promise<ShadowRoot>, string][] = [
    ['message', async () => (await composer()).root, 'textarea'],
    ['subject', async () => (await composer()).root, '#subject'],
    [
      'office',
      async () => {
        const page = await picker();
        await page.throughGate();
        return page.root;
      },
      '#find',
    ],
  ];

  for (const [name, open, selector] of FIELDS)
    it(`keeps what is typed into the field for the ${name} from the page's shortcuts of one letter, and no other key`, async () => {
      const keys: string[] = [];
      const onKey = ({ key }: KeyboardEvent) => keys.push(key);
      document.addEventListener('keydown', onKey);
      try {
        const root = await open();
        const field = root.querySelector<HTMLInputElement | HTMLTextAreaElement>(selector);
        field?.focus();
        await sendKeys({ type: 's/?' });
        await sendKeys({ press: 'Escape' });
        const shortcut = { key: 'b', ctrlKey: true, bubbles: true, composed: true };
        field?.dispatchEvent(new KeyboardEvent('keydown', shortcut));
        expect(field?.value).to.equal('s/?');
        expect(keys).to.deep.equal(['Escape', 'b']);
      } finally {
        document.removeEventListener('keydown', onKey);
      }
    });

  it('shows tools that wait for a page that the terms are loading before their dialog opens', async () => {
    const service = { ...cannedTermsService(), getTerms: never };
    const { root } = await dialog({ service });
    await until(() => root.querySelector('[aria-busy="true"]'), 'it is busy');
    const { root: loaded } = await openDialog();
    expect(loaded.querySelector('[aria-busy="true"]') === null).to.be.true;
  });

  it('has a pair of regions in the terms dialog too, since the page is inert below it', async () => {
    const { root, modal } = await openDialog();
    expect(modal.querySelectorAll(REGIONS)).to.have.length(2);
    expect(root.querySelectorAll(REGIONS)).to.have.length(4);
  });

  it('keeps the regions of the picker while it goes through its steps', async () => {
    const page = await picker();
    const regions = [...page.root.querySelectorAll(REGIONS)];
    await page.book();
    const now = [...page.root.querySelectorAll(REGIONS)];
    expect(now.length === regions.length && now.every((each, i) => each === regions[i])).to.be.true;
  });

  it('gives everything that takes the focus by a script a role and a name', async () => {
    const nameless = (root: ShadowRoot) =>
      [...root.querySelectorAll<HTMLElement>('[tabindex="-1"]')]
        .filter(({ localName }) => !/^(?:h[1-6]|input|iframe)$/.test(localName))
        .filter((each) => {
          const named = each.getAttribute('aria-labelledby');
          const name =
            each.getAttribute('aria-label') ??
            (named && textOf(root.getElementById(named))) ??
            textOf(each.querySelector(':scope > legend'));
          return !name || !(each.role ?? (each.localName === 'fieldset' && 'group'));
        })
        .map((each) => each.outerHTML.slice(0, 120));
    const pickerPage = await picker();
    await pickerPage.press('Continue');
    const seen = [nameless(pickerPage.root)];
    await pickerPage.toCheck();
    seen.push(nameless(pickerPage.root));
    await pickerPage.press('Book this time');
    await pickerPage.shows('Your visit is booked');
    seen.push(nameless(pickerPage.root));
    const composerPage = await composer({ properties: { service: cannedMessageService() } });
    await composerPage.press('Send message');
    seen.push(nameless(composerPage.root));
    const wizardPage = await startingWizard();
    await wizardPage.press('start');
    await wizardPage.press('continue');
    await until(() => wizardPage.part('error-summary'), 'the summary is shown');
    seen.push(nameless(wizardPage.root), nameless((await openDialog()).root));
    expect(seen.flat()).to.deep.equal([]);
  });

  /** The description of the box about what failed. */
  const reasonIn = (root: ShadowRoot): string => {
    const id = root.querySelector('#problem')?.getAttribute('aria-describedby');
    return textOf(root.getElementById(id ?? ''));
  };

  it('describes the group that takes the focus by the error, and its answers, in the picker', async () => {
    const page = await picker();
    page.root.querySelector<HTMLElement>('.mark')?.focus();
    await sendKeys({ press: 'Enter' });
    await page.says('Choose an answer');
    const group = page.root.querySelector('fieldset');
    expectFocusOn(group);
    for (const each of [group, page.root.querySelector('.mark')])
      expect(each?.getAttribute('aria-describedby')).to.equal('error');
    expect(textOf(page.root.querySelector('#error'))).to.equal('Choose an answer');
  });

  it('describes the box that takes the focus by the reason when a time was taken', async () => {
    const page = await picker({ service: serviceAt().fail('createHold', 'slot-taken') });
    await page.toTimes();
    await page.choose('09:00');
    await page.press('Continue');
    await until(() => page.root.querySelector('#problem'), 'it fails');
    expect(reasonIn(page.root)).to.contain('You have not booked anything yet.');
  });

  const FAILURES: readonly [string, Parameters<MemoryBookings['fail']>[2], string][] = [
    ['internal', {}, 'There is a problem with the service. Try again later.'],
    ['rate-limited', { retryAfter: 90 }, 'You have tried too many times. Try again after'],
    ['already-booked', {}, 'You can change it to another time or cancel it.'],
    ['hold-expired', { problem: { slotFree: true } }, 'The time is still available'],
  ];

  for (const [code, details, reason] of FAILURES)
    it(`describes the box that takes the focus by the reason, in the picker: ${code}, “${reason}”`, async () => {
      const service = serviceAt().fail('createBooking', code, details);
      const page = await picker({ service });
      await page.toCheck();
      await page.press('Book this time');
      await until(() => page.root.querySelector('#problem'), 'it fails');
      expect(reasonIn(page.root)).to.contain(reason);
    });

  it('names the form that takes the focus when a person writes another message', async () => {
    const page = await composer({ properties: { service: cannedMessageService() } });
    page.element.value = TEXTS.english;
    await page.press('Send message');
    await until(() => page.root.querySelector('#receipt'), 'it is sent');
    await page.press('Write another message');
    const form = page.root.querySelector('#step');
    expectFocusOn(form);
    expect(form?.role).to.equal('group');
    expect(textOf(page.root.getElementById(form?.getAttribute('aria-labelledby') ?? ''))).to.equal(
      'Send a secure message',
    );
  });

  it('makes new controls for each step of the picker', async () => {
    const page = await picker();
    const before = [...page.root.querySelectorAll('form, fieldset, input, h2')];
    await page.throughGate();
    const kept = [...page.root.querySelectorAll('*')].filter((each) => before.includes(each));
    expect(kept).to.have.length(0);
  });
});
