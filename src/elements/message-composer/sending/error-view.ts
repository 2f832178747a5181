import { msg } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { renderHeading } from '../../../content/heading.js';
import { errorIcon } from '../../../shared/icons.js';
import { renderErrorSummary } from '../../../shared/templates/error-summary.js';
import { renderNotification } from '../../../shared/templates/notification.js';
import type { RenderEnv } from '../render-env.js';
import { renderFoldedSection, renderSection } from '../section-view.js';
import type { SendError } from '../state.js';
import { errorText, isUnanswered } from './error-messages.js';
import type { FieldErrors } from './field-errors.js';

/** What is wrong with the fields, with links to them; undefined when nothing is. */
export function renderFieldErrors(
  fieldErrors: FieldErrors,
  { headingLevel }: RenderEnv,
  focus: (selector: string) => void,
): TemplateResult | undefined {
  const errors = (['subject', 'message'] as const).flatMap((field) =>
    fieldErrors[field] ? { text: fieldErrors[field], focus: () => focus(`#${field}`) } : [],
  );
  if (!errors.length) return undefined;
  const heading =
    errors.length > 1 ? msg('Two things to put right') : msg('One thing to put right');
  return renderErrorSummary(
    renderHeading(headingLevel + 1, heading, { class: 'name', id: 'error-summary-heading' }),
    errors,
  );
}

/** The message was not sent, or nobody knows: what happened, and that the text is still here. */
export function renderSendError(error: SendError, env: RenderEnv): TemplateResult {
  const { loginHref } = error;
  const { feedback, lang, headingLevel } = env;
  const consequence = isUnanswered(error)
    ? msg('It is not known whether your message arrived. Send it again: it counts only once.')
    : '';
  return renderNotification(
    {
      kind: 'error',
      icon: errorIcon,
      id: 'failure',
      heading: isUnanswered(error)
        ? msg('No answer came to your message')
        : msg('Your message was not sent'),
      headingLevel: headingLevel + 1,
      hasReason: true,
    },
    html`<p id="failure-reason">
        ${errorText(error, lang)} ${consequence} ${msg('Your text is still here.')}
      </p>
      ${
        loginHref
          ? html`<p>
              <a href=${loginHref} target="_blank">${msg('Log in (opens in a new tab)')}</a>
            </p>`
          : nothing
      }
      ${feedback ? renderFoldedSection(feedback, 'contact', renderSection(env, feedback, 'contact')) : nothing}`,
  );
}
