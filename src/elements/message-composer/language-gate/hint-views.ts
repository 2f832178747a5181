import { msg, str } from '@lit/localize';
import { html, type TemplateResult } from 'lit';
import { infoIcon, warningIcon } from '../../../shared/icons.js';
import { renderNotification } from '../../../shared/templates/notification.js';
import type { RenderEnv } from '../render-env.js';
import { headingOf, renderSection } from '../section-view.js';
import type { AttachmentHint } from '../state.js';
import type { LanguageGateActions } from './actions.js';

/**
 * While typing, under the field.
 *
 * @param languages names of the languages that the agency reads
 */
export const renderLanguageHint = (
  { headingLevel }: RenderEnv,
  languages: string,
): TemplateResult =>
  renderNotification(
    {
      kind: '',
      icon: infoIcon,
      part: 'language',
      id: 'language',
      heading: msg(str`Please write in ${languages}`),
      headingLevel: headingLevel + 1,
    },
    html`<p>${msg('Your text looks like another language. We may be wrong.')}</p>`,
  );

/** About documents and files, which are not sent in a message. */
export function renderAttachmentHint(
  hint: AttachmentHint | 'file',
  env: RenderEnv,
  actions: LanguageGateActions,
): TemplateResult {
  const id = `notice-${hint}`;
  return renderNotification(
    {
      kind: 'warning',
      icon: warningIcon,
      part: 'notice',
      id,
      heading: headingOf(env.feedback, id) || msg('You cannot send documents here'),
      headingLevel: env.headingLevel + 1,
    },
    html`${renderSection(env, env.feedback, id)}
      <p>
        <a href="#no-attachments" @click=${actions.showAttachments}
          >${msg('Where to send documents')}</a
        >
      </p>`,
  );
}

const renderFound = (number: string, index: number): TemplateResult =>
  html`${index ? ', ' : ''}<span class="found" dir="ltr">${number}</span>`;

/** A question, not a refusal: both answers have the same weight. */
export const renderNumbers = (
  numbers: readonly string[],
  env: RenderEnv,
  actions: LanguageGateActions,
): TemplateResult =>
  renderNotification(
    {
      kind: 'warning',
      icon: warningIcon,
      part: 'notice',
      id: 'numbers',
      heading:
        headingOf(env.feedback, 'notice-personal-number') ||
        msg('Your text may contain a personal identity number'),
      headingLevel: env.headingLevel + 1,
      hasReason: true,
    },
    html`<div class="stack-sm" id="numbers-reason">
        <p>
          ${`${msg('Your message has not been sent yet.')} ${msg('We found this in your text:')} `}${numbers.map(renderFound)}.
        </p>
        ${renderSection(env, env.feedback, 'notice-personal-number')}
        <p>${msg('You can edit the text or send it anyway.')}</p>
      </div>
      <div class="row">
        <button class="button" type="button" @click=${actions.edit}>${msg('Edit my text')}</button>
        <button class="button" type="button" @click=${actions.allowNumbers}>
          ${msg('Send anyway')}
        </button>
      </div>`,
  );
