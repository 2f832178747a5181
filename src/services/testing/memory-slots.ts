import type { Office, Slot, SlotList } from '../bookings.js';

export interface MemorySlotsOptions {
  /** The instant of a Swedish wall-clock time on a day: `toInstant` of i18n/time-zone.ts. */
  readonly instantAt: (day: string, time: string) => Date;
  /** The server's clock; the visitor's by default. */
  readonly now?: () => Date;
  /** Weekdays for which times are published; 60 by default. */
  readonly weekdays?: number;
  /** When visits begin; every half hour from 09:00 to 14:30 by default. */
  readonly times?: readonly string[];
  /** How many people can come to one office at the same time; 1 by default. */
  readonly places?: number;
  /** Days without visits, for all offices, with the reason. */
  readonly closed?: Readonly<Record<string, { readonly sv: string; readonly en: string }>>;
  /** Offices without any times. */
  readonly emptyOffices?: readonly string[];
}

const DAY = 86_400_000;
const LENGTH = 30 * 60_000;

const HALF_HOURS = Array.from({ length: 12 }, (_, index) => {
  const hour = String(9 + Math.floor(index / 2)).padStart(2, '0');
  return `${hour}:${index % 2 ? '30' : '00'}`;
});

/** The eight offices. Addresses are invented, and one is missing, as some are in life. */
const OFFICES: readonly Office[] = (
  [
    ['malmo', 'Malmö', 'Malmö', 55.61, 13],
    ['vaxjo', 'Växjö', 'Växjö', 56.88, 14.81],
    ['goteborg', 'Göteborg', 'Gothenburg', 57.71, 11.97],
    ['norrkoping', 'Norrköping', 'Norrköping', 58.59, 16.18],
    ['orebro', 'Örebro', 'Örebro', 59.27, 15.21],
    ['sundbyberg', 'Sundbyberg', 'Sundbyberg', 59.36, 17.97],
    ['sundsvall', 'Sundsvall', 'Sundsvall', 62.39, 17.31],
    ['boden', 'Boden', 'Boden', 65.83, 21.69],
  ] as const
).map(([id, sv, en, lat, lon], index) => ({
  ...{ id, name: { sv, en }, timeZone: 'Europe/Stockholm' as const, lat, lon },
  address: id === 'boden' ? null : `Exempelgatan ${index + 1}, ${sv}`,
}));

const dayAfter = (day: string, days: number): string =>
  new Date(Date.parse(day) + days * DAY).toISOString().slice(0, 10);

/** The times of the offices, and which of them are taken. */
export class MemorySlots {
  readonly offices = OFFICES;
  /** Ids of times that somebody else has. */
  readonly taken = new Set<string>();
  readonly #days: readonly string[];
  readonly #slots = new Map<string, Slot & { officeId: string; day: string }>();

  constructor(private readonly options: MemorySlotsOptions) {
    const { weekdays = 60, emptyOffices = [], closed = {} } = options;
    const today = this.now().toISOString().slice(0, 10);
    this.#days = Array.from({ length: weekdays * 2 }, (_, index) => dayAfter(today, index + 1))
      .filter((day) => new Date(day).getUTCDay() % 6)
      .slice(0, weekdays);
    for (const { id } of OFFICES)
      for (const day of this.#days)
        if (!emptyOffices.includes(id) && !closed[day]) this.#addDay(id, day);
  }

  now(): Date {
    return this.options.now?.() ?? new Date();
  }

  slot(id: string): Slot | undefined {
    const found = this.#slots.get(id);
    return found && shown(found);
  }

  officeOf(slotId: string): Office {
    const id = this.#slots.get(slotId)?.officeId;
    const office = OFFICES.find((each) => each.id === id);
    if (!office) throw new Error(`There is no time ${slotId}.`);
    return office;
  }

  /** Free times of an office in order. @param unavailable held or booked */
  free(officeId: string, unavailable: ReadonlySet<string>): Slot[] {
    return this.#freeOf(officeId, unavailable).map(shown);
  }

  list(
    officeId: string,
    from: string,
    to: string,
    unavailable: ReadonlySet<string>,
  ): SlotList | undefined {
    if (!OFFICES.some(({ id }) => id === officeId)) return undefined;
    const free = this.#freeOf(officeId, unavailable);
    const { closed = {} } = this.options;
    const days = this.#days
      .filter((day) => day >= from && day <= to)
      .map((date) => {
        const reason = closed[date];
        const slots = free.filter(({ day }) => day === date).map(shown);
        return { date, closed: reason ? { reason } : null, slots };
      })
      .filter((day) => day.slots.length || day.closed);
    return {
      ...{ officeId, timeZone: 'Europe/Stockholm', days },
      publishedUntil: this.#days.at(-1) ?? from,
      nextAvailable: free[0]?.startsAt ?? null,
    };
  }

  #freeOf(officeId: string, unavailable: ReadonlySet<string>) {
    const now = this.now().getTime();
    return [...this.#slots.values()].filter(
      (slot) =>
        slot.officeId === officeId &&
        !this.taken.has(slot.id) &&
        !unavailable.has(slot.id) &&
        Date.parse(slot.startsAt) > now,
    );
  }

  #addDay(officeId: string, day: string): void {
    const { times = HALF_HOURS, places = 1, instantAt } = this.options;
    for (const time of times) {
      const start = instantAt(day, time);
      for (let place = 1; place <= places; place++) {
        const suffix = place > 1 ? `-${place}` : '';
        const id = `${officeId}-${day.replaceAll('-', '')}-${time.replace(':', '')}${suffix}`;
        this.#slots.set(id, {
          ...{ id, officeId, day, startsAt: start.toISOString() },
          endsAt: new Date(start.getTime() + LENGTH).toISOString(),
        });
      }
    }
  }
}

const shown = ({ id, startsAt, endsAt }: Slot): Slot => ({ id, startsAt, endsAt });
