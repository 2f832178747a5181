import { msg, str } from '@lit/localize';
import { html, nothing, render, type TemplateResult } from 'lit';
import { formatDate, formatTime } from '../../i18n/format.js';
import { formatDay } from '../../i18n/sweden.js';
import { loadTerms, type Acceptance } from './acceptance.js';
import type { TermsRecord } from './decision.js';
import { foreign } from '../../content/foreign.js';
import { sectionsOf } from '../../content/document.js';
import { factsOf, renderKeyPoints, renderSection } from './reading.js';
import type { TermsDocument } from './terms-document.js';

/** The very text of the built-in terms. */
const builtInMarkdown: Readonly<Record<string, () => Promise<{ default: string }>>> = {
  en: () => import('../../../content/terms/my-page.en.md?raw'),
  sv: () => import('../../../content/terms/my-page.sv.md?raw'),
};

/** A page of its own: for the printer, or as a file. */
export interface Paper {
  readonly title: string;
  readonly lang: string;
  readonly body: TemplateResult;
}

const STYLES = `
  body { font: 12pt/1.5 system-ui, sans-serif; max-width: 66ch; margin: 2em auto; padding: 0 1em; color: #000; background: #fff; }
  h1, h2, h3 { line-height: 1.25; break-after: avoid; }
  dt { font-weight: 600; } dd { margin: 0 0 .75em; }
  pre { white-space: pre-wrap; overflow-wrap: anywhere; }
  .number, .nowrap { white-space: nowrap; }
`;

/** The whole text, with version, date and the address it was read at. */
export function termsPaper(terms: TermsDocument, lang: string, address: string, now: Date): Paper {
  const day = formatDate(now, lang);
  return {
    title: terms.title,
    lang: terms.lang,
    body: html`<h1>${terms.title}</h1>
      <p>${factsOf(terms, lang)}</p>
      ${renderKeyPoints(terms, 2, foreign(terms.lang, lang))}
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
): Paper {
  const title = msg('Receipt for your choice about the terms of use');
  const rows: [string, unknown][] = [
    [msg('Choice'), record.decision === 'accepted' ? msg('Accepted') : msg('Declined')],
    [msg('Terms'), terms.title],
    [msg('Version'), record.version],
    [msg('Applies from'), terms.version === record.version && formatDay(terms.effective, lang)],
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
  const [day, time] = [formatDate(instant, lang), formatTime(instant, lang)];
  return msg(str`${day}, ${time} Swedish time`);
}

/**
 * Prints in a hidden frame: printing an open modal dialog would lose most of the text. Its styles are constructed, so
 * that a strict content security policy lets them in.
 */
async function printPaper(paper: Paper, place: Node): Promise<void> {
  const frame = document.createElement('iframe');
  frame.className = 'unseen';
  frame.tabIndex = -1;
  frame.title = paper.title;
  frame.ariaHidden = 'true';
  place.appendChild(frame);
  const { contentDocument: sheet, contentWindow: view } = frame;
  if (!sheet || !view) return;
  write(paper, sheet);
  const styles = new (view as Window & typeof globalThis).CSSStyleSheet();
  styles.replaceSync(STYLES);
  sheet.adoptedStyleSheets = [styles];
  view.addEventListener('afterprint', () => frame.remove());
  await new Promise((done) => setTimeout(done));
  view.focus();
  view.print();
}

/** A complete HTML file. Its styles are put in as text: a policy of this page would refuse a style element here. */
function htmlOf(paper: Paper): string {
  const file = document.implementation.createHTMLDocument(paper.title);
  write(paper, file);
  const charset = file.createElement('meta');
  charset.setAttribute('charset', 'utf-8');
  file.head.prepend(charset);
  const text = new XMLSerializer().serializeToString(file);
  return `<!doctype html>\n${text.replace('</head>', `<style>${STYLES}</style></head>`)}`;
}

function write({ title, lang, body }: Paper, target: Document): void {
  target.documentElement.lang = lang;
  target.title = title;
  render(body, target.body);
  // Lit's own marks are of no use on paper.
  const comments = target.createTreeWalker(target.body, NodeFilter.SHOW_COMMENT);
  const marks: Node[] = [];
  while (comments.nextNode()) marks.push(comments.currentNode);
  for (const mark of marks) mark.parentNode?.removeChild(mark);
}

export async function printTerms(acceptance: Acceptance, place: Node): Promise<void> {
  const { lang } = acceptance.settings();
  await printPaper(termsPaper(await textOf(acceptance), lang, location.href, new Date()), place);
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
    saveFile(
      `${name}.html`,
      'text/html',
      htmlOf(termsPaper(terms, lang, location.href, new Date())),
    );
  } else if (what === 'markdown') {
    const markdown = terms.markdown ?? (await builtInMarkdown[terms.lang]?.())?.default ?? '';
    saveFile(`${name}.md`, 'text/markdown', markdown);
  } else {
    const { record } = acceptance;
    if (!record) throw new Error('There is no receipt: nothing was decided.');
    const paper = receiptPaper(record, terms, lang, location.href);
    saveFile(`${record.documentId}-${record.version}-receipt.html`, 'text/html', htmlOf(paper));
  }
}

/** The text on show; loads it when the dialog was never open. */
async function textOf(acceptance: Acceptance): Promise<TermsDocument> {
  return acceptance.shown ?? loadTerms(acceptance.settings(), new AbortController().signal);
}

function saveFile(name: string, type: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // Firefox starts the download in a later task.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
