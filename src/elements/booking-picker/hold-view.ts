import { msg, str } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { timeInSentence } from '../../i18n/format.js';
import { clockIcon, icon, warningIcon } from '../../shared/icons.js';
import { noExtensionsText } from './error-messages.js';
import { formatTime } from './format-times.js';
import type { HoldPhase } from './hold-phase.js';
import type { PresentHold } from './state.js';

/**
 * A clock time, not a countdown; when it ends soon, one button extends the hold.
 *
 * @param isRefused an extension was refused just now, which is said beside it
 */
export function renderHold(
  hold: PresentHold,
  phase: HoldPhase,
  lang: string,
  onExtend: () => void,
  isRefused: boolean,
): TemplateResult {
  const { expiresAt, extensionsLeft, isExtended } = hold;
  const isEnding = phase !== 'held';
  const extended = isExtended ? msg('It is reserved for longer now.') : '';
  const isLast = !extensionsLeft && !isRefused;
  const left = [extended, timeLeftText(phase), isLast ? noExtensionsText() : ''];
  const content = html`${icon(isEnding ? warningIcon : clockIcon)}
    <div class="stack-sm">
      <p id="held-until"><strong>${heldUntilText(expiresAt, lang)}</strong></p>
      ${
        isEnding
          ? html`<p id="time-left">${left.filter(Boolean).join(' ')}</p>
              ${
                extensionsLeft
                  ? html`<div class="row">
                      <button class="button" type="button" @click=${onExtend}>
                        ${msg('Reserve it for longer')}
                      </button>
                    </div>`
                  : nothing
              }`
          : nothing
      }
    </div>`;
  // Nothing focuses it, and a name that is its only sentence would be read twice.
  if (!isEnding && !isExtended)
    return html`<div class="notice" part="hold" id="hold">${content}</div>`;
  return html`<div
      class="notice ${isEnding ? 'warning' : ''}"
      part="hold"
      id="hold"
      role="group"
      aria-labelledby="held-until"
      aria-describedby=${isEnding ? 'time-left' : 'extended'}
      tabindex="-1"
    >
      ${content}
    </div>
    ${
      // Its end may be in the same minute as before; whoever sees the hold sees that the warning has gone.
      isEnding ? nothing : html`<p id="extended" hidden>${extended}</p>`
    }`;
}

export const heldUntilText = (expiresAt: string, lang: string): string => {
  const until = timeInSentence(formatTime(expiresAt, lang), lang);
  return msg(str`This time is reserved for you until ${until}`);
};

/** How long a hold still lasts that ends soon. */
export const timeLeftText = (phase: HoldPhase): string =>
  phase === 'ending'
    ? msg('That is in less than two minutes.')
    : msg('That is in less than a minute.');

export function notHeldText(startsAt: string, lang: string): string {
  const time = timeInSentence(formatTime(startsAt, lang), lang);
  return msg(str`${time} is no longer reserved for you`);
}
