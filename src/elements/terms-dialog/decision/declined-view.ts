import { msg } from '@lit/localize';
import { html, type TemplateResult } from 'lit';
import { renderSupplementary, type DialogActions, type RenderEnv } from '../render-env.js';
import { renderContact } from './contact-view.js';

/** After declining: what it means, the right to information, how to reach the agency. Nothing here needs a server. */
export const renderDeclined = (
  env: RenderEnv,
  actions: DialogActions,
  receipt: TemplateResult | undefined,
): TemplateResult =>
  html`<div
      id="panel"
      role="group"
      aria-labelledby="title"
      aria-describedby="consequences"
      tabindex="-1"
    >
      <div id="consequences">
        <slot name="decline-info">${renderSupplementary(env, 'decline')}</slot>
      </div>
    </div>
    <div><slot name="contact">${renderContact(env)}</slot></div>
    <div class="actions" part="actions">
      <button class="button primary" type="button" @click=${() => actions.readVersion('')}>
        ${msg('Read the terms again')}
      </button>
      <button class="button" type="button" @click=${() => actions.close()}>${msg('Close')}</button>
      ${receipt}
    </div>`;
