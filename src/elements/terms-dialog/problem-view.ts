import { msg } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { renderHeading } from '../../content/heading.js';
import { errorIcon, icon } from '../../shared/icons.js';
import { controllerFrom, renderContact, renderPhone } from './contact-view.js';
import { failureOf, type Failure } from './failures.js';
import type { Controller } from './terms-document.js';
import type { View } from './view.js';

/** The text could not be loaded: what failed, another try, how to reach the agency, and the page's own link. */
export function renderNotLoaded(view: View, error: unknown): TemplateResult {
  const { text, code } = failureOf(error, view.lang, new Date());
  const isRetired = code === 'retired';
  const heading = isRetired
    ? msg('The terms do not apply any more')
    : msg('The terms could not be loaded');
  return html`${renderError(
      view,
      heading,
      html`<p id="error-reason">${isRetired ? msg('There is nothing to choose.') : text()}</p>
        <p><slot></slot></p>
        ${isRetired ? nothing : html`<p>${button(msg('Try again'), () => view.acceptance.later?.retry())}</p>`}`,
    )}
    <div><slot name="contact">${renderContact(view.acceptance)}</slot></div>`;
}

/** The choice was not saved: what is known of it, and that the same choice can be sent again. */
export function renderNotSaved(view: View, failure: Failure): TemplateResult {
  if (failure.code === 'stale-version') {
    const text = msg('Your choice was not saved. Read what is different, then choose again.');
    return renderError(
      view,
      msg('The terms changed while you were reading'),
      html`<p id="error-reason">${text}</p>`,
    );
  }
  const heading = isUnanswered(failure)
    ? msg('No answer came to your choice')
    : msg('Your choice was not saved');
  return renderError(view, heading, renderReason(failure, controllerFrom(view.acceptance)));
}

/** The request may have arrived although no answer came back: nobody knows, and nobody says otherwise. */
const isUnanswered = ({ code }: Failure): boolean =>
  ['offline', 'network', 'timeout'].includes(code);

function renderReason(failure: Failure, controller: Controller | undefined): TemplateResult {
  const { text, loginHref } = failure;
  const phone = controller?.phone;
  const consequence = isUnanswered(failure)
    ? msg('It is not known whether your choice was saved. Choose again: it counts only once.')
    : msg('You have not accepted or declined anything yet.');
  return html`<p id="error-reason">${text()} ${consequence}</p>
    ${
      loginHref
        ? html`<p>
            <a href=${loginHref} target="_blank">${msg('Log in (opens in a new tab)')}</a>
          </p>`
        : nothing
    }
    ${phone ? html`<p>${msg(html`You can also call ${renderPhone(phone)}.`)}</p>` : nothing}`;
}

/** Takes the focus when it appears, so it is not a live region: it would be read twice. */
const renderError = (
  { headingLevel }: View,
  heading: string,
  inside: TemplateResult,
): TemplateResult =>
  html`<div
    class="notice error"
    part="error"
    role="group"
    aria-labelledby="error-heading"
    aria-describedby="error-reason"
    tabindex="-1"
  >
    ${icon(errorIcon)}
    <div class="stack-sm">
      ${renderHeading(headingLevel + 1, heading, { class: 'name', id: 'error-heading' })} ${inside}
    </div>
  </div>`;

const button = (label: string, act: () => void): TemplateResult =>
  html`<button class="button" type="button" @click=${act}>${label}</button>`;
