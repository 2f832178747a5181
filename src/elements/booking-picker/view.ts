import { msg, str } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { blocksOf, sectionsOf, type Section } from '../../content/document.js';
import { langAttributes } from '../../content/lang-attributes.js';
import { renderHeading } from '../../content/heading.js';
import type { LocalizedDocument } from '../../content/load.js';
import { renderBlocks, type Renderable } from '../../content/render.js';
import type { SlotList } from '../../services/bookings.js';
import { backIcon, icon } from '../../shared/icons.js';
import { renderRadio, renderRadioGroup } from '../../shared/templates/radio-group.js';
import type { DayPage } from './days.js';
import type { Later } from './later.js';
import type { OfficeChoice } from './offices.js';
import type { Step } from './steps.js';
import type { Visit } from './visit.js';

/** Where and when a visit can be booked, as far as it is known. */
export interface Times {
  /** All of them in the order of the language. */
  readonly offices: readonly OfficeChoice[];
  /** The server has told their next free times. */
  readonly hasTimes: boolean;
  /** What the server said last of the chosen office's days. */
  readonly list: SlotList | undefined;
  readonly days: DayPage;
  /** Day up to which was searched, where there may be more days further ahead; '' where all is known. */
  readonly searchedUntil: string;
  /** Last day that the page wants, `YYYY-MM-DD`; '' for any. */
  readonly to: string;
  readonly isLoading: boolean;
  /** The offices' or the days' request failed. */
  readonly loadError: unknown;
  /** The server's clock. */
  readonly now: Date;
}

/** What the templates need to know. */
export interface View extends Times {
  readonly visit: Visit;
  /** Language of the words. */
  readonly lang: string;
  /** Level of the first heading; what is under it is one level deeper. */
  readonly headingLevel: number;
  readonly mode: 'book' | 'select' | 'manage';
  /** The letter's reference is asked for. */
  readonly asksLetter: boolean;
  readonly isDisabled: boolean;
  /** The page's texts, then the built-in ones. */
  readonly texts: readonly LocalizedDocument[];
  readonly canGoBack: boolean;
  /** Everything after the gate. */
  readonly later: Later | undefined;
  readonly actions: PickerActions;
}

export interface PickerActions {
  readonly next: () => void;
  readonly back: () => void;
  readonly change: (step: Step) => void;
  readonly choose: (value: string) => void;
  readonly write: (letter: string) => void;
}

/** A section of the texts: the page's own where it has one, else the built-in. */
function sectionOf(
  { texts }: View,
  id: string,
): (LocalizedDocument & { section: Section }) | undefined {
  for (const text of texts) {
    const section = sectionsOf(text.document.blocks).find((each) => each.id === id);
    if (section) return { ...text, section };
  }
  return undefined;
}

export const titleOf = (view: View, id: string): string => sectionOf(view, id)?.section.title ?? '';

/** The text of a section, without its heading. */
export function renderSection(view: View, id: string): Renderable {
  const found = sectionOf(view, id);
  if (!found) return nothing;
  const mark = langAttributes(found.lang, view.lang);
  const options = { headingLevel: view.headingLevel + 1 };
  return html`<div
    class="stack-sm"
    lang=${mark.lang}
    dir=${mark.dir}
    data-id=${id}
    role="group"
    aria-label=${found.section.title}
    tabindex="-1"
  >
    ${renderBlocks(blocksOf(found.document, id), options)}
  </div>`;
}

/** The same with its heading, under that of the step. */
export const renderTitled = (view: View, id: string, kind = 'name'): TemplateResult =>
  html`${renderHeading(view.headingLevel + 1, titleOf(view, id), { class: kind })}
  ${renderSection(view, id)}`;

/** The heading of a step: names the group that takes the focus when the step comes. */
export const renderTitle = ({ headingLevel }: View, text: string): TemplateResult =>
  renderHeading(headingLevel, text, { class: 'title', id: 'title' });

export const renderBack = ({ canGoBack, actions }: View): Renderable =>
  canGoBack
    ? html`<p>
        <button class="button quiet back" type="button" @click=${actions.back}>
          ${icon(backIcon)}${msg('Back')}
        </button>
      </p>`
    : nothing;

/** The one button that a step ends with, and why it does nothing when it does not. */
export const renderContinue = (
  { isDisabled, visit: { working } }: View,
  label: string = msg('Continue'),
  part = '',
): TemplateResult =>
  html`${renderUnavailable(isDisabled)}<button
      class="button primary"
      part=${part || nothing}
      type="submit"
      aria-disabled=${isDisabled || working ? 'true' : nothing}
      aria-describedby=${isDisabled ? 'unavailable' : nothing}
    >
      ${working ? workingWords() : label}
    </button>`;

export const renderUnavailable = (isDisabled: boolean): Renderable =>
  isDisabled ? html`<p id="unavailable">${unavailable()}</p>` : nothing;

export const unavailable = (): string => msg('Visits cannot be booked here right now.');

export const workingWords = (): string => msg('One moment …');

/** What a step without a question holds: a group that takes the focus, named by its heading. */
export const renderGroup = (inside: unknown, nameId = 'title', describedBy = ''): TemplateResult =>
  html`<div
    class="stack"
    id="step"
    role="group"
    aria-labelledby=${nameId}
    aria-describedby=${describedBy || nothing}
    tabindex="-1"
  >
    ${inside}
  </div>`;

/** A question: its form ends with Continue, and S38 to S43 are under it. */
export function renderStep(view: View, part: string, inside: unknown): TemplateResult {
  const submit = (event: Event) => {
    event.preventDefault();
    view.actions.next();
  };
  return html`<form
    class="stack"
    part=${part || nothing}
    novalidate
    autocomplete="off"
    @submit=${submit}
  >
    ${renderBack(view)} ${inside}
    <div class="actions">${renderContinue(view)}</div>
    ${renderFold(view)}
  </form>`;
}

/** What to do who cannot come, from every step (S38 to S43). */
export const renderFold = (view: View): TemplateResult =>
  html`<details>
    <summary>${titleOf(view, 'cannot-visit')}</summary>
    <div class="fold stack">
      ${renderSection(view, 'cannot-visit')} ${renderTitled(view, 'special-reasons')}
      ${renderTitled(view, 'if-you-do-not-come')}
    </div>
  </details>`;

/** One answer: the whole row is the target. Nothing moves when it is chosen. */
export const renderOption = (
  { isDisabled, actions, visit: { error } }: View,
  value: string,
  part: string,
  label: unknown,
  layout = '',
): TemplateResult =>
  renderRadio({
    ...{ value, label, layout, hasError: Boolean(error), disabled: isDisabled },
    ...(part && { part }),
    onChange: actions.choose,
  });

/** The list with its question, an error and a hint before it. */
export const renderOptions = (
  view: View,
  title: string,
  hint: unknown,
  list: unknown,
): TemplateResult =>
  renderRadioGroup(
    { id: 'step', legend: renderTitle(view, title), hint, error: view.visit.error },
    list,
  );

/** While something is on its way. */
export const renderLoading = (): TemplateResult => html`<p class="muted">${loadingWords()}</p>`;

export const loadingWords = (): string => msg('Loading free times …');

export const slowWords = (): string =>
  msg('This takes longer than usual. We are still waiting for the service.');

export const freeTimes = (count: number): string =>
  count === 1 ? msg('1 free time') : msg(str`${count} free times`);
