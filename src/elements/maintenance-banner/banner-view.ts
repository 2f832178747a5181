import { msg } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { safeAddress } from '../../parts/safe-address.js';
import type { ActiveNotice } from './active.js';
import { renderNotice } from './notice-view.js';
import type { View } from './view.js';

/** All notices, and below them the way to more: `rest` and the agency's page about changes. */
export function renderBanner(
  notices: readonly ActiveNotice[],
  view: View,
  moreHref: string,
  rest: unknown = nothing,
): TemplateResult {
  const href = moreHref && safeAddress(moreHref);
  const words = msg('More about interruptions and changes');
  return html`<section class="banner" part="banner" aria-label=${msg('Service notices')}>
    ${repeat(
      notices,
      ({ id }) => id,
      (notice) => renderNotice(notice, view),
    )}
    <div class="row" part="more">
      ${rest} ${href ? html`<a class="button quiet" href=${href}>${words}</a>` : nothing}
      <slot name="more"></slot>
    </div>
  </section>`;
}
