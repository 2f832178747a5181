import { msg, str } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { renderField } from '../../shared/templates/field.js';
import type { Renderable } from '../../content/render.js';
import type { Booking, BookingService, Slot, SlotChoice } from '../../services/bookings.js';
import { ServiceError } from '../../services/service-error.js';
import type { Desk } from './desk.js';
import { LuckaBookingCancelledEvent, LuckaBookingChangedEvent } from './events.js';
import { noBooking } from './failures.js';
import type { Later } from './later.js';
import { renderVisit } from './receipt-view.js';
import { isOutcomeUnknown } from '../../shared/operation-runner.js';
import { momentName } from './names.js';
import {
  renderBack,
  renderContinue,
  renderFold,
  renderGroup,
  renderTitle,
  renderTitled,
  workingWords,
  type View,
} from './view.js';

/**
 * A reference that was typed or copied: no white space and nothing invisible (Unicode's default-ignorable characters), hyphens
 * for dashes of any kind, plain letters for full width (NFKC). Which letters stand for which digits is the server's to know.
 */
const meant = (typed: string): string =>
  typed
    .normalize('NFKC')
    .replace(/[\s\p{DI}]/gu, '')
    .replace(/\p{Dash}/gu, '-');

/** Finding, moving and cancelling a booking. The old time is never given up first. */
export class Managing {
  constructor(
    private readonly desk: Desk,
    private readonly later: Later,
  ) {}

  /** Shows a booking; without a reference it is asked for. Resolves to whether it is there. */
  async open(reference: string): Promise<boolean> {
    const { desk } = this;
    const { visit } = desk;
    const service = this.later.choosing.service as BookingService;
    visit.trouble = undefined;
    visit.reference = meant(reference);
    if (!visit.reference) {
      desk.goTo('find');
      return false;
    }
    const found = await this.later.work.run('finding', async (signal) => {
      try {
        const booking = await service.getBooking(visit.reference, { signal });
        this.show(booking);
        return true;
      } catch (error) {
        if (!(error instanceof ServiceError && error.code === 'not-found')) throw error;
        if (visit.step !== 'find') desk.goTo('find');
        visit.error = noBooking();
        desk.focusOn('#reference');
        desk.tellError(error);
        return false;
      }
    });
    return found ?? false;
  }

  show(booking: Booking): void {
    const { visit } = this.desk;
    visit.booking = booking;
    visit.isFound = true;
    visit.isChanging = false;
    this.desk.goTo(booking.status === 'cancelled' ? 'cancelled' : 'booked');
  }

  /** Another time for the booking: the same steps, beginning with its office. */
  startChange(): void {
    const { visit } = this.desk;
    if (!visit.booking) return;
    visit.isChanging = true;
    visit.choices = { ...visit.choices, officeId: visit.booking.office.id, date: '', slot: null };
    this.later.choosing.refresh();
    this.desk.goTo('office');
  }

  askCancel(): void {
    this.desk.goTo('cancel');
  }

  /** Moves the booking there in one call: with any error the old time stands. */
  async change(slot: Slot): Promise<void> {
    const { desk, later } = this;
    const { visit } = desk;
    const { booking, hold } = visit;
    if (!booking) return;
    const choice: SlotChoice = hold ? { holdId: hold.holdId } : { slotId: slot.id };
    await later.work.run('changing', async (signal) => {
      const parameters = [booking.reference, choice];
      const changed = await later.work
        .ask('changeBookingSlot', parameters, signal)
        .catch((error: unknown) =>
          this.#asItIs(error, signal, (now) => now.slot.id === slot.id && now.status === 'booked'),
        );
      visit.hold = null;
      visit.booking = changed;
      visit.isChanging = false;
      visit.isFound = false;
      visit.isChanged = true;
      desk.goTo('booked');
      const { reference, office } = changed;
      const { startsAt, endsAt } = changed.slot;
      const event = new LuckaBookingChangedEvent(reference, office.id, startsAt, endsAt);
      desk.host.dispatchEvent(event);
    });
  }

  /** Says so only once the server did. Resolves to whether it is cancelled. */
  async cancel(): Promise<boolean> {
    const { desk, later } = this;
    const { visit } = desk;
    const { booking } = visit;
    if (!booking) return false;
    const isCancelled = await later.work.run('cancelling', async (signal) => {
      const cancelled = await later.work
        .ask('cancelBooking', [booking.reference], signal)
        .catch((error: unknown) =>
          this.#asItIs(error, signal, ({ status }) => status === 'cancelled'),
        );
      visit.booking = cancelled;
      desk.goTo('cancelled');
      const event = new LuckaBookingCancelledEvent(cancelled.reference);
      desk.host.dispatchEvent(event);
      return true;
    });
    return isCancelled ?? false;
  }

  /** The answer was lost: the booking itself says whether it was done. */
  async #asItIs(
    error: unknown,
    signal: AbortSignal,
    isDone: (booking: Booking) => boolean,
  ): Promise<Booking> {
    const { booking } = this.desk.visit;
    const service = this.later.choosing.service as BookingService;
    if (!booking || !isOutcomeUnknown(error)) throw error;
    const now = await service.getBooking(booking.reference, { signal }).catch(() => {
      throw error;
    });
    if (isDone(now)) return now;
    throw error;
  }

  /** "Your visit on … is still booked", while it is being changed or cancelled. */
  renderStands({ visit: { booking }, lang }: View): Renderable {
    if (booking?.status !== 'booked') return nothing;
    return html`<p>${msg(str`Your visit ${momentName(booking.slot, lang)} is still booked.`)}</p>`;
  }

  renderFind(view: View): TemplateResult {
    const { visit, isDisabled } = view;
    const submit = (event: Event) => {
      event.preventDefault();
      void this.#find();
    };
    return html`<form class="stack" novalidate autocomplete="off" @submit=${submit}>
      ${renderBack(view)}
      ${renderGroup(
        html`${renderTitle(view, msg('Change or cancel your visit'))}
        ${this.later.renderTrouble(view)}
        ${renderField(
          {
            ...{ id: 'reference', label: msg('The reference of your booking'), error: visit.error },
            hint: msg('You got it when you booked, for example K7QM-4XTD-9RVC.'),
          },
          ({ id, describedBy, invalid }) =>
            html`<input
              class="input short"
              id=${id}
              autocomplete="off"
              autocapitalize="characters"
              spellcheck="false"
              maxlength="40"
              aria-describedby=${describedBy}
              aria-invalid=${invalid}
              .value=${visit.reference}
              ?disabled=${isDisabled}
              @input=${(event: Event) => (visit.reference = (event.target as HTMLInputElement).value)}
            />`,
        )}`,
      )}
      <div class="actions">${renderContinue(view)}</div>
      ${renderFold(view)}
    </form>`;
  }

  async #find(): Promise<void> {
    const { visit } = this.desk;
    if (visit.working) return;
    if (/^[A-Za-z0-9-]{8,40}$/.test(meant(visit.reference))) {
      await this.open(visit.reference);
      return;
    }
    visit.error = msg('Write the reference of your booking, at least 8 characters.');
    this.desk.focusOn('#reference');
  }

  /** Asked once more; both answers weigh the same. */
  renderCancel(view: View): TemplateResult {
    const { visit } = view;
    const { booking, working } = visit;
    if (!booking) return html`${nothing}`;
    return html`<div class="stack">
      ${renderGroup(
        html`${renderTitle(view, msg('Cancel your visit?'))} ${this.later.renderTrouble(view)}
          <div class="summary" id="visit">${renderVisit(view, booking)}</div>
          ${renderTitled(view, 'if-you-do-not-come')}`,
        'title',
        'visit',
      )}
      <div class="actions pair">
        <button
          class="button"
          part="cancel"
          type="button"
          aria-disabled=${working ? 'true' : nothing}
          @click=${() => void this.cancel()}
        >
          ${working ? workingWords() : msg('Cancel the visit')}
        </button>
        <button class="button" type="button" @click=${() => this.#keep()}>
          ${msg('Keep the visit')}
        </button>
      </div>
      ${renderFold(view)}
    </div>`;
  }

  #keep(): void {
    const { visit } = this.desk;
    if (visit.working) return;
    visit.trouble = undefined;
    this.desk.goTo('booked');
  }
}
