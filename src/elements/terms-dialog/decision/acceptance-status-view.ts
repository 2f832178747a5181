import { msg, str } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { dateInSentence, momentInSentence } from '../../../i18n/format.js';
import { formatDate } from '../../../i18n/sweden.js';
import { doneIcon, icon, infoIcon } from '../../../shared/icons.js';
import type { DialogActions, RenderEnv } from '../render-env.js';
import { comparedVersion, latestRecord, type TermsState } from '../state.js';
import type { TermsDocument } from '../terms-document.js';

type Part = TemplateResult | typeof nothing;

/** Above the text: what was accepted when, and terms to come. */
export const renderAcceptanceStatus = (
  state: TermsState,
  env: RenderEnv,
  actions: DialogActions,
  terms: TermsDocument,
): TemplateResult =>
  html`${renderAccepted(state, env, actions, terms)}
  ${state.requestedVersion ? nothing : renderUpcoming(state, env, actions, terms)}`;

/** When the text on show was accepted, or a link to the version that was. */
function renderAccepted(
  state: TermsState,
  env: RenderEnv,
  actions: DialogActions,
  terms: TermsDocument,
): Part {
  const record = latestRecord(state, env);
  if (record?.decision !== 'accepted' || comparedVersion(state, env)) return nothing;
  if (record.version === terms.version) {
    const text = acceptedText(record.decidedAt, env.lang);
    return html`<p class="status">${icon(doneIcon)}<span>${text}</span></p>`;
  }
  if (state.requestedVersion || !terms.acceptanceStatus?.accepted) return nothing;
  const label = msg(str`Read the version you accepted (${record.version})`);
  return html`<p>${renderVersionButton(label, record.version, actions)}</p>`;
}

function acceptedText(at: string, lang: string): string {
  const instant = new Date(at);
  if (!at || Number.isNaN(instant.getTime())) return msg('You have accepted this version.');
  const moment = momentInSentence(instant, lang);
  return msg(str`You accepted this version on ${moment}.`);
}

/** Terms that apply later: when, and that they may be accepted now. */
function renderUpcoming(
  state: TermsState,
  env: RenderEnv,
  actions: DialogActions,
  terms: TermsDocument,
): Part {
  const upcoming = terms.acceptanceStatus?.upcoming;
  if (upcoming && latestRecord(state, env)?.version !== upcoming.version) {
    const day = dateInSentence(formatDate(upcoming.effective, env.lang), env.lang);
    const text = msg(str`New terms apply from ${day}. You can read them and accept them now.`);
    const button = renderVersionButton(
      msg('Read the new terms'),
      upcoming.version,
      actions,
      'upcoming',
    );
    return renderNote(text, html`<p>${button}</p>`);
  }
  if (terms.effective <= env.today) return nothing;
  const day = dateInSentence(formatDate(terms.effective, env.lang), env.lang);
  return renderNote(msg(str`These terms apply from ${day}. You can accept them now.`), nothing);
}

const renderNote = (text: string, action: Part): TemplateResult =>
  html`<div class="notice">
    ${icon(infoIcon)}
    <div class="stack-sm">
      <p id="upcoming">${text}</p>
      ${action}
    </div>
  </div>`;

/** @param describedBy id of what it is about; '' where its name says so */
const renderVersionButton = (
  label: string,
  version: string,
  { readVersion }: DialogActions,
  describedBy = '',
): TemplateResult =>
  html`<button
    class="button quiet"
    type="button"
    aria-describedby=${describedBy || nothing}
    @click=${() => readVersion(version)}
  >
    ${label}
  </button>`;
