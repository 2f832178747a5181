import { msg } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { renderHeading } from '../../content/heading.js';
import { renderInLanguage } from '../../content/lang-attributes.js';
import { renderDecisionButtons, type DecisionButtonParts } from './decision-buttons.js';
import type { DialogActions, RenderEnv } from './render-env.js';
import {
  comparedVersion,
  isChoiceOffered,
  isWaiting,
  shownTerms,
  type TermsState,
} from './state.js';
import { renderTermsText, versionLine } from './terms-text-view.js';

type Part = TemplateResult | typeof nothing | '' | undefined;

/** What features put into the dialog, each once it is loaded. */
export interface DialogParts extends DecisionButtonParts {
  /** Above the text: what was accepted, and what is to come. */
  readonly status: Part;
  /** Above the sections: what changed since the accepted version. */
  readonly changes: Part;
  /** What failed. */
  readonly error: Part;
  /** Below the text: print and download. */
  readonly tools: Part;
  /** Beside Close, for those who have nothing to choose. */
  readonly readerActions: Part;
  /** The text is taller than its box. */
  readonly isScrollable: boolean | undefined;
}

export const renderTitle = (state: TermsState, env: RenderEnv): TemplateResult =>
  renderHeading(env.headingLevel, titleOf(state, env), {
    class: 'title',
    part: 'heading',
    id: 'title',
  });

function titleOf(state: TermsState, env: RenderEnv): TemplateResult | string {
  if (state.panel === 'declined') return msg('You have declined the terms');
  if (comparedVersion(state, env)) return msg('The terms of use have changed');
  const { title, lang } = shownTerms(state, env) ?? {};
  return title && lang ? renderInLanguage(title, lang, env.lang) : msg('Terms of use');
}

/** The terms with the choice, or with what a reader can do. */
export function renderTerms(
  state: TermsState,
  env: RenderEnv,
  actions: DialogActions,
  parts: DialogParts,
): TemplateResult {
  const isChoice = isChoiceOffered(state, env);
  return html`${renderText(state, env, parts)} ${parts.error}
  ${isChoice ? renderDecisionButtons(state, env, actions, parts) : renderClose(isWaiting(state, env), actions, parts.readerActions)}`;
}

function renderText(
  state: TermsState,
  env: RenderEnv,
  { status, changes, tools, isScrollable }: DialogParts,
): Part {
  const terms = shownTerms(state, env);
  if (!terms) return nothing;
  return html`<div class="facts">
      <p class="meta" part="version" id="version">${versionLine(terms, env.lang)}</p>
      <slot name="intro"></slot>
    </div>
    ${status}
    ${
      isChoiceOffered(state, env)
        ? html`<p class="jump"><a href="#choice">${msg('Skip to Accept or Decline')}</a></p>`
        : nothing
    }
    <div
      class="body stack"
      part="body"
      id="panel"
      role="group"
      aria-label=${msg('Full text of the terms')}
      aria-describedby="version"
      tabindex=${isScrollable ? '0' : '-1'}
    >
      ${changes} ${renderTermsText(terms, env.headingLevel + 1, env.lang)}
    </div>
    <div class="row tools">${tools}</div>`;
}

const renderClose = (
  isBusy: boolean,
  { close }: DialogActions,
  readerActions: Part,
): TemplateResult =>
  html`<div class="actions" part="actions" id="choice" aria-busy=${isBusy ? 'true' : nothing}>
    <button class="button primary" type="button" @click=${close}>${msg('Close')}</button>
    ${readerActions}
  </div>`;
