import { msg } from '@lit/localize';
import { html, type TemplateResult } from 'lit';
import { renderContact } from './contact-view.js';
import { renderAside, type View } from './view.js';

/** After a no: what it means, the right to information, how to reach the agency. Nothing here needs a server. */
export function renderDeclined(view: View, receipt: TemplateResult): TemplateResult {
  const { acceptance, close } = view;
  return html`<div>
      <slot name="decline-info">${renderAside(view, 'decline')}</slot>
    </div>
    <div><slot name="contact">${renderContact(acceptance)}</slot></div>
    <div class="actions" part="actions">
      <button class="button primary" type="button" @click=${() => acceptance.later?.read('')}>
        ${msg('Read the terms again')}
      </button>
      <button class="button" type="button" @click=${close}>${msg('Close')}</button>
      ${receipt}
    </div>`;
}
