import { msg, str } from '@lit/localize';
import { html, nothing } from 'lit';
import { sectionsOf } from '../../../content/document.js';
import { langAttributes } from '../../../content/lang-attributes.js';
import {
  dateInSentence,
  formatInstantDate,
  formatTime,
  joinDateTime,
} from '../../../i18n/format.js';
import { formatDate } from '../../../i18n/sweden.js';
import type { PrintDocument } from '../../../shared/print-document.js';
import type { TermsRecord } from '../decision-record.js';
import type { TermsDocument } from '../terms-document.js';
import { renderKeyPoints, renderSection, versionLine } from '../terms-text-view.js';

/** The whole text, with version, date and the address it was read at. */
export function termsPrintDocument(
  terms: TermsDocument,
  lang: string,
  address: string,
  now: Date,
): PrintDocument {
  const day = dateInSentence(formatInstantDate(now, lang), lang);
  return {
    title: terms.title,
    lang: terms.lang,
    body: html`<h1>${terms.title}</h1>
      <p>${versionLine(terms, lang)}</p>
      ${renderKeyPoints(terms, 2, langAttributes(terms.lang, lang))}
      ${sectionsOf(terms.content.blocks).map((section) => renderSection(section, 2))}
      <hr />
      <p>${msg(str`Read on ${day} at ${address}`)}</p>
      ${terms.digest ? html`<p>${terms.digest}</p>` : nothing}`,
  };
}

/** The person's copy of the record: in words, and below them as data. */
export function receiptDocument(
  record: TermsRecord,
  terms: TermsDocument,
  lang: string,
  address: string,
): PrintDocument {
  const title = msg('Receipt: your choice about the terms of use');
  const rows: [string, unknown][] = [
    [msg('Choice'), record.decision === 'accepted' ? msg('Accepted') : msg('Declined')],
    [msg('Terms'), terms.title],
    [msg('Version'), record.version],
    [msg('Applies from'), terms.version === record.version && formatDate(terms.effective, lang)],
    [msg('Language of the text'), record.lang],
    [msg('Date and time'), timeOf(record, lang)],
    [
      msg('Agency'),
      record.controller && `${record.controller.name} ${record.controller.orgNumber ?? ''}`,
    ],
    [msg('Receipt number'), record.receiptId],
    [msg('Fingerprint of the text (SHA-256)'), record.digest],
    [msg('Page'), address],
  ];
  const filled = rows.filter(([, value]) => value);
  return {
    title,
    lang,
    body: html`<h1>${title}</h1>
      <dl>
        ${filled.map(
          ([term, value]) =>
            html`<dt>${term}</dt>
              <dd>${value}</dd>`,
        )}
      </dl>
      <h2>${msg('The same information as data (JSON)')}</h2>
      <pre>${JSON.stringify(record, null, 2)}</pre>`,
  };
}

function timeOf({ decidedAt }: TermsRecord, lang: string): string {
  const instant = new Date(decidedAt);
  if (Number.isNaN(instant.getTime())) return '';
  const day = formatInstantDate(instant, lang);
  const moment = joinDateTime(day, formatTime(instant, lang), lang);
  return msg(str`${moment} (Swedish time)`);
}
