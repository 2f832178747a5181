import { msg, str } from '@lit/localize';
import { html, nothing } from 'lit';
import { formatInstantDate, formatTime } from '../../i18n/format.js';
import { formatDate } from '../../i18n/sweden.js';
import {
  toHtmlFile,
  printDocument,
  downloadFile,
  type PrintDocument,
} from '../../shared/print-document.js';
import { loadTerms, type Acceptance } from './acceptance.js';
import type { TermsRecord } from './decision.js';
import { langAttributes } from '../../content/lang-attributes.js';
import { sectionsOf } from '../../content/document.js';
import { factsOf, renderKeyPoints, renderSection } from './reading.js';
import type { TermsDocument } from './terms-document.js';

/** The very text of the built-in terms. */
const builtInMarkdown = new Map<string, () => Promise<{ default: string }>>(
  Object.entries({
    en: () => import('../../../content/terms/my-page.en.md?raw'),
    sv: () => import('../../../content/terms/my-page.sv.md?raw'),
  }),
);

/** The whole text, with version, date and the address it was read at. */
export function termsPaper(
  terms: TermsDocument,
  lang: string,
  address: string,
  now: Date,
): PrintDocument {
  const day = formatInstantDate(now, lang);
  return {
    title: terms.title,
    lang: terms.lang,
    body: html`<h1>${terms.title}</h1>
      <p>${factsOf(terms, lang)}</p>
      ${renderKeyPoints(terms, 2, langAttributes(terms.lang, lang))}
      ${sectionsOf(terms.content.blocks).map((section) => renderSection(section, 2))}
      <hr />
      <p>${msg(str`Read on ${day} at ${address}`)}</p>
      ${terms.digest ? html`<p>${terms.digest}</p>` : nothing}`,
  };
}

/** The person's copy of the record: in words, and below them as data. */
export function receiptPaper(
  record: TermsRecord,
  terms: TermsDocument,
  lang: string,
  address: string,
): PrintDocument {
  const title = msg('Receipt for your choice about the terms of use');
  const rows: [string, unknown][] = [
    [msg('Choice'), record.decision === 'accepted' ? msg('Accepted') : msg('Declined')],
    [msg('Terms'), terms.title],
    [msg('Version'), record.version],
    [msg('Applies from'), terms.version === record.version && formatDate(terms.effective, lang)],
    [msg('Language of the text'), record.lang],
    [msg('Time'), timeOf(record, lang)],
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
      <h2>${msg('The same as data (JSON)')}</h2>
      <pre>${JSON.stringify(record, null, 2)}</pre>`,
  };
}

function timeOf({ decidedAt }: TermsRecord, lang: string): string {
  const instant = new Date(decidedAt);
  if (Number.isNaN(instant.getTime())) return '';
  const [day, time] = [formatInstantDate(instant, lang), formatTime(instant, lang)];
  return msg(str`${day}, ${time} Swedish time`);
}

export async function printTerms(acceptance: Acceptance, place: Node): Promise<void> {
  const { lang } = acceptance.settings();
  await printDocument(termsPaper(await textOf(acceptance), lang, location.href, new Date()), place);
}

/** Offers a file: the text as a page, the very Markdown that the digest is made from, or the receipt. */
export async function downloadTerms(
  acceptance: Acceptance,
  what: 'html' | 'markdown' | 'receipt',
): Promise<void> {
  const { lang } = acceptance.settings();
  const terms = await textOf(acceptance);
  const name = `${terms.id}-${terms.version}-${terms.lang}`;
  if (what === 'html') {
    downloadFile(
      `${name}.html`,
      'text/html',
      toHtmlFile(termsPaper(terms, lang, location.href, new Date())),
    );
  } else if (what === 'markdown') {
    const markdown = terms.markdown ?? (await builtInMarkdown.get(terms.lang)?.())?.default ?? '';
    downloadFile(`${name}.md`, 'text/markdown', markdown);
  } else {
    const { record } = acceptance;
    if (!record) throw new Error('There is no receipt: nothing was decided.');
    const paper = receiptPaper(record, terms, lang, location.href);
    downloadFile(
      `${record.documentId}-${record.version}-receipt.html`,
      'text/html',
      toHtmlFile(paper),
    );
  }
}

/** The text on show; loads it when the dialog was never open. */
async function textOf(acceptance: Acceptance): Promise<TermsDocument> {
  return acceptance.shown ?? loadTerms(acceptance.settings(), new AbortController().signal);
}
