import { html, type TemplateResult } from 'lit';
import { classOf, ContextBase } from './context-base.js';

export type { AnnounceOptions, ElementContext } from './context-base.js';

/**
 * The context of an element that renders with Lit. Its two live regions are in the accessibility tree, empty, from the first
 * render on, since screen readers only announce changes of regions that they know.
 */
export class HostContext extends ContextBase {
  /** The live regions: the last children of the element's root, outside everything that a view replaces. */
  renderRegions(): TemplateResult {
    const [polite, urgent] = [this.polite, this.urgent];
    // Not `alert`: Orca hears nothing of it in Firefox, and with `aria-live` as well VoiceOver says it twice. A role JAWS needs
    // in Firefox (Mozilla bug 1453673).
    // As a property: without markers of Lit, and a new text node each time.
    // prettier-ignore
    return html`<p class=${classOf(polite)} part="status" role="status" .textContent=${polite.text}></p><p
      class=${classOf(urgent)} role="status" aria-live="assertive" .textContent=${urgent.text}></p>`;
  }
}
