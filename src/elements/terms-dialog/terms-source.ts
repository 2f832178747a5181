import type { TermsService } from '../../services/terms.js';

/** Where the terms come from. */
export interface TermsSource {
  /** The page's own service. */
  readonly service: TermsService | undefined;
  /** Base address of the HTTP contract, where the page gave no service of its own; '' when there is none. */
  readonly endpoint: string;
  readonly csrfToken: string;
  /** Address of Markdown; `{lang}` is replaced. */
  readonly src: string;
  /** The element, for a child `<script type="text/markdown">`. */
  readonly element: Element;
  readonly termsId: string;
  /** Language of the interface. */
  readonly lang: string;
}

/** A service keeps the decisions; else the page or the device does. */
export const isServed = ({ service, endpoint }: TermsSource): boolean =>
  Boolean(service ?? endpoint);
