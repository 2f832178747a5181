import { msg } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import type { Renderable } from '../../../content/render.js';
import { safeUrl } from '../../../content/safe-url.js';

/**
 * All notices, and below them the way to more: "Show all" and the agency's page about changes.
 *
 * @param notices the container with the notices
 */
export function renderBanner(
  notices: unknown,
  moreHref: string,
  showAll?: Renderable,
): TemplateResult {
  const href = moreHref && safeUrl(moreHref);
  const words = msg('More about interruptions and changes');
  return html`<section class="banner" part="banner" aria-label=${msg('Service notices')}>
    ${notices}
    <div class="row" part="more">
      ${showAll ?? nothing}
      ${href ? html`<a class="button quiet" href=${href}>${words}</a>` : nothing}
      <slot name="more"></slot>
    </div>
  </section>`;
}
