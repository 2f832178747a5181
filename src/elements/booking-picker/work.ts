import type { ReactiveController } from 'lit';
import type { Booking, BookingService, Hold, LetterCheck } from '../../services/bookings.js';
import { ServiceError } from '../../services/service-error.js';
import type { Choosing } from './choosing.js';
import type { Desk } from './desk.js';
import { isUnclear } from './settling.js';
import type { Visit } from './visit.js';
import { Wishes } from './wishes.js';

/** How long to wait before a lost request is sent again, in milliseconds. */
const PAUSE = 1000;
/** How often "still at work" is taken for an answer. */
const MOST_WAITS = 5;

interface AnswerTo {
  readonly checkLetter: LetterCheck;
  readonly createHold: Hold;
  readonly extendHold: Hold;
  readonly releaseHold: void;
  readonly changeBookingSlot: Booking;
  readonly cancelBooking: Booking;
}

/** Everything that changes something: one thing at a time, each with its key, stopped when the picker leaves the page. */
export class Work implements ReactiveController {
  readonly wishes = new Wishes();
  #stop = new AbortController();

  constructor(
    private readonly desk: Desk,
    private readonly choosing: Choosing,
    private readonly onError: (error: unknown, retry: () => void) => void | Promise<void>,
  ) {
    desk.host.addController(this);
  }

  /** An element that is only moved is connected again at once. */
  hostDisconnected(): void {
    queueMicrotask(() => {
      if (!this.desk.host.isConnected) this.stop();
    });
  }

  /** Nothing more is waited for. */
  stop(): void {
    this.#stop.abort(new DOMException('Stopped', 'AbortError'));
    this.#stop = new AbortController();
    this.desk.visit.working = '';
  }

  /** Does one thing, unless another is being done; what goes wrong is told. */
  async run<Result>(
    working: Visit['working'],
    work: (signal: AbortSignal) => Promise<Result>,
  ): Promise<Result | undefined> {
    const { visit, host } = this.desk;
    if (visit.working) return undefined;
    const { signal } = this.#stop;
    visit.working = working;
    visit.trouble = undefined;
    visit.error = '';
    host.requestUpdate();
    try {
      return await work(signal);
    } catch (error) {
      if (signal.aborted) return undefined;
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
    signal: AbortSignal = this.#stop.signal,
  ): Promise<AnswerTo[Operation]> {
    const wish = `${operation} ${JSON.stringify(parameters)}`;
    return this.wishes.grant(wish, async (idempotencyKey) => {
      const service = this.choosing.service as BookingService;
      const call = service[operation] as (...all: unknown[]) => Promise<AnswerTo[Operation]>;
      const send = () => call.call(service, ...parameters, { idempotencyKey, signal });
      return patiently(send, signal);
    });
  }
}

/** Waits, unless it is stopped. */
export async function pause(signal: AbortSignal, milliseconds = PAUSE): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, milliseconds));
  signal.throwIfAborted();
}

/** @throws {ServiceError} what the last try failed with */
export async function patiently<Answer>(
  send: () => Promise<Answer>,
  signal: AbortSignal,
): Promise<Answer> {
  let isSecond = false;
  for (let waits = 0; ;) {
    try {
      return await send();
    } catch (error) {
      signal.throwIfAborted();
      const isAtWork = error instanceof ServiceError && error.code === 'in-progress';
      if (isAtWork && waits++ < MOST_WAITS) {
        await pause(signal, (error.retryAfter ?? 1) * 1000);
      } else if (isUnclear(error) && !isSecond) {
        isSecond = true;
        await pause(signal);
      } else {
        throw error;
      }
    }
  }
}
