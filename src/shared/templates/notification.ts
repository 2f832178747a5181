import { html, nothing, type TemplateResult } from 'lit';
import { renderHeading } from '../../content/heading.js';
import { icon } from '../icons.js';

export interface NotificationOptions {
  readonly kind: 'error' | 'warning' | '';
  /** Path of the icon. */
  readonly icon: string;
  readonly heading: string;
  readonly headingLevel: number;
  /** Id in the element's shadow root; `problem` by default. */
  readonly id?: string;
  /** Part for styling; `error` by default. */
  readonly part?: string;
  /** An element in the content has the notification's id and `-reason`; it is read after the heading. False by default. */
  readonly hasReason?: boolean;
}

/**
 * What has failed, is in the way or must be known, with a heading. Move the focus to it (`#problem`) when it is shown; it is not
 * a live region, or it would be read twice.
 */
export const renderNotification = (
  {
    kind,
    icon: path,
    heading,
    headingLevel,
    id = 'problem',
    part = 'error',
    hasReason = false,
  }: NotificationOptions,
  content: unknown,
): TemplateResult =>
  html`<div
    class="notice ${kind}"
    part=${part}
    id=${id}
    role="group"
    aria-labelledby="${id}-heading"
    aria-describedby=${hasReason ? `${id}-reason` : nothing}
    tabindex="-1"
  >
    ${icon(path)}
    <div class="stack-sm">
      ${renderHeading(headingLevel, heading, { class: 'name', id: `${id}-heading` })} ${content}
    </div>
  </div>`;
