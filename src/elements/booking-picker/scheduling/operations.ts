import { checkedBookingService } from '../../../services/booking-answers.js';
import type { Booking, BookingService, Hold, LetterCheck } from '../../../services/bookings.js';
import { httpBookingService } from '../../../services/http-bookings.js';
import { IdempotencyKeys } from '../../../services/idempotency-keys.js';
import { withTimeout } from '../../../services/with-timeout.js';
import { OperationRunner, retryLostResponse } from '../../../shared/operation-runner.js';
import type { Store } from '../../../shared/store.js';
import type { PickerHost } from '../picker-deps.js';
import type { BookingState, Operation } from '../state.js';
import { setPendingOperation, startOperation } from '../transitions.js';

/** The writes of the service, by their names in the contract. */
interface Answers {
  readonly checkLetter: LetterCheck;
  readonly createHold: Hold;
  readonly extendHold: Hold;
  readonly releaseHold: void;
  readonly changeBookingSlot: Booking;
  readonly cancelBooking: Booking;
}

export interface OperationsDeps {
  readonly host: PickerHost;
  readonly store: Store<BookingState>;
  /** Shows what failed. */
  readonly onError: (error: unknown, operation: Operation) => Promise<void>;
}

/** The service and its writes: one at a time, each with its idempotency key. */
export class Operations {
  readonly keys = new IdempotencyKeys();
  readonly #runner: OperationRunner;
  #service: BookingService | undefined;
  #source: BookingService | string | undefined;

  constructor(private readonly deps: OperationsDeps) {
    const { host, store } = deps;
    this.#runner = new OperationRunner(host, () =>
      store.update((state) => setPendingOperation(state, '')),
    );
  }

  /** The page's own service, else the contract over HTTP at the endpoint; undefined without either. */
  get service(): BookingService | undefined {
    const { host } = this.deps;
    const { service, endpoint } = host;
    const source = service ?? endpoint;
    if (this.#source !== source) {
      this.#source = source;
      this.#service = service
        ? checkedBookingService(withTimeout(service))
        : httpBookingService(endpoint, { csrfToken: () => host.csrfToken });
    }
    return source ? this.#service : undefined;
  }

  /** @throws {Error} there is none: no step that needs it is shown then */
  get requiredService(): BookingService {
    const { service } = this;
    if (!service) throw new Error('There is no service.');
    return service;
  }

  /** The service's clock, if it has one. */
  get now(): Date {
    return this.service?.now?.() ?? new Date();
  }

  /** Aborted by `abort()` and when the picker leaves the page. */
  get signal(): AbortSignal {
    return this.#runner.signal;
  }

  /** Ends the present operation; its result counts for nothing. */
  abort(): void {
    this.#runner.abort();
  }

  /** Runs an operation, unless one is in progress, and shows what fails. @returns undefined when it did not succeed */
  async run<Result>(
    operation: Operation,
    work: (signal: AbortSignal) => Promise<Result>,
  ): Promise<Result | undefined> {
    const { store, onError } = this.deps;
    if (store.state.pendingOperation) return undefined;
    const { signal } = this.#runner;
    store.update((state) => startOperation(state, operation.name));
    const end = () => store.update((state) => setPendingOperation(state, ''));
    try {
      return await this.#runner.run(work);
    } catch (error) {
      end();
      await onError(error, operation);
      return undefined;
    } finally {
      if (!signal.aborted) end();
    }
  }

  /** Sends a write with its key; again when its response was lost. @throws {ServiceError} */
  send<Name extends keyof Answers>(
    name: Name,
    parameters: readonly unknown[],
    signal: AbortSignal = this.#runner.signal,
  ): Promise<Answers[Name]> {
    return this.keys.withKey(`${name} ${JSON.stringify(parameters)}`, (idempotencyKey) => {
      const service = this.requiredService;
      const call = service[name] as (...all: unknown[]) => Promise<Answers[Name]>;
      const send = () => call.call(service, ...parameters, { idempotencyKey, signal });
      return retryLostResponse(send, signal);
    });
  }
}
