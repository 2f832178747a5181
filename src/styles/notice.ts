import { css } from 'lit';
import { kindTokens } from './generated/kind-tokens.js';

/** Notification boxes. Icon shape, heading text and border show the kind, not colour alone. */
const boxes = css`
  .plain {
    list-style: none;
    padding: 0;
  }
  .notice {
    --kind: var(--_notice);
    --ground: var(--_accent-surface);
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    gap: 0 var(--_space-3);
    padding: var(--_space-4);
    border: 1px solid var(--kind);
    border-inline-start-width: 6px;
    border-radius: var(--_radius-panel);
    background: var(--ground);
    scroll-margin-block: var(--_space-3);
  }
  .notice > .icon {
    color: var(--kind);
  }
  .notice a {
    color: inherit;
  }
  .notice .name,
  .notice .heading {
    color: var(--kind);
  }
  .notice .button {
    color: var(--_text);
    border-color: var(--_text);
  }
  .notice .button.quiet {
    border-color: transparent;
  }
  .notice.warning {
    --kind: var(--_warning);
    --ground: var(--_warning-surface);
  }
  .notice.error {
    --kind: var(--_error);
    --ground: var(--_error-surface);
    border-width: 3px;
    border-inline-start-width: 10px;
  }
  .notice.success {
    --kind: var(--_success);
    --ground: var(--_success-surface);
  }
  .notice.quietly {
    --ground: transparent;
    border-width: 0;
    border-inline-start-width: 3px;
    border-radius: 0;
    padding-block: var(--_space-1);
  }
  @container (max-width: 27em) {
    .notice {
      padding: var(--_space-3);
    }
    .notice > .icon {
      inline-size: 1.25em;
      block-size: 1.25em;
      margin-block-start: 0.125em;
    }
    .notice {
      column-gap: var(--_space-2);
    }
  }
  .status {
    display: flex;
    align-items: start;
    gap: var(--_space-2);
  }
  .status > span {
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }

  @container (max-width: 15em) {
    .notice {
      grid-template-columns: minmax(0, 1fr);
    }
  }
  @media print {
    .notice {
      break-inside: avoid;
    }
  }
`;

export const notice = [kindTokens, boxes];
