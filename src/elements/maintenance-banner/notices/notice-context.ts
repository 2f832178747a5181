import { classOf, ContextBase } from '../../../shared/context-base.js';

/** The banner's context: its regions are there before the code that announces anything. */
export class NoticeContext extends ContextBase {
  hostUpdate(): void {
    const [polite, urgent] = this.host.renderRoot.querySelectorAll('.root > [role="status"]');
    for (const [region, announcement] of [
      [polite, this.polite],
      [urgent, this.urgent],
    ] as const) {
      if (!region) continue;
      const name = classOf(announcement);
      if (region.className !== name) region.className = name;
      if (region.textContent !== announcement.text) region.textContent = announcement.text;
    }
  }
}
