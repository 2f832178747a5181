import { render, type ElementRenderer } from '@lit-labs/ssr';
import { collectResult } from '@lit-labs/ssr/lib/render-result.js';
import { css, html, nothing, type CSSResultGroup, type TemplateResult } from 'lit';
import type { ContentPack } from './content/pack/content-pack.js';
import { registerLanguages } from './content/pack/register-languages.js';
import { openServerPack } from './content/pack/server-pack.js';
import { useServerBackEnd } from './content/server-render.js';
import { renderFirstView, renderFlowPage } from './elements/document-wizard/server.js';
import { LuckaDocumentWizard } from './elements/document-wizard/document-wizard.js';
import {
  renderOnServer,
  serverStyles as bannerStyles,
} from './elements/maintenance-banner/server.js';
import { renderTermsPage } from './elements/terms-dialog/server.js';
import { LuckaTermsDialog } from './elements/terms-dialog/terms-dialog.js';
import { translations } from './i18n/generated/translations/ssr.js';
import { bestLocale, syncLocale } from './i18n/locale.js';
import { setPackInUse } from './i18n/pack-in-use.js';

/** What an element shows before its script has run. */
interface ServerView {
  /** Where scripts run, until ours has come: exactly what the element then draws. */
  readonly first?: TemplateResult;
  /** Where no script runs. */
  readonly whole: TemplateResult;
}

interface ServerElement {
  readonly styles: CSSResultGroup;
  readonly view: (
    lang: string,
    headingLevel: number,
    options: RenderElementOptions,
  ) => Promise<ServerView>;
}

const elements: Readonly<Record<string, ServerElement>> = {
  'document-wizard': {
    styles: LuckaDocumentWizard.styles,
    view: async (lang, headingLevel, { attributes = {} }) => {
      const flowId = String(attributes['flow-id'] ?? '');
      return {
        first: await renderFirstView(lang, headingLevel, flowId),
        whole: await renderFlowPage(lang, headingLevel, flowId),
      };
    },
  },
  // Its notices are in the JSON inside the tag; it shows what the page's own element would show at this moment.
  'maintenance-banner': {
    styles: bannerStyles,
    view: (lang, headingLevel, { children = '', attributes = {} }) => {
      const { first, whole } = renderOnServer(children, attributes, lang, headingLevel);
      return Promise.resolve({ first: html`${first}`, whole: html`${whole}` });
    },
  },
  'terms-dialog': {
    styles: LuckaTermsDialog.styles,
    view: async (lang, headingLevel, { attributes = {} }) => {
      const termsId = String(attributes['terms-id'] ?? 'my-page');
      return { whole: await renderTermsPage(lang, headingLevel, termsId) };
    },
  },
};

/** Elements that are forms: they need their script, and until it has come people see what the page put inside the tag. */
const FORMS = ['message-composer', 'booking-picker'];

/** Until our script has come: the page's own words come forth only when it takes too long or fails. */
const serverStyles = css`
  @keyframes come-forth {
    to {
      position: static;
      visibility: visible;
    }
  }
  .late {
    position: absolute;
    visibility: hidden;
    animation: come-forth 0s 8s forwards;
  }
  /* Where no script runs: only there does a noscript hold elements. (Safari before 17 has no media query for it.) */
  .first:has(+ noscript > *) {
    display: none;
  }
  noscript:has(> *) + .late {
    animation-delay: 0s;
  }
`;

export interface RenderElementOptions {
  /** Language of the page, such as `sv`; English by default and for languages that the package lacks. */
  readonly lang?: string;
  /** Attributes of the tag: `true` is there, `false` and undefined are not. */
  readonly attributes?: Readonly<Record<string, string | number | boolean | undefined>>;
  /**
   * An agency's content pack in place of the built-in content: path of its `pack.json`, its address (`file:` or `https:`), or its
   * content with its `base`. Where the pack lacks a text, or cannot be read, there is only what is inside the tag, and an error in the
   * console.
   */
  readonly content?: string | URL | ContentPack;
  /** HTML inside the tag, put in as it is: the fallback, child scripts, slotted words. Never what a visitor wrote. */
  readonly children?: string;
  /** Address of the style sheet that the build made, `cdn/styles/<element>.css`. */
  readonly stylesheet?: string;
  /** In place of `stylesheet`: the styles are written into the page with this nonce; '' where the page's policy needs none. */
  readonly nonce?: string;
}

let last: Promise<unknown> = Promise.resolve();

/**
 * An element as HTML with a declarative shadow root, for pages that are rendered on a server. Needs `@lit-labs/ssr`.
 * Without JavaScript the terms, the notices and the rules about documents can be read whole; with it, nothing moves when
 * the element's script has come (the browser build's loader sees to that; with a bundler, call `hydrateLucka()` of
 * lucka/hydrate.js first).
 *
 * @param name without the prefix, such as `terms-dialog`
 * @throws {RangeError} there is no such element
 * @throws {TypeError} neither `stylesheet` nor `nonce` says where the styles are to be
 */
export function renderElement(name: string, options: RenderElementOptions = {}): Promise<string> {
  // Words are set for the whole module: one rendering at a time.
  const rendering = last.then(() => renderNow(name, options));
  last = rendering.catch(() => undefined);
  return rendering;
}

async function renderNow(name: string, options: RenderElementOptions): Promise<string> {
  useServerBackEnd();
  const { children = '', attributes = {} } = options;
  const tag = `<lucka-${name}${Object.entries(attributes).map(attribute).join('')}>`;
  const close = `</lucka-${name}>`;
  if (FORMS.includes(name)) return `${tag}${children}${close}`;
  const element = Object.hasOwn(elements, name) ? elements[name] : undefined;
  if (!element) throw new RangeError(`There is no element lucka-${name}.`);
  try {
    return `${tag}${await shadowRoot(name, element, options)}${children}${close}`;
  } catch (error) {
    if (!options.content || error instanceof TypeError) throw error;
    console.error(`[lucka] <lucka-${name}> has no content.`, error);
    return `${tag}${children}${close}`;
  } finally {
    setPackInUse(undefined);
  }
}

/** The declarative shadow root of an element. */
async function shadowRoot(
  name: string,
  element: ServerElement,
  options: RenderElementOptions,
): Promise<string> {
  const { attributes = {}, content } = options;
  const styles = styleOf(name, options);
  if (content) {
    const pack = await openServerPack(content);
    registerLanguages(pack);
    setPackInUse({ opened: Promise.resolve(pack), isPending: false });
  }
  const lang = bestLocale(options.lang ?? 'en');
  await speak(lang);
  const headingLevel = Number(attributes['heading-level'] ?? 2);
  const { first, whole } = await element.view(lang, headingLevel, options);
  const root = (inside: TemplateResult, name = 'root') =>
    html`<div class=${name} lang=${lang === (options.lang ?? 'en') ? nothing : lang}>
      ${inside}
    </div>`;
  const drawn = first ? await toHtmlFile(html`<div class="first">${root(first)}</div>`) : '';
  const read = await toHtmlFile(root(whole, 'root stack'));
  return `<template shadowrootmode="open">${styles}${drawn}<noscript>${read}</noscript><div class="late"><slot></slot></div></template>`;
}

/** The styles of an element as a style sheet: what the build writes to `cdn/styles/`. */
export function styleSheetOf(name: string): string {
  const { styles } = elements[name] ?? {};
  if (!styles) throw new RangeError(`lucka-${name} is not rendered on servers.`);
  const flat = (group: CSSResultGroup): string[] =>
    Array.isArray(group) ? group.flatMap(flat) : 'cssText' in group ? [group.cssText] : [];
  return [...flat(styles), serverStyles.cssText].join('\n');
}

/** The elements that have a style sheet of their own. */
export const rendered: readonly string[] = Object.keys(elements);

function styleOf(name: string, { stylesheet, nonce }: RenderElementOptions): string {
  if (stylesheet) return `<link rel="stylesheet" href="${escaped(stylesheet)}">`;
  if (nonce === undefined)
    throw new TypeError(
      'Say where the styles are: `stylesheet`, or `nonce` to write them into the page.',
    );
  const mark = nonce && ` nonce="${escaped(nonce)}"`;
  return `<style${mark}>${styleSheetOf(name)}</style>`;
}

/** Slots stand in a shadow root, whose host is written around this. */
const HOST = {} as ElementRenderer;

/** Lit's own marks are for its own way of hydrating. */
const toHtmlFile = async (template: TemplateResult): Promise<string> =>
  (await collectResult(render(template, { customElementHostStack: [HOST] }))).replace(
    /<!--.*?-->/gs,
    '',
  );

/** @lit/localize tells a window when the language changes; on a server there is none to tell. */
async function speak(lang: string): Promise<void> {
  const place = globalThis as { window?: unknown };
  const isAlone = !('window' in place);
  if (isAlone) place.window = { dispatchEvent: () => true };
  try {
    await syncLocale(translations, lang);
  } finally {
    if (isAlone) delete place.window;
  }
}

const attribute = ([name, value]: [string, string | number | boolean | undefined]): string => {
  if (value === undefined || value === false) return '';
  return value === true ? ` ${name}` : ` ${name}="${escaped(String(value))}"`;
};

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
