import type { ReactiveControllerHost } from 'lit';
import { toSwedishDate } from '../../../i18n/sweden.js';
import { Resource } from '../../../shared/resource.js';
import type {
  BookingService,
  OfficeDay,
  OfficeList,
  SlotList,
} from '../../../services/bookings.js';
import { isServiceError } from '../../../services/is-service-error.js';
import { dayAfter, rangeAfter, rangeFrom, visibleDays, type DayRange } from './days.js';

export interface AvailabilityOptions {
  /** Undefined while nothing is to be requested. */
  readonly service: BookingService | undefined;
  readonly officeId: string;
  /** First and last day to offer; '' for today and for no limit. */
  readonly from: string;
  readonly to: string;
  /** How many days to load, if there are so many. */
  readonly wanted: number;
}

const isFree = ({ slots }: OfficeDay): boolean => slots.length > 0;

const isClosure = (error: unknown): boolean => isServiceError(error) && error.code === 'closed';

/** So many requests are made before the person has to continue the search. */
const MAX_REQUESTS = 6;

interface LoadedSlots {
  /** What was requested. */
  readonly request: AvailabilityOptions;
  readonly bounds: DayRange;
  readonly lists: readonly SlotList[];
  /** What is requested next; undefined when everything is loaded. */
  readonly next: DayRange | undefined;
}

/** Why the offices or the days could not be loaded. */
export interface LoadFailure {
  /** Undefined when nothing has failed. */
  readonly error: unknown;
  /** In milliseconds since 1970, by the service's clock. */
  readonly failedAt: number;
}

/** Offices and times of the service: requested when they are needed, 62 days at a time. */
export class Availability {
  readonly #offices: Resource<OfficeList>;
  readonly #days: Resource<LoadedSlots>;

  /**
   * @param onError called with each failure
   * @param onDays called when the days have been loaded
   */
  constructor(
    host: ReactiveControllerHost,
    private readonly options: () => AvailabilityOptions,
    onError: (failure: LoadFailure) => void,
    onDays: () => void,
  ) {
    const settled = (resource: () => Resource<unknown>, onLoaded?: () => void) => () => {
      const loaded = resource();
      if (!loaded.error) return onLoaded?.();
      // By the service's clock: the time to try again is computed from it.
      loaded.failedAt = this.#now.getTime();
      onError(loaded);
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
    this.#days = new Resource<LoadedSlots>(
      host,
      () => {
        const { service, officeId, from, to, wanted } = options();
        const key = [service, officeId, from, to, wanted, this.#searches];
        return service && officeId ? key : undefined;
      },
      (signal, progress) => this.#load(signal, progress),
      settled(() => this.#days, onDays),
    );
  }

  get offices(): OfficeList | undefined {
    return this.#offices.value;
  }

  /** The newest response about the chosen office. */
  get list(): SlotList | undefined {
    return this.#loaded?.lists.at(-1);
  }

  /** Its listed days; none when none of them has an available time. */
  get days(): OfficeDay[] {
    const loaded = this.#loaded;
    const days = loaded ? visibleDays(loaded.lists, loaded.bounds) : [];
    return days.some(isFree) ? days : [];
  }

  /** Day up to which available times were searched, when there may be more later; '' when everything is loaded. */
  get searchedUntil(): string {
    const loaded = this.#loaded;
    if (!loaded?.next || this.#days.loading || this.#isEnough(loaded)) return '';
    return dayAfter(loaded.next.from, -1);
  }

  /** Continues the search. */
  searchFurther(): void {
    this.#searches++;
  }

  isLoading(step: 'office' | 'day'): boolean {
    return this.#of(step).loading;
  }

  /** Why the offices or the days cannot be shown, and since when; that booking is closed applies to both. */
  failure(step: 'office' | 'day'): LoadFailure {
    const resources = [this.#offices, this.#days];
    return resources.find(({ error }) => isClosure(error)) ?? this.#of(step);
  }

  /** Requests everything again. */
  refresh(): void {
    this.#isStale = true;
    for (const resource of [this.#offices, this.#days]) {
      // What this step does not request must not fail it.
      resource.error = undefined;
      resource.refresh();
    }
  }

  #isStale = false;
  /** How often the person has continued the search. */
  #searches = 0;

  #of(step: 'office' | 'day'): Resource<unknown> {
    return step === 'office' ? this.#offices : this.#days;
  }

  get #service(): BookingService {
    const { service } = this.options();
    if (!service) throw new Error('Nothing is requested without a service.');
    return service;
  }

  get #now(): Date {
    return this.options().service?.now?.() ?? new Date();
  }

  get #loaded(): LoadedSlots | undefined {
    const { value } = this.#days;
    const wanted = this.options();
    const isSame = (['service', 'officeId', 'from', 'to'] as const).every(
      (part) => value?.request[part] === wanted[part],
    );
    return isSame ? value : undefined;
  }

  /** Whether there are as many days as wanted, one with an available time among them. */
  #isEnough({ lists, bounds }: LoadedSlots): boolean {
    const days = visibleDays(lists, bounds);
    return days.length >= this.options().wanted && days.some(isFree);
  }

  /** Loads until there are enough days, or all, or too many requests. What is loaded is shown meanwhile. */
  async #load(signal: AbortSignal, progress: (loaded: LoadedSlots) => void): Promise<LoadedSlots> {
    const { officeId } = this.options();
    let loaded = (!this.#isStale && this.#loaded) || this.#begin();
    this.#isStale = false;
    for (let requests = 0; loaded.next && requests < MAX_REQUESTS; requests++) {
      if (this.#isEnough(loaded)) break;
      const { from, to } = loaded.next;
      const list = await this.#service.listSlots(officeId, from, to, { signal });
      loaded = appendSlotList(loaded, loaded.next, list);
      progress(loaded);
    }
    return loaded;
  }

  #begin(): LoadedSlots {
    const today = toSwedishDate(this.#now);
    const request = this.options();
    const { from, to } = request;
    const first = from > today ? from : today;
    const bounds = { from: first, to: to || '9999-12-31' };
    return { request, bounds, lists: [], next: rangeFrom(first, to) };
  }
}

/** Adds a response. When the first available time is later, the next request goes there at once. */
function appendSlotList(loaded: LoadedSlots, range: DayRange, list: SlotList): LoadedSlots {
  const { bounds } = loaded;
  const lists = [...loaded.lists, list];
  const first = list.nextAvailable && toSwedishDate(new Date(list.nextAvailable));
  if (!first || first > bounds.to) return { ...loaded, lists, next: undefined };
  const to = bounds.to.startsWith('9999') ? '' : bounds.to;
  const next = first > range.to ? rangeFrom(first, to) : rangeAfter(range, list, to);
  return { ...loaded, lists, next };
}
