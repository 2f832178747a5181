import { msg, str } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { formatTime, momentInSentence, timeInSentence } from '../../../i18n/format.js';
import { clockIcon, workIcon } from '../../../shared/icons.js';
import type { PageInterruption } from '../../../shared/page-notices.js';
import { renderNotification } from '../../../shared/templates/notification.js';
import { renderCopyButton } from '../copy-button.js';
import type { RenderEnv } from '../render-env.js';
import type { ComposerState, SessionPhase } from '../state.js';

export function sessionHeading(
  { sessionPhase, sessionEndsAt }: ComposerState,
  { lang }: Pick<RenderEnv, 'lang'>,
): string {
  const time = timeInSentence(formatTime(new Date(sessionEndsAt), lang), lang);
  return sessionPhase === 'ended'
    ? msg('You have been logged out')
    : msg(str`You will be logged out at ${time} (Swedish time)`);
}

export function sessionText(
  phase: SessionPhase,
  { canExtendSession }: Pick<RenderEnv, 'canExtendSession'>,
): string {
  if (phase === 'ended')
    return msg('Your text is still here. Log in again in another tab, then send.');
  return canExtendSession
    ? msg('To stay logged in, press any key in the form or select the button.')
    : msg('Send your message before then, or copy your text.');
}

export interface SessionActions {
  readonly extend: () => void;
  readonly copyText: () => void;
}

/** The session is ending or has ended. */
export const renderSession = (
  state: ComposerState,
  env: RenderEnv,
  actions: SessionActions,
): TemplateResult =>
  renderNotification(
    {
      kind: 'warning',
      icon: clockIcon,
      part: 'notice',
      id: 'session',
      heading: sessionHeading(state, env),
      headingLevel: env.headingLevel + 1,
    },
    html`<p>${sessionText(state.sessionPhase, env)}</p>
      ${state.sessionPhase === 'ending' ? renderWayOn(state, env, actions) : nothing}`,
  );

/** To go on logged in, where the page can do that; else to keep the text. One button: the text says "the button". */
function renderWayOn(
  { text }: ComposerState,
  { canExtendSession }: RenderEnv,
  { extend, copyText }: SessionActions,
): TemplateResult | typeof nothing {
  if (canExtendSession)
    return html`<div class="row">
      <button class="button" type="button" @click=${extend}>${msg('Stay logged in')}</button>
    </div>`;
  return text ? html`<div class="row">${renderCopyButton(copyText)}</div>` : nothing;
}

export const restoredText = (): string =>
  msg('The text you wrote before is still here. It is saved in this tab until you send it.');

/** Messages cannot be sent, by a notice on the page; nothing is switched off. */
export function renderInterruption(
  { endsAt }: PageInterruption,
  { lang, headingLevel }: RenderEnv,
): TemplateResult {
  const moment = endsAt && momentInSentence(endsAt, lang);
  const until = moment ? msg(str`This is planned to end on ${moment} (Swedish time).`) : '';
  return renderNotification(
    {
      kind: '',
      icon: workIcon,
      part: 'notice',
      id: 'interruption',
      heading: msg('Messages cannot be sent at the moment'),
      headingLevel: headingLevel + 1,
    },
    html`<p>${until} ${msg('You can keep writing and try to send your message anyway.')}</p>`,
  );
}
