import { msg } from '@lit/localize';
import { nothing, type TemplateResult } from 'lit';
import { isCalendarDate } from '../../../i18n/dates.js';
import { loadContent } from '../../../content/load.js';
import type { Renderable } from '../../../content/render.js';
import type { Slot } from '../../../services/bookings.js';
import { parseInteger, warnOnce } from '../../../shared/attributes.js';
import type { Feature } from '../../../shared/lazy-feature.js';
import { packInUse } from '../../../i18n/pack-in-use.js';
import { Resource } from '../../../shared/resource.js';
import { SlowRequestController } from '../../../shared/slow-request.js';
import { notice } from '../../../styles/notice.js';
import { summaryList } from '../../../styles/summary-list.js';
import { connectionText, errorText, toLoadError } from '../error-messages.js';
import { createErrorEvent } from '../create-error-event.js';
import type { StepFeature } from '../navigation.js';
import type { PickerDeps } from '../picker-deps.js';
import type { RenderEnv } from '../render-env.js';
import type { SelectedOffice } from '../selection-summary.js';
import type { BookingState, Operation } from '../state.js';
import { dayOfSlot } from '../transitions.js';
import type { Step } from '../step-machine.js';
import { renderLoading } from '../step-view.js';
import { createActions } from './actions.js';
import { Availability, type LoadFailure } from './availability.js';
import type { AvailableTimes } from './available-times.js';
import { renderConflict } from './conflict-view.js';
import { renderDays } from './day-view.js';
import { pageOf } from './days.js';
import {
  failureIn,
  renderClosed,
  renderFailure,
  renderNoDays,
  SELECTION_STEPS,
  type Failure,
} from './error-view.js';
import { createErrorHandler } from './handle-error.js';
import { HoldController } from './hold.js';
import { officeTexts } from './office-texts.js';
import { renderOffices } from './office-view.js';
import { mergeOffices, parseOffices, type Office } from './offices.js';
import { Operations } from './operations.js';
import { schedulingStyles } from './scheduling.styles.js';
import { renderTimes } from './time-view.js';

export type { Operations } from './operations.js';

/** Choosing an office, a day and a time, and holding the time. */
export interface Scheduling extends Feature, StepFeature {
  readonly operations: Operations;
  readonly hold: HoldController;
  /** There is nothing to read yet. */
  readonly isWaiting: boolean;
  readonly selectedOffice: SelectedOffice | undefined;
  /** An answer was chosen on one of its steps. */
  choose(value: string): void;
  render(state: BookingState, env: RenderEnv): TemplateResult;
  /** What replaces a step because of a conflict; undefined when nothing does. */
  renderConflict(state: BookingState, env: RenderEnv): TemplateResult | undefined;
  /** What has failed, above the question; `nothing` when nothing has. */
  renderNotification(state: BookingState, env: RenderEnv): Renderable;
  /** Requests offices and times again. */
  refresh(): void;
}

/** @param load loads a feature to which an operation belongs */
export const createScheduling = (
  deps: PickerDeps,
  load: (owner: 'confirmation' | 'manage') => Promise<StepFeature>,
): Scheduling => new SchedulingFeature(deps, load);

/** The steps on which times are requested. */
const REQUESTING_STEPS: ReadonlySet<Step> = new Set<Step>(['office', 'day', 'time', 'check']);

class SchedulingFeature implements Scheduling {
  readonly styles = [summaryList, notice, schedulingStyles];
  readonly operations: Operations;
  readonly hold: HoldController;
  readonly #offices: Resource<readonly Office[]>;
  readonly #availability: Availability;
  readonly #actions: ReturnType<typeof createActions>;

  constructor(
    private readonly deps: PickerDeps,
    private readonly load: (owner: 'confirmation' | 'manage') => Promise<StepFeature>,
  ) {
    const { host, store, context, navigation, env } = deps;
    const refresh = () => this.refresh();
    this.#offices = new Resource<readonly Office[]>(
      host,
      () => [env().wantedLang, packInUse()],
      async () => {
        // Without them, the offices have the names that the service gives them.
        const texts = await loadContent(officeTexts, env().wantedLang).catch(() => undefined);
        return texts ? parseOffices(texts.document) : [];
      },
    );
    this.#availability = new Availability(
      host,
      () => ({
        service: REQUESTING_STEPS.has(this.#state.step) ? this.operations.service : undefined,
        officeId: this.#state.step === 'office' ? '' : this.#state.selection.officeId,
        from: this.#day('from'),
        to: this.#day('to'),
        wanted: (this.#state.dayPage + 1) * this.#daysPerPage + 1,
      }),
      (failure) => this.#onLoadError(failure),
      () => this.#onDays(),
    );
    new SlowRequestController(
      host,
      () => this.#isLoading || !['', 'reconcile'].includes(this.#state.pendingOperation),
      () =>
        context.announce(msg('This is taking longer than usual. Please wait.'), { visible: true }),
    );
    this.operations = new Operations({
      host,
      store,
      onError: (error, operation) => showError(error, operation),
    });
    this.hold = new HoldController({
      host,
      store,
      context,
      navigation,
      operations: this.operations,
      env,
      refresh,
    });
    const showError = createErrorHandler({
      store,
      context,
      navigation,
      now: () => this.operations.now,
      asksLetter: () => env().letterGate === 'reference',
      slots: () => this.#slots,
      handleExpiry: (isFree) => this.hold.handleExpiry(isFree),
      refresh,
    });
    this.#actions = createActions({
      store,
      context,
      navigation,
      operations: this.operations,
      availability: this.#availability,
      hold: this.hold,
      env,
      times: () => this.#times,
      retry: (operation) => void this.#retry(operation),
    });
  }

  get isWaiting(): boolean {
    return this.#isLoading && !(this.#state.step === 'day' && this.#availability.days.length);
  }

  get selectedOffice(): SelectedOffice | undefined {
    return this.#times.offices.find(({ id }) => id === this.#state.selection.officeId);
  }

  choose(value: string): void {
    this.#actions.choose(value);
  }

  submit(): Promise<void> | void {
    return this.#actions.submit();
  }

  run(operation: Operation): Promise<unknown> | void {
    switch (operation.name) {
      case 'check-letter':
        return this.#actions.checkLetter();
      case 'hold':
        return this.hold.create(operation.slot);
      case 'extend-hold':
        return this.hold.extend();
    }
  }

  /** Runs an operation again, also one of another feature. */
  async #retry(operation: Operation): Promise<void> {
    const { name } = operation;
    const isOwn = name === 'check-letter' || name === 'hold' || name === 'extend-hold';
    try {
      const feature = isOwn ? this : await this.load(name === 'book' ? 'confirmation' : 'manage');
      await feature.run(operation);
    } catch {
      this.deps.context.announce(connectionText(), { visible: true });
    }
  }

  render(state: BookingState, env: RenderEnv): TemplateResult {
    const shown = { ...env, times: this.#times };
    const { days, isLoading } = shown.times;
    if (SELECTION_STEPS.has(state.step) && this.#failureIn(state)?.error.code === 'closed')
      return renderClosed(state, shown, this.#actions);
    if (!this.#offices.value) return renderLoading();
    if (state.step === 'office') return renderOffices(state, shown, this.#actions);
    if (state.step === 'time') return renderTimes(state, shown, this.#actions);
    return isLoading || days.days.length
      ? renderDays(state, shown, this.#actions)
      : renderNoDays(state, shown, this.#actions);
  }

  renderConflict(state: BookingState, env: RenderEnv): TemplateResult | undefined {
    return renderConflict(state, { ...env, times: this.#times }, this.#actions);
  }

  renderNotification(state: BookingState, env: RenderEnv): Renderable {
    const failure = this.#failureIn(state);
    return failure ? renderFailure(state, env, failure) : nothing;
  }

  refresh(): void {
    this.#availability.refresh();
  }

  get #state(): BookingState {
    return this.deps.store.state;
  }

  get #times(): AvailableTimes {
    const { step, dayPage } = this.#state;
    const served = this.#availability.offices?.offices;
    return {
      offices: mergeOffices(this.#offices.value ?? [], served, this.deps.env().lang),
      hasTimes: Boolean(this.#availability.offices),
      list: this.#availability.list,
      searchedUntil: this.#availability.searchedUntil,
      days: pageOf(this.#availability.days, dayPage, this.#daysPerPage),
      slots: this.#slots,
      to: this.#day('to'),
      isLoading: this.#isLoading,
      loadError: this.#availability.failure(step === 'office' ? 'office' : 'day').error,
    };
  }

  /** The available times of the chosen day, and the one that this person holds. */
  get #slots(): readonly Slot[] {
    const { selection, hold } = this.#state;
    const day = this.#availability.days.find(({ date }) => date === selection.date);
    const own = hold && dayOfSlot(hold.slot) === selection.date ? [hold.slot] : [];
    const others = (day?.slots ?? []).filter(({ startsAt }) => startsAt !== own[0]?.startsAt);
    return [...others, ...own].sort(
      (one, other) => Date.parse(one.startsAt) - Date.parse(other.startsAt),
    );
  }

  get #isLoading(): boolean {
    const { step } = this.#state;
    if (!SELECTION_STEPS.has(step)) return false;
    return this.#availability.isLoading(step === 'office' ? 'office' : 'day');
  }

  #failureIn(state: BookingState): Failure | undefined {
    const failure = this.#availability.failure(state.step === 'office' ? 'office' : 'day');
    return failureIn(state, failure, this.#actions);
  }

  /** That there are no days replaces the step, which had the focus while they were loaded. */
  #onDays(): void {
    const { host, context } = this.deps;
    const active = (host.renderRoot as ShadowRoot).activeElement;
    const isEmpty = this.#state.step === 'day' && !this.#availability.days.length;
    if (isEmpty && (!active || active.id === 'step')) context.focus('#step');
  }

  /** Focuses the error unless the person has moved on; then announces it, unless the answers are removed. */
  #onLoadError({ error, failedAt }: LoadFailure): void {
    const { host, context, env } = this.deps;
    const active = (host.renderRoot as ShadowRoot).activeElement;
    const event = createErrorEvent(error);
    context.emit(event);
    const shown = toLoadError(error, this.#state.step, failedAt);
    if (!active || active.id === 'step' || shown.code === 'closed') context.focus('#problem');
    else context.announce(errorText(shown, env().lang), { visible: true });
  }

  get #daysPerPage(): number {
    const { host } = this.deps;
    const bounds = { min: 1, max: 62, fallback: 10 };
    return parseInteger(host, 'days-per-page', host.daysPerPage, bounds);
  }

  #day(attribute: 'from' | 'to'): string {
    const { host } = this.deps;
    const day = host[attribute];
    if (!day || isCalendarDate(day)) return day;
    warnOnce(host, attribute, `"${day}" is no day (YYYY-MM-DD).`);
    return '';
  }
}
