import { OperationRunner, retryLostResponse } from '../../shared/operation-runner.js';
import { IdempotencyKeys } from '../../services/idempotency-keys.js';
import type { Booking, BookingService, Hold, LetterCheck } from '../../services/bookings.js';
import type { Choosing } from './choosing.js';
import type { Desk } from './desk.js';
import type { Visit } from './visit.js';

interface AnswerTo {
  readonly checkLetter: LetterCheck;
  readonly createHold: Hold;
  readonly extendHold: Hold;
  readonly releaseHold: void;
  readonly changeBookingSlot: Booking;
  readonly cancelBooking: Booking;
}

/** Everything that changes something: one thing at a time, each with its key, stopped when the picker leaves the page. */
export class Work {
  readonly keys = new IdempotencyKeys();
  readonly #runner: OperationRunner;

  constructor(
    private readonly desk: Desk,
    private readonly choosing: Choosing,
    private readonly onError: (error: unknown, retry: () => void) => void | Promise<void>,
  ) {
    this.#runner = new OperationRunner(desk.host, () => (desk.visit.working = ''));
  }

  /** Nothing more is waited for. */
  stop(): void {
    this.#runner.abort();
  }

  /** Does one thing, unless another is being done; what goes wrong is told. */
  async run<Result>(
    working: Visit['working'],
    work: (signal: AbortSignal) => Promise<Result>,
  ): Promise<Result | undefined> {
    const { visit, host } = this.desk;
    if (visit.working) return undefined;
    const { signal } = this.#runner;
    visit.working = working;
    visit.trouble = undefined;
    visit.error = '';
    host.requestUpdate();
    try {
      return await this.#runner.run(work);
    } catch (error) {
      visit.working = '';
      await this.onError(error, () => void this.run(working, work));
      return undefined;
    } finally {
      if (!signal.aborted) visit.working = '';
      host.requestUpdate();
    }
  }

  /** A write with its key: sent again, once, when no answer came, and while the server is still at work on it. */
  ask<Operation extends keyof AnswerTo>(
    operation: Operation,
    parameters: readonly unknown[],
    signal: AbortSignal = this.#runner.signal,
  ): Promise<AnswerTo[Operation]> {
    const wish = `${operation} ${JSON.stringify(parameters)}`;
    return this.keys.withKey(wish, async (idempotencyKey) => {
      const service = this.choosing.service as BookingService;
      const call = service[operation] as (...all: unknown[]) => Promise<AnswerTo[Operation]>;
      const send = () => call.call(service, ...parameters, { idempotencyKey, signal });
      return retryLostResponse(send, signal);
    });
  }
}
