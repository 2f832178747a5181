import { msg, str } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { formatInstantDate, formatTime } from '../../i18n/format.js';
import { formatDate, toSwedishDate } from '../../i18n/sweden.js';
import { doneIcon, icon, infoIcon } from '../../shared/icons.js';
import type { Acceptance } from './acceptance.js';
import type { TermsDocument } from './terms-document.js';
import { renderAside, type View } from './view.js';

type Drawn = TemplateResult | typeof nothing;

/** Where the person stands with the text on show: accepted when, or a link to the version that was. */
export function renderStanding({ acceptance, lang }: View, terms: TermsDocument): Drawn {
  const { record, later } = acceptance;
  if (record?.decision !== 'accepted' || later?.before) return nothing;
  if (record.version === terms.version) {
    const text = acceptedText(record.decidedAt, lang);
    return html`<p class="status">${icon(doneIcon)}<span>${text}</span></p>`;
  }
  if (later?.version || !terms.standing?.accepted) return nothing;
  const label = msg(str`Read the version you accepted (${record.version})`);
  return html`<p>${quietButton(label, () => later?.read(record.version))}</p>`;
}

function acceptedText(at: string, lang: string): string {
  const instant = new Date(at);
  if (!at || Number.isNaN(instant.getTime())) return msg('You have accepted this version.');
  const day = formatInstantDate(instant, lang);
  const time = formatTime(instant, lang);
  return msg(str`You accepted this version on ${day} at ${time}.`);
}

/** Terms that apply later: when, and that they may be accepted now. */
export function renderUpcoming({ acceptance, lang }: View, terms: TermsDocument): Drawn {
  const upcoming = terms.standing?.upcoming;
  if (upcoming && acceptance.record?.version !== upcoming.version) {
    const day = formatDate(upcoming.effective, lang);
    const text = msg(str`New terms apply from ${day}. You can read them and accept them now.`);
    return renderNote(
      text,
      html`<p>
        ${quietButton(msg('Read the new terms'), () => acceptance.later?.read(upcoming.version))}
      </p>`,
    );
  }
  if (terms.effective <= toSwedishDate(new Date())) return nothing;
  const day = formatDate(terms.effective, lang);
  return renderNote(msg(str`These terms apply from ${day}. You can accept them now.`), nothing);
}

const renderNote = (text: string, action: Drawn): TemplateResult =>
  html`<div class="notice">
    ${icon(infoIcon)}
    <div class="stack-sm">
      <p>${text}</p>
      ${action}
    </div>
  </div>`;

const quietButton = (label: string, act: () => void): TemplateResult =>
  html`<button class="button quiet" type="button" @click=${act}>${label}</button>`;

/** What changed comes first: the author's note, then the differences, section by section. */
export function renderChanges(view: View, terms: TermsDocument): TemplateResult {
  const { acceptance, headingLevel, lang } = view;
  const { value, error } = acceptance.later?.comparison ?? {};
  const { changeSummary, content } = terms;
  return html`<div class="stack" part="changes">
    <p>${beforeText(acceptance, lang)}</p>
    ${changeSummary ? html`<p>${changeSummary}</p>` : nothing} ${renderAside(view, 'changed')}
    ${value ? value.view.renderChanges(value.before.content, content, headingLevel + 1) : nothing}
    ${
      error
        ? html`<p>
            ${msg('The earlier text could not be loaded, so the differences cannot be shown here.')}
          </p>`
        : nothing
    }
    <hr />
  </div>`;
}

function beforeText({ later, record, accepted }: Acceptance, lang: string): string {
  const version = later?.before ?? '';
  const instant = new Date(record?.decidedAt ?? '');
  // What was accepted may be older than what was being read when a newer text came.
  if (accepted !== version || Number.isNaN(instant.getTime()))
    return msg(str`You have read version ${version}.`);
  const day = formatInstantDate(instant, lang);
  return msg(str`You accepted version ${version} on ${day}.`);
}
