import { html, type TemplateResult } from 'lit';
import { renderHeading } from '../../content/heading.js';
import { icon } from '../icons.js';

export interface NotificationOptions {
  readonly kind: 'error' | 'warning' | '';
  /** Path of the icon. */
  readonly icon: string;
  readonly heading: string;
  readonly headingLevel: number;
}

/**
 * What has failed or is in the way, with a heading. Move the focus to it (`#problem`) when it is shown; it is not a live region,
 * or it would be read twice.
 */
export const renderNotification = (
  { kind, icon: path, heading, headingLevel }: NotificationOptions,
  content: unknown,
): TemplateResult =>
  html`<div
    class="notice ${kind}"
    part="error"
    id="problem"
    role="group"
    aria-labelledby="problem-heading"
    tabindex="-1"
  >
    ${icon(path)}
    <div class="stack-sm">
      ${renderHeading(headingLevel, heading, { class: 'name', id: 'problem-heading' })} ${content}
    </div>
  </div>`;
