import { css } from 'lit';
import { kindTokens } from '../../../styles/generated/kind-tokens.js';

/** Edge = how near: wide now, ruled round when late or closing. Red is not used: nothing here is the reader's fault. */
const banner = css`
  .in-progress,
  .overrunning,
  .verifying {
    --kind: var(--_warning);
    background: var(--_warning-surface);
    border-width: 2px;
    border-inline-start-width: 16px;
  }
  .overrunning {
    border-width: 4px;
    border-inline-start-width: 16px;
  }
  .closure,
  .closed {
    --kind: var(--_border-strong);
    background: var(--_background);
    border-width: 4px;
  }
`;

export const interruptionStyles = [kindTokens, banner];
