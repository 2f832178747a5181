import { msg } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { blocksOf } from '../../../content/document.js';
import type { LocalizedDocument } from '../../../content/load.js';
import { renderBlocks } from '../../../content/render.js';
import { warningIcon } from '../../../shared/icons.js';
import { renderNotification } from '../../../shared/templates/notification.js';
import { renderCopyButton } from '../copy-button.js';
import type { RenderEnv } from '../render-env.js';
import type { LanguageStop } from '../state.js';
import type { LanguageGateActions } from './actions.js';

/**
 * The message was not sent because of its language: why, in the page's language and in Swedish and English, and what else the
 * person can do.
 *
 * @param translations the texts in Swedish and English, once they are loaded
 */
export function renderStop(
  { canOverride }: LanguageStop,
  { feedback, headingLevel }: RenderEnv,
  translations: readonly LocalizedDocument[],
  actions: LanguageGateActions,
): TemplateResult {
  const others = translations.filter(({ lang }) => lang !== feedback?.lang);
  const documents = feedback ? [feedback, ...others] : others;
  const inLanguage = ({ document, lang }: LocalizedDocument, index: number) =>
    html`<div class="stack-sm" lang=${lang} id=${index ? nothing : 'stop-reason'}>
      ${renderBlocks(blocksOf(document, 'language'), { headingLevel: headingLevel + 2 })}
    </div>`;
  return renderNotification(
    {
      kind: 'warning',
      icon: warningIcon,
      part: 'language',
      id: 'stop',
      heading: msg('Your message was not sent'),
      headingLevel: headingLevel + 1,
      hasReason: true,
    },
    html`<div class="language-versions">${documents.map(inLanguage)}</div>
      <div class="row">${renderCopyButton(actions.copyText)}</div>
      ${
        canOverride
          ? html`<details>
              <summary>${msg('My message is in Swedish or English')}</summary>
              <div class="fold stack-sm">
                <p>${msg('We may be wrong about the language. You can send it as it is.')}</p>
                <button class="button" type="button" @click=${actions.overrideLanguage}>
                  ${msg('Send anyway')}
                </button>
              </div>
            </details>`
          : nothing
      }`,
  );
}
