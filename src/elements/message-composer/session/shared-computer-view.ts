import { msg } from '@lit/localize';
import { html, type TemplateResult } from 'lit';
import { blocksOf } from '../../../content/document.js';
import { renderBlocks } from '../../../content/render.js';
import { warningIcon } from '../../../shared/icons.js';
import { renderNotification } from '../../../shared/templates/notification.js';
import type { RenderEnv } from '../render-env.js';
import { headingOf } from '../section-view.js';

/** Before writing; what to do when leaving the computer is said after sending. */
export function renderSharedComputer({ feedback, headingLevel }: RenderEnv): TemplateResult {
  const blocks = feedback ? blocksOf(feedback.document, 'shared-computer').slice(0, 1) : [];
  return renderNotification(
    {
      kind: 'warning',
      icon: warningIcon,
      part: 'shared',
      id: 'shared',
      heading: headingOf(feedback, 'shared-computer') || msg('If you share the computer'),
      headingLevel: headingLevel + 1,
    },
    html`${renderBlocks(blocks, { headingLevel: headingLevel + 2 })}
      <p>${msg('Your text will be deleted when you leave this page.')}</p>`,
  );
}
