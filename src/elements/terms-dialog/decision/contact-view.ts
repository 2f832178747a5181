import { msg } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { telOf } from '../../../content/phone-numbers.js';
import { controllerIn, type RenderEnv } from '../render-env.js';

/** How to reach the agency: telephone, post, website. */
export function renderContact(env: RenderEnv): TemplateResult | typeof nothing {
  const { phone, address, web } = controllerIn(env) ?? {};
  if (!phone && !address && !web) return nothing;
  return html`<dl class="summary">
    ${phone ? renderRow(msg('Phone'), renderPhone(phone)) : nothing}
    ${address ? renderRow(msg('Postal address'), address) : nothing}
    ${web ? renderRow(msg('Website'), html`<a href=${web}>${web.replace(/^https?:\/\//, '')}</a>`) : nothing}
  </dl>`;
}

const renderRow = (term: string, value: unknown): TemplateResult =>
  html`<div class="summary-row">
    <dt>${term}</dt>
    <dd>${value}</dd>
  </div>`;

/** A number that can be dialled. */
export const renderPhone = (phone: string): TemplateResult =>
  html`<a class="nowrap number" dir="ltr" href=${telOf(phone)}>${phone}</a>`;
