import { msg, str } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { renderHeading } from '../../../content/heading.js';
import { plural } from '../../../i18n/plural.js';
import { errorIcon } from '../../../shared/icons.js';
import { renderErrorSummary } from '../../../shared/templates/error-summary.js';
import { renderNotification } from '../../../shared/templates/notification.js';
import { renderCopyButton } from '../copy-button.js';
import type { RenderEnv } from '../render-env.js';
import { renderFoldedSection, renderSection } from '../section-view.js';
import type { SendError } from '../state.js';
import { errorHeading, errorText, isDeadEnd, isUnanswered } from './error-messages.js';
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
  const { length } = errors;
  const heading = plural(length, {
    one: () => msg('There is a problem'),
    other: () => msg(str`There are ${length} problems`),
  });
  return renderErrorSummary(
    renderHeading(headingLevel + 1, heading, { class: 'name', id: 'error-summary-heading' }),
    errors,
  );
}

/** The message was not sent, or nobody knows: what happened, what to do, and that the text is still here. */
export function renderSendError(
  error: SendError,
  env: RenderEnv,
  copy: () => void,
): TemplateResult {
  const { loginHref } = error;
  const { feedback, lang, headingLevel } = env;
  const contact =
    feedback && renderFoldedSection(feedback, 'contact', renderSection(env, feedback, 'contact'));
  const texts = [
    errorText(error, lang),
    isUnanswered(error) && msg('Send your message again. The agency will receive it only once.'),
    isDeadEnd(error) && contact && msg('Other ways to contact the agency are listed below.'),
    msg('Your text is still here.'),
  ];
  const reason = texts.filter(Boolean).join(' ');
  return renderNotification(
    {
      kind: 'error',
      icon: errorIcon,
      id: 'failure',
      heading: errorHeading(error),
      headingLevel: headingLevel + 1,
      hasReason: true,
    },
    html`<p id="failure-reason">${reason}</p>
      ${
        loginHref
          ? html`<p>
              <a href=${loginHref} target="_blank">${msg('Log in (opens in a new tab)')}</a>
            </p>`
          : nothing
      }
      <div class="row">${renderCopyButton(copy)}</div>
      ${contact}`,
  );
}
