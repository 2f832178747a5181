import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import type { LuckaBookingPicker } from '../src/elements/booking-picker/booking-picker.js';
import '../src/booking-picker.js';
import { memoryBookingService, type MemoryBookings } from '../src/testing.js';

type Story = StoryObj<LuckaBookingPicker>;

const FALLBACK = html`<p>
  Book by telephone: <a class="nowrap" href="tel:+46000000000">000-000 00 00</a>.
</p>`;
const START = Date.parse('2027-03-20T09:00:00+01:00');
const EASTER = {
  '2027-03-26': { sv: 'Långfredagen', en: 'Good Friday' },
  '2027-03-29': { sv: 'Annandag påsk', en: 'Easter Monday' },
};
type Options = NonNullable<Parameters<typeof memoryBookingService>[0]>;

/** A service whose clock starts before Easter 2027. */
function serviceWith(options: Options = {}): MemoryBookings {
  const opened = Date.now();
  return memoryBookingService({
    now: () => new Date(START + Date.now() - opened),
    closed: EASTER,
    ...options,
  });
}

const draw = (service: MemoryBookings | undefined, args: Partial<LuckaBookingPicker> = {}) =>
  html`<lucka-booking-picker
    mode=${args.mode ?? 'book'}
    letter-gate=${args.letterGate ?? 'ask'}
    heading-level=${args.headingLevel ?? 2}
    days-per-page=${args.daysPerPage ?? 10}
    ?no-hold=${args.noHold ?? false}
    ?disabled=${args.disabled ?? false}
    .service=${service}
    >${FALLBACK}</lucka-booking-picker
  >`;

const meta: Meta<LuckaBookingPicker> = {
  // Its overview is booking-picker.mdx.
  tags: ['!autodocs'],
  title: 'Elements/Booking picker',
  component: 'lucka-booking-picker',
  args: { mode: 'book', letterGate: 'ask', headingLevel: 2, daysPerPage: 10, noHold: false },
  render: (args) => draw(serviceWith(), args),
};
export default meta;

/** Acts on the picker of a story as a person does. */
class Hand {
  readonly #picker: LuckaBookingPicker;

  constructor(canvas: HTMLElement) {
    this.#picker = canvas.querySelector('lucka-booking-picker')!;
  }

  async find(selector: string): Promise<HTMLElement> {
    for (let tries = 0; ; tries++) {
      const element = this.#picker.shadowRoot?.querySelector<HTMLElement>(selector);
      if (element) return element;
      if (tries > 200) throw new Error(`${selector} does not come.`);
      await new Promise((done) => setTimeout(done, 25));
    }
  }
  async choose(value: string): Promise<void> {
    const picker = this.#picker;
    for (let tries = 0; ; tries++) {
      const marks = [...(picker.shadowRoot?.querySelectorAll<HTMLInputElement>('.mark') ?? [])];
      const mark = marks.find((each) => each.value === value);
      if (mark) return mark.click();
      if (tries > 200) throw new Error(`There is no answer ${value}.`);
      await new Promise((done) => setTimeout(done, 25));
    }
  }
  async press(selector: string): Promise<void> {
    await this.#picker.updateComplete;
    (await this.find(selector)).click();
    await this.#picker.updateComplete;
  }
  async answer(value: string): Promise<void> {
    await this.choose(value);
    await this.press('.primary');
  }
  async write(id: string, text: string): Promise<void> {
    const field = (await this.find(`#${id}`)) as HTMLInputElement;
    field.value = text;
    field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
  }
  async toTimes(): Promise<void> {
    await this.answer('yes');
    await this.find('[part~="next-free"]');
    await this.answer('sundbyberg');
    await this.answer('2027-03-25');
    await this.find('[part~="time"]');
  }
  async toCheck(): Promise<void> {
    await this.toTimes();
    await this.answer('sundbyberg-20270325-0930');
    await this.find('[part~="confirm"]');
  }
}

/** A story of a state that is reached by choosing. */
const state = (
  play: (hand: Hand, service: MemoryBookings) => Promise<unknown>,
  options: Options = {},
  args: Partial<LuckaBookingPicker> = {},
  plant: (service: MemoryBookings) => void = () => undefined,
): Story => {
  let service: MemoryBookings | undefined;
  return {
    render: ({ headingLevel }) => {
      service = serviceWith(options);
      plant(service);
      return draw(service, { ...args, headingLevel });
    },
    play: async ({ canvasElement }) => {
      if (service) await play(new Hand(canvasElement), service);
    },
  };
};

/** Booking requires the letter: the picker asks about it first, and loads nothing before. */
export const Default: Story = {};

/** The server checks the letter’s reference. */
export const LetterReference: Story = state(
  (hand) => hand.choose('yes'),
  {},
  { letterGate: 'reference' },
);

/** A rejected reference stays in its field. */
export const LetterRefused: Story = state(
  async (hand) => {
    await hand.choose('yes');
    await hand.write('letter', 'ABC-999');
    await hand.press('.primary');
    await hand.find('[part~="error"]');
  },
  {},
  { letterGate: 'reference' },
);

/** Says that booking is not possible yet, and what happens next. No times are requested. */
export const NoLetter: Story = state((hand) => hand.answer('no'));

/** Contact information, and when a person may be exempt. */
export const CannotVisit: Story = state((hand) => hand.answer('cannot-visit'));

/** An answer is missing: an error next to the answers, and the focus on the first. */
export const AnswerMissing: Story = state((hand) => hand.press('.primary'));

/** All eight, sorted by the page’s language, with their next available time. */
export const Offices: Story = state(
  async (hand) => {
    await hand.answer('yes');
    await hand.find('[part~="next-free"]');
    await hand.choose('sundbyberg');
  },
  { emptyOffices: ['vaxjo'] },
);

/** Search also finds other names; a postal code sorts by distance, calculated in the page. */
export const OfficesFound: Story = state(async (hand) => {
  await hand.answer('yes');
  await hand.find('[part~="next-free"]');
  await hand.write('find', 'Stockholm');
});

/** A list, not a grid: weekday, date and number of available times in each name; closed days have the reason. */
export const Days: Story = state(async (hand) => {
  await hand.answer('yes');
  await hand.find('[part~="next-free"]');
  await hand.answer('sundbyberg');
  await hand.choose('2027-03-25');
});

/** After the last day: the date until which times are published. */
export const LastDays: Story = state(
  async (hand) => {
    await hand.answer('yes');
    await hand.find('[part~="next-free"]');
    await hand.answer('sundbyberg');
    await hand.find('[part~="day"]');
    await hand.press('.between .button:last-child');
    await hand.find('.between .button:first-child');
  },
  { weekdays: 14 },
);

/** While the days are loading. */
export const Loading: Story = {
  ...state(
    async (hand) => {
      await hand.answer('yes');
      await hand.find('[part~="next-free"]');
      await hand.answer('sundbyberg');
    },
    {},
    {},
    (service) => service.lose('listSlots', 'never'),
  ),
  tags: ['busy'],
};

/** The date until which times are published, and the next available ones. */
export const NoTimes: Story = state(
  async (hand) => {
    await hand.answer('yes');
    await hand.find('[part~="next-free"]');
    await hand.answer('vaxjo');
    await hand.find('.lead');
  },
  { emptyOffices: ['vaxjo'] },
);

/** Morning and afternoon; the date is in the name of each group. */
export const Times: Story = state(async (hand) => {
  await hand.toTimes();
  await hand.choose('sundbyberg-20270325-0930');
});

/** A clock time, not a countdown. */
export const Check: Story = state((hand) => hand.toCheck());

/** One warning; one button extends the hold. */
export const HoldEnding: Story = state((hand) => hand.toCheck(), { holdMinutes: 2 });

/** The hold cannot be extended again. */
export const HoldEndingForGood: Story = state((hand) => hand.toCheck(), {
  holdMinutes: 1,
  extensions: 0,
});

/** The choices are kept, and the picker says that the time is still available. */
export const HoldExpired: Story = state(async (hand, service) => {
  await hand.toCheck();
  service.fail('createBooking', 'hold-expired', { problem: { slotFree: true } });
  await hand.press('.primary');
  await hand.find('#problem');
});

/** Office and day are kept; the picker offers three other times near it. */
export const TimeTaken: Story = state(async (hand, service) => {
  await hand.toTimes();
  await hand.choose('sundbyberg-20270325-0930');
  service.take('sundbyberg-20270325-0930');
  await hand.press('.primary');
  await hand.find('#problem');
});

/** After a reload: the person holds a time that is not known to this page. */
export const OtherTimeHeld: Story = state(async (hand, service) => {
  await service.createHold({ slotId: 'boden-20270330-1100' }, { idempotencyKey: 'before' });
  await hand.toTimes();
  await hand.answer('sundbyberg-20270325-0930');
  await hand.find('#problem');
});

/** One visit at a time: it can be changed. */
export const AlreadyBooked: Story = state(async (hand, service) => {
  await service.createBooking({ slotId: 'boden-20270330-1100' }, { idempotencyKey: 'before' });
  await hand.toCheck();
  await hand.press('.primary');
  await hand.find('#problem');
});

/** After a reload in the same session: the letter is enough to see the visit again. */
export const BookedBefore: Story = state(
  async (hand, service) => {
    await service.createBooking(
      { slotId: 'boden-20270330-1100', letterReference: 'LUCKA-0001' },
      { idempotencyKey: 'before' },
    );
    await hand.choose('yes');
    await hand.write('letter', 'LUCKA-0001');
    await hand.press('.primary');
    await hand.find('#problem');
  },
  {},
  { letterGate: 'reference' },
);

const failing = (code: string, details: Parameters<MemoryBookings['fail']>[2] = {}): Story =>
  state(async (hand, service) => {
    await hand.toCheck();
    service.fail('createBooking', code, details);
    await hand.press('.primary');
    await hand.find('#problem');
  });

/** The server says when to try again, as a clock time. */
export const TooManyRequests: Story = failing('rate-limited', { retryAfter: 90 });

/** Logged out: all choices are kept, and the log-in link opens in another tab. */
export const SessionEnded: Story = failing('login-required', { problem: { loginHref: '/log-in' } });

/** The server has an error. */
export const ServerBroken: Story = failing('internal');

/** The result of the booking is unknown: never "booked", never "not booked", never a second booking. */
export const ResultUnknown: Story = state(async (hand, service) => {
  await hand.toCheck();
  for (const operation of ['createBooking', 'findBooking', 'releaseHold'] as const)
    service.lose(operation).lose(operation);
  await hand.press('.primary');
  await hand.find('#problem');
});

/** No connection while the days are loading. */
export const Offline: Story = state(
  async (hand) => {
    await hand.answer('yes');
    await hand.find('[part~="next-free"]');
    await hand.answer('sundbyberg');
    await hand.find('#problem');
  },
  {},
  {},
  (service) => service.fail('listSlots', 'offline'),
);

/** Closed: shows the banner’s notice, or another way to book. */
export const Closed: Story = state(
  async (hand) => {
    await hand.answer('yes');
    await hand.find('#problem');
  },
  {},
  {},
  (service) => service.fail('listOffices', 'closed'),
);

/** The page did not set a service: shows another way to book. */
export const Elsewhere: Story = {
  render: ({ headingLevel }) => draw(undefined, { headingLevel }),
  play: async ({ canvasElement }) => new Hand(canvasElement).answer('yes'),
};

/** The confirmation of the booking. */
export const Booked: Story = state(async (hand) => {
  await hand.toCheck();
  await hand.press('.primary');
  await hand.find('.receipt');
});

/** Finds a booking by its reference. */
export const Manage: Story = state((hand) => hand.find('#reference'), {}, { mode: 'manage' });

const found = async (hand: Hand, service: MemoryBookings): Promise<void> => {
  const { reference } = await service.createBooking(
    { slotId: 'boden-20270330-1100' },
    { idempotencyKey: 'before' },
  );
  await hand.write('reference', reference);
  await hand.press('.primary');
  await hand.find('.receipt');
};

/** The booking can be rescheduled and cancelled. */
export const BookingFound: Story = state(found, {}, { mode: 'manage' });

/** The old time remains booked until the new one is. */
export const Changing: Story = state(
  async (hand, service) => {
    await found(hand, service);
    await hand.press('[part~="change"]');
    await hand.answer('sundbyberg');
    await hand.answer('2027-03-25');
    await hand.answer('sundbyberg-20270325-0930');
    await hand.find('[part~="confirm"]');
  },
  {},
  { mode: 'manage' },
);

/** Asks for confirmation; both answers have the same weight. */
export const Cancelling: Story = state(
  async (hand, service) => {
    await found(hand, service);
    await hand.press('[part~="cancel"]');
    await hand.find('.pair');
  },
  {},
  { mode: 'manage' },
);

/** Too late: nothing is offered that cannot succeed. */
export const CancellingRefused: Story = state(
  async (hand, service) => {
    await found(hand, service);
    await hand.press('[part~="cancel"]');
    await hand.find('.pair');
    service.fail('cancelBooking', 'too-late');
    await hand.press('[part~="cancel"]');
    await hand.find('#problem');
  },
  {},
  { mode: 'manage' },
);

/** Shown only after the server has confirmed it. */
export const Cancelled: Story = state(
  async (hand, service) => {
    await found(hand, service);
    await hand.press('[part~="cancel"]');
    await hand.find('.pair');
    await hand.press('[part~="cancel"]');
    await hand.find('[part~="calendar"]');
  },
  {},
  { mode: 'manage' },
);

/** The person only chooses a time; the page’s form sends it. */
export const Select: Story = state(
  async (hand) => {
    await hand.toTimes();
    await hand.answer('sundbyberg-20270325-0930');
    await hand.find('[part~="check"]');
  },
  {},
  { mode: 'select' },
);

/** With texts next to it. */
export const Disabled: Story = {
  render: (args) => draw(serviceWith(), { ...args, disabled: true }),
};
