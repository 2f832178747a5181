import { msg } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { renderHeading } from '../../../content/heading.js';
import { errorIcon, icon } from '../../../shared/icons.js';
import { renderReloadButton } from '../../../shared/templates/reload-button.js';
import { toUserError, type UserError } from '../../../shared/user-error.js';
import { controllerIn, type RenderEnv } from '../render-env.js';
import { fetchedTerms, type DecisionError, type TermsState } from '../state.js';
import { renderContact, renderPhone } from './contact-view.js';
import { errorText, isReloadAsked, isUnanswered } from './error-messages.js';

/** What failed, if anything did. */
export function renderError(
  state: TermsState,
  env: RenderEnv,
  retry: () => void,
): TemplateResult | typeof nothing {
  const { value, error, failedAt = 0 } = fetchedTerms(state, env);
  if (!value && error) return renderNotLoaded(toUserError(error, failedAt, 'content'), env, retry);
  const { decisionError } = state;
  return decisionError ? renderNotSaved(decisionError, env) : nothing;
}

/** The text could not be loaded: what failed, another try, how to reach the agency, and the page's own link. */
function renderNotLoaded(error: UserError, env: RenderEnv, retry: () => void): TemplateResult {
  const isRetired = error.code === 'retired';
  const heading = isRetired
    ? msg('These terms no longer apply')
    : msg('The terms could not be loaded');
  const reason = isRetired
    ? msg('You do not need to accept or decline them.')
    : errorText(error, env.lang);
  return html`${renderNotice(
      env,
      heading,
      html`<p id="error-reason">${reason}</p>
        <p><slot></slot></p>
        ${
          isRetired
            ? nothing
            : html`<p>
                <button class="button" type="button" @click=${retry}>${msg('Try again')}</button>
                ${isReloadAsked(error) ? renderReloadButton() : nothing}
              </p>`
        }`,
    )}
    <div><slot name="contact">${renderContact(env)}</slot></div>`;
}

/** The choice was not saved: what is known of it, and that the same choice can be sent again. */
function renderNotSaved(error: DecisionError, env: RenderEnv): TemplateResult {
  if (error.code === 'stale-version') {
    const text = msg('Your choice was not saved. Read what has changed, then choose again.');
    const heading = msg('The terms changed while you were reading');
    return renderNotice(env, heading, html`<p id="error-reason">${text}</p>`);
  }
  const heading = isUnanswered(error)
    ? msg('It is not clear if your choice was saved')
    : msg('Your choice was not saved');
  return renderNotice(env, heading, renderReason(error, env));
}

/** Where no answer came, nobody knows what was saved, and nobody says otherwise. */
function renderReason(error: DecisionError, env: RenderEnv): TemplateResult {
  const { loginHref } = error;
  const phone = controllerIn(env)?.phone;
  const consequence = isUnanswered(error)
    ? msg('Choose again. Your choice will be counted only once.')
    : msg('You have not accepted or declined anything yet.');
  return html`<p id="error-reason">${`${errorText(error, env.lang)} ${consequence}`}</p>
    ${
      loginHref
        ? html`<p>
            <a href=${loginHref} target="_blank">${msg('Log in (opens in a new tab)')}</a>
          </p>`
        : nothing
    }
    ${isReloadAsked(error) ? html`<p>${renderReloadButton()}</p>` : nothing}
    ${phone ? html`<p>${msg(html`You can also call ${renderPhone(phone)}.`)}</p>` : nothing}`;
}

/** Takes the focus when it appears, so it is not a live region: it would be read twice. */
const renderNotice = (
  { headingLevel }: RenderEnv,
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
