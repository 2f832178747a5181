import { render, type TemplateResult } from 'lit';
import { writtenAddress } from '../content/plain-text.js';

/** A page of its own: for the printer, or as a file. */
export interface PrintDocument {
  readonly title: string;
  readonly lang: string;
  readonly body: TemplateResult;
}

const STYLES = `
  body { font: 12pt/1.5 system-ui, sans-serif; max-width: 66ch; margin: 2em auto; padding: 0 1em; color: #000; background: #fff; }
  h1, h2, h3 { line-height: 1.25; break-after: avoid; }
  dt { font-weight: 600; } dd { margin: 0 0 .75em; }
  pre { white-space: pre-wrap; overflow-wrap: anywhere; }
  th, td { text-align: start; vertical-align: top; padding: .2em 1em .2em 0; border-bottom: 1px solid; }
  .number, .nowrap { white-space: nowrap; }
`;

/**
 * Prints in a hidden frame: printing an open modal dialog would lose most of the text. Its styles are constructed, so
 * that a strict content security policy lets them in.
 */
export async function printDocument(paper: PrintDocument, place: Node): Promise<void> {
  const frame = document.createElement('iframe');
  frame.className = 'visually-hidden';
  frame.tabIndex = -1;
  frame.title = paper.title;
  frame.setAttribute('aria-hidden', 'true');
  place.appendChild(frame);
  const { contentDocument: sheet, contentWindow: view } = frame;
  if (!sheet || !view) return;
  write(paper, sheet);
  for (const link of sheet.querySelectorAll('a')) {
    const address = writtenAddress(link.getAttribute('href') ?? '', link.textContent);
    if (address) link.after(` (${address})`);
  }
  const styles = new (view as Window & typeof globalThis).CSSStyleSheet();
  styles.replaceSync(STYLES);
  sheet.adoptedStyleSheets = [styles];
  view.addEventListener('afterprint', () => frame.remove());
  await new Promise((done) => setTimeout(done));
  view.focus();
  view.print();
}

/** A complete HTML file. Its styles are put in as text: a policy of this page would refuse a style element here. */
export function toHtmlFile(paper: PrintDocument): string {
  const file = document.implementation.createHTMLDocument(paper.title);
  write(paper, file);
  const charset = file.createElement('meta');
  charset.setAttribute('charset', 'utf-8');
  file.head.prepend(charset);
  const text = new XMLSerializer().serializeToString(file);
  return `<!doctype html>\n${text.replace('</head>', `<style>${STYLES}</style></head>`)}`;
}

function write({ title, lang, body }: PrintDocument, target: Document): void {
  target.documentElement.lang = lang;
  target.title = title;
  render(body, target.body);
  // Lit's own marks are of no use on paper.
  const comments = target.createTreeWalker(target.body, NodeFilter.SHOW_COMMENT);
  const marks: Node[] = [];
  while (comments.nextNode()) marks.push(comments.currentNode);
  for (const mark of marks) mark.parentNode?.removeChild(mark);
  // Links within the text lead there in a file too.
  for (const place of target.querySelectorAll<HTMLElement>('[data-id]'))
    place.id = place.dataset['id'] ?? '';
}

/** Offers a file for download. */
export function downloadFile(name: string, type: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // Firefox starts the download in a later task.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
