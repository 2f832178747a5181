import { loadMarkdown } from '../../../content/load-markdown.js';
import type { Feature } from '../../../shared/lazy-feature.js';
import { downloadFile, printDocument, toHtmlFile } from '../../../shared/print-document.js';
import { termsMarkdown } from '../content.js';
import type { TermsRecord } from '../decision-record.js';
import type { TermsDocument } from '../terms-document.js';
import { loadTerms, type TermsLoader } from '../terms-loader.js';
import { receiptDocument, termsPrintDocument } from './documents.js';

/** The terms on paper and as files. */
export interface Exports extends Feature {
  /** Prints the text on show, whole, on a sheet of its own. */
  print(): Promise<void>;
  /**
   * Offers a file: the text as a page, the very Markdown that the digest is made from, or the receipt.
   *
   * @throws {Error} for a receipt when nothing was decided
   */
  download(what: 'html' | 'markdown' | 'receipt'): Promise<void>;
}

export function createExports(
  host: { readonly decision: TermsRecord | undefined; readonly renderRoot: Node },
  loader: TermsLoader,
): Exports {
  // When the dialog was never open, the text is loaded.
  const terms = async (): Promise<TermsDocument> =>
    loader.shown ?? loadTerms(loader.settings, new AbortController().signal);
  const toPrintDocument = (text: TermsDocument) =>
    termsPrintDocument(text, loader.settings.lang, location.href, new Date());
  return {
    styles: [],
    print: async () => printDocument(toPrintDocument(await terms()), host.renderRoot),
    download: async (what) => {
      const text = await terms();
      const name = `${text.id}-${text.version}-${text.lang}`;
      if (what === 'html') {
        downloadFile(`${name}.html`, 'text/html', toHtmlFile(toPrintDocument(text)));
      } else if (what === 'markdown') {
        const markdown =
          text.markdown ?? (await loadMarkdown(termsMarkdown(loader.settings.termsId), text.lang));
        downloadFile(`${name}.md`, 'text/markdown', markdown);
      } else {
        const { decision: decided } = host;
        if (!decided) throw new Error('There is no receipt: nothing was decided.');
        const receipt = receiptDocument(decided, text, loader.settings.lang, location.href);
        const file = `${decided.documentId}-${decided.version}-receipt.html`;
        downloadFile(file, 'text/html', toHtmlFile(receipt));
      }
    },
  };
}
