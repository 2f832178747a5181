import { msg, str } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { blocksOf } from '../../content/document.js';
import { renderHeading } from '../../content/heading.js';
import type { LocalizedDocument } from '../../content/load.js';
import { renderBlocks, type Renderable } from '../../content/render.js';
import { formatInstantDate, formatTime } from '../../i18n/format.js';
import { renderErrorSummary } from '../../shared/templates/error-summary.js';
import { copyIcon, doneIcon, errorIcon, icon, infoIcon, warningIcon } from '../../shared/icons.js';
import { errorText, isUnanswered, type SendError } from './error-messages.js';
import type { HintKind } from './hints.js';
import type { LuckaMessageComposer } from './message-composer.js';
import { headingOf, renderNotice, renderSection, type View } from './view.js';
import type { Sent, Writing } from './writing.js';

/** What is to be put right, with links to the fields. */
export function renderErrors(
  { headingLevel }: View,
  problems: { readonly subject: string; readonly message: string },
  focusOn: (selector: string) => void,
): TemplateResult {
  const errors = (['subject', 'message'] as const).flatMap((field) =>
    problems[field] ? { text: problems[field], focus: () => focusOn(`#${field}`) } : [],
  );
  const heading =
    errors.length > 1 ? msg('Two things to put right') : msg('One thing to put right');
  return renderErrorSummary(
    renderHeading(headingLevel + 1, heading, { class: 'name', id: 'error-summary-heading' }),
    errors,
  );
}

/** The message was not sent, or nobody knows: what happened, and that the text is still here. */
export function renderFailure(view: View, error: SendError): TemplateResult {
  const { loginHref } = error;
  const heading = isUnanswered(error)
    ? msg('No answer came to your message')
    : msg('Your message was not sent');
  const consequence = isUnanswered(error)
    ? msg('It is not known whether your message arrived. Send it again: it counts only once.')
    : '';
  return renderNotice(
    {
      ...{ kind: 'error', icon: errorIcon, part: 'error', id: 'failure', heading, hasReason: true },
      level: view.headingLevel + 1,
    },
    html`<p id="failure-reason">
        ${errorText(error, view.lang)} ${consequence} ${msg('Your text is still here.')}
      </p>
      ${
        loginHref
          ? html`<p>
              <a href=${loginHref} target="_blank">${msg('Log in (opens in a new tab)')}</a>
            </p>`
          : nothing
      }
      ${renderContact(view)}`,
  );
}

/** Another way to reach the agency, folded. */
const renderContact = (view: View): Renderable =>
  view.texts
    ? html`<details>
        <summary>${headingOf(view.texts.document, 'contact')}</summary>
        <div class="fold stack-sm">${renderSection(view, 'contact')}</div>
      </details>`
    : nothing;

export const renderCopyButton = (host: LuckaMessageComposer, look: 'quiet' | ''): TemplateResult =>
  html`<button class="button ${look}" type="button" @click=${() => void host.copyText()}>
    ${icon(copyIcon)}${msg('Copy my text')}
  </button>`;

/** While typing: calm, under the field, never in the way. */
export const renderLanguageHint = (view: View, languages: string): TemplateResult =>
  renderNotice(
    {
      ...{ kind: '', icon: infoIcon, part: 'language', id: 'language' },
      heading: msg(str`Please write in ${languages}`),
      level: view.headingLevel + 1,
    },
    html`<p>${msg('Your text looks like another language. We may be wrong.')}</p>`,
  );

/** Stopped on Send: why, in the page's language and in Swedish and English, and the other ways. */
export function renderStop(
  writing: Writing,
  view: View,
  languages: readonly (LocalizedDocument | undefined)[],
  host: LuckaMessageComposer,
): TemplateResult {
  const inLanguage = ({ document, lang }: LocalizedDocument, index: number) =>
    html`<div class="stack-sm" lang=${lang} id=${index ? nothing : 'stop-reason'}>
      ${renderBlocks(blocksOf(document, 'language'), { headingLevel: view.headingLevel + 2 })}
    </div>`;
  return renderNotice(
    {
      ...{ kind: 'warning', icon: warningIcon, part: 'language', id: 'stop', hasReason: true },
      heading: msg('Your message was not sent'),
      level: view.headingLevel + 1,
    },
    html`<div class="language-versions">
        ${languages.flatMap((each) => each ?? []).map(inLanguage)}
      </div>
      <div class="row">${renderCopyButton(host, '')}</div>
      ${
        writing.stop?.mayInsist
          ? html`<details>
              <summary>${msg('My message is in Swedish or English')}</summary>
              <div class="fold stack-sm">
                <p>${msg('We may be wrong about the language. You can send it as it is.')}</p>
                <button class="button" type="button" @click=${() => void writing.insist()}>
                  ${msg('Send anyway')}
                </button>
              </div>
            </details>`
          : nothing
      }`,
  );
}

/** About documents and files, which are not sent in a message. */
export function renderHint(
  view: View,
  hint: HintKind | 'file',
  focusOn: (selector: string) => void,
): TemplateResult {
  const id = `notice-${hint}`;
  const follow = (event: Event) => {
    event.preventDefault();
    const fold = (event.target as Element)
      .closest('form')
      ?.querySelector<HTMLDetailsElement>('#no-attachments');
    if (fold) fold.open = true;
    focusOn('#no-attachments > summary');
  };
  return renderNotice(
    {
      ...{ kind: 'warning', icon: warningIcon, part: 'notice', id },
      heading: headingOf(view.texts?.document, id) || msg('Documents are not sent here'),
      level: view.headingLevel + 1,
    },
    html`${renderSection(view, id)}
      <p><a href="#no-attachments" @click=${follow}>${msg('Where to send documents')}</a></p>`,
  );
}

/** A question, not a refusal: both answers weigh the same. */
export const renderNumbers = (writing: Writing, view: View): TemplateResult =>
  renderNotice(
    {
      ...{ kind: 'warning', icon: warningIcon, part: 'notice', id: 'numbers', hasReason: true },
      heading:
        headingOf(view.texts?.document, 'notice-personal-number') ||
        msg('Your text may contain a personal identity number'),
      level: view.headingLevel + 1,
    },
    html`<p id="numbers-reason">
        ${msg('It says:')}
        ${writing.numbers.map((number) => html`<span class="found">${number}</span> `)}
      </p>
      ${renderSection(view, 'notice-personal-number')}
      <div class="row">
        <button class="button" type="button" @click=${() => writing.edit()}>
          ${msg('Edit my text')}
        </button>
        <button class="button" type="button" @click=${() => writing.allowNumbers()}>
          ${msg('Send anyway')}
        </button>
      </div>`,
  );

/** One confirmation, focused: what, when, which number; then what to do on a shared computer. */
export function renderReceipt(
  writing: Writing,
  view: View,
  { id, receivedAt, subject }: Sent,
  isShared: boolean,
): TemplateResult {
  const { headingLevel, lang, texts } = view;
  const instant = new Date(receivedAt);
  const received = Number.isNaN(instant.getTime())
    ? receivedAt
    : msg(str`${formatInstantDate(instant, lang)} at ${formatTime(instant, lang)}, Swedish time`);
  const row = (name: string, value: string) =>
    html`<div class="summary-row">
      <dt>${name}</dt>
      <dd class="number">${value}</dd>
    </div>`;
  return html`<div class="stack">
    <div
      class="receipt"
      part="receipt"
      id="receipt"
      role="group"
      aria-labelledby="receipt-heading"
      aria-describedby="receipt-facts"
      tabindex="-1"
    >
      <div class="receipt-head">
        ${icon(doneIcon)}
        ${renderHeading(headingLevel, msg('Your message has been sent'), { class: 'heading', id: 'receipt-heading' })}
      </div>
      <dl class="summary" id="receipt-facts">
        ${row(msg('Received'), received)} ${row(msg('Number'), id)}
        ${subject ? row(msg('About'), subject) : nothing}
      </dl>
    </div>
    ${renderSection(view, 'stored')}
    ${
      isShared
        ? html`<div class="stack part" part="shared">
            ${renderHeading(headingLevel + 1, msg('Before you leave this computer'), { class: 'subheading' })}
            ${renderSection(view, 'shared-computer')}
          </div>`
        : nothing
    }
    <div class="stack part">
      ${renderHeading(headingLevel + 1, headingOf(texts?.document, 'reply'), { class: 'subheading' })}
      <slot name="after-sent">${renderSection(view, 'reply')}</slot>
    </div>
    <div class="actions">
      <button class="button" type="button" @click=${() => writing.writeAnother()}>
        ${msg('Write another message')}
      </button>
    </div>
  </div>`;
}
