import { msg } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { safeUrl } from '../../shared/safe-url.js';

/** All notices, drawn in a box, and below them the way to more: `rest` and the agency's page about changes. */
export function renderBanner(
  box: unknown,
  moreHref: string,
  rest?: TemplateResult,
): TemplateResult {
  const href = moreHref && safeUrl(moreHref);
  const words = msg('More about interruptions and changes');
  return html`<section class="banner" part="banner" aria-label=${msg('Service notices')}>
    ${box}
    <div class="row" part="more">
      ${rest ?? nothing} ${href ? html`<a class="button quiet" href=${href}>${words}</a>` : nothing}
      <slot name="more"></slot>
    </div>
  </section>`;
}
