import type { ReactiveControllerHost } from 'lit';
import { SWEDEN } from '../../i18n/sweden.js';
import { toCalendarDate } from '../../i18n/time-zone.js';
import { Resource } from '../../shared/resource.js';
import type { BookingService, OfficeDay, OfficeList, SlotList } from '../../services/bookings.js';
import { ServiceError } from '../../services/service-error.js';
import { dayAfter, listedDays, rangeAfter, rangeFrom, type DayRange } from './days.js';

export interface AvailabilityOptions {
  /** Undefined while nothing is to be asked for. */
  readonly service: BookingService | undefined;
  readonly officeId: string;
  /** First and last day wanted; '' for today and for any. */
  readonly from: string;
  readonly to: string;
  /** How many days the list must have, if there are so many. */
  readonly wanted: number;
}

const isFree = ({ slots }: OfficeDay): boolean => slots.length > 0;

const isClosure = (error: unknown): boolean =>
  error instanceof ServiceError && error.code === 'closed';

/** So many questions are asked before the person says that the search should go on. */
const MOST_QUESTIONS = 6;

interface Known {
  /** Who was asked for what. */
  readonly asked: AvailabilityOptions;
  readonly bounds: DayRange;
  readonly lists: readonly SlotList[];
  /** What is asked for next; undefined when everything is known. */
  readonly next: DayRange | undefined;
}

/** What the agency's server knows of offices and times: asked for when it is needed, 62 days at a time. */
export class Availability {
  readonly #offices: Resource<OfficeList>;
  readonly #days: Resource<Known>;

  /** @param failed told each error */
  constructor(
    host: ReactiveControllerHost,
    private readonly options: () => AvailabilityOptions,
    failed: (error: unknown) => void,
  ) {
    const settled = (resource: () => Resource<unknown>) => () => {
      if (resource().error) failed(resource().error);
    };
    this.#offices = new Resource<OfficeList>(
      host,
      () => {
        const { service } = options();
        return service && [service];
      },
      (signal) => this.#service.listOffices({ signal }),
      settled(() => this.#offices),
    );
    this.#days = new Resource<Known>(
      host,
      () => {
        const { service, officeId, from, to, wanted } = options();
        const key = [service, officeId, from, to, wanted, this.#searches];
        return service && officeId ? key : undefined;
      },
      (signal, progress) => this.#load(signal, progress),
      settled(() => this.#days),
    );
  }

  get offices(): OfficeList | undefined {
    return this.#offices.value;
  }

  /** The newest answer about the chosen office. */
  get list(): SlotList | undefined {
    return this.#known?.lists.at(-1);
  }

  /** Its listed days; none where none of them has a free time. */
  get days(): OfficeDay[] {
    const known = this.#known;
    const days = known ? listedDays(known.lists, known.bounds) : [];
    return days.some(isFree) ? days : [];
  }

  /** The day up to which was searched for free times, where more may be known further ahead; '' where all is known. */
  get searchedUntil(): string {
    const known = this.#known;
    if (!known?.next || this.#days.loading || this.#isEnough(known)) return '';
    return dayAfter(known.next.from, -1);
  }

  /** Goes on with the search. */
  searchFurther(): void {
    this.#searches++;
  }

  isLoading(step: 'office' | 'day'): boolean {
    return this.#of(step).loading;
  }

  /** Why the offices or the days cannot be had; that booking is closed holds for both, whoever was told. */
  error(step: 'office' | 'day'): unknown {
    const errors = [this.#offices.error, this.#days.error];
    return errors.find(isClosure) ?? this.#of(step).error;
  }

  /** Asks for everything anew. */
  refresh(): void {
    this.#isStale = true;
    for (const resource of [this.#offices, this.#days]) {
      // What is not asked for on this step must not stand in its way.
      resource.error = undefined;
      resource.refresh();
    }
  }

  #isStale = false;
  /** How often the person has asked to search further. */
  #searches = 0;

  #of(step: 'office' | 'day'): Resource<unknown> {
    return step === 'office' ? this.#offices : this.#days;
  }

  get #service(): BookingService {
    const { service } = this.options();
    if (!service) throw new Error('Nothing is asked for without a service.');
    return service;
  }

  get #known(): Known | undefined {
    const { value } = this.#days;
    const wanted = this.options();
    const isSame = (['service', 'officeId', 'from', 'to'] as const).every(
      (part) => value?.asked[part] === wanted[part],
    );
    return isSame ? value : undefined;
  }

  /** Are there as many days as are wanted, a free one among them? */
  #isEnough({ lists, bounds }: Known): boolean {
    const days = listedDays(lists, bounds);
    return days.length >= this.options().wanted && days.some(isFree);
  }

  /** Goes on until enough days are known, or all, or many questions were asked. What is known is shown meanwhile. */
  async #load(signal: AbortSignal, progress: (known: Known) => void): Promise<Known> {
    const { officeId } = this.options();
    let known = (!this.#isStale && this.#known) || this.#begin();
    this.#isStale = false;
    for (let asked = 0; known.next && asked < MOST_QUESTIONS; asked++) {
      if (this.#isEnough(known)) break;
      const { from, to } = known.next;
      const list = await this.#service.listSlots(officeId, from, to, { signal });
      known = following(known, known.next, list);
      progress(known);
    }
    return known;
  }

  #begin(): Known {
    const today = toCalendarDate(this.#service.now?.() ?? new Date(), SWEDEN);
    const asked = this.options();
    const { from, to } = asked;
    const first = from > today ? from : today;
    const bounds = { from: first, to: to || '9999-12-31' };
    return { asked, bounds, lists: [], next: rangeFrom(first, to) };
  }
}

/** What is known after an answer. Where the first free time is further ahead, the question goes there at once. */
function following(known: Known, asked: DayRange, list: SlotList): Known {
  const { bounds } = known;
  const lists = [...known.lists, list];
  const first = list.nextAvailable && toCalendarDate(new Date(list.nextAvailable), SWEDEN);
  if (!first || first > bounds.to) return { ...known, lists, next: undefined };
  const to = bounds.to.startsWith('9999') ? '' : bounds.to;
  const next = first > asked.to ? rangeFrom(first, to) : rangeAfter(asked, list, to);
  return { ...known, lists, next };
}
