import { css } from 'lit';

/** The slip: rows you have filled in, and get back as a receipt. */
export const slip = css`
  .number {
    font-variant-numeric: tabular-nums;
  }
  .slip {
    border: 1px solid var(--_border);
    border-radius: var(--_radius-panel);
    background: var(--_surface);
    padding: var(--_space-1) var(--_space-4);
  }
  .slip-row {
    display: grid;
    grid-template-columns: minmax(6em, 11em) minmax(0, 1fr) auto;
    gap: 0 var(--_space-4);
    align-items: baseline;
    padding-block: var(--_space-2);
  }
  .slip-row + .slip-row {
    border-block-start: 1px solid var(--_border);
  }
  .slip dt {
    color: var(--_text-muted);
  }
  .slip dd {
    font-weight: var(--_font-weight-strong);
  }
  .slip .change {
    font-weight: var(--_font-weight-text);
    justify-self: end;
  }
  .slip .change a {
    display: inline-flex;
    align-items: center;
    min-block-size: max(1.5em, 24px);
  }
  @container (max-width: 27em) {
    .slip {
      padding-inline: var(--_space-3);
    }
    .slip-row {
      grid-template-columns: minmax(0, 1fr) auto;
    }
    .slip dt {
      grid-column: 1 / -1;
    }
  }
  .receipt {
    border: 2px solid var(--_success);
    border-radius: var(--_radius-panel);
    background: var(--_background);
  }
  .receipt-head {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    gap: 0 var(--_space-3);
    align-items: center;
    padding: var(--_space-4);
    background: var(--_success-surface);
    color: var(--_success);
    border-block-end: 2px dashed var(--_success);
    border-radius: var(--_radius-panel) var(--_radius-panel) 0 0;
  }
  .receipt-head .icon {
    inline-size: 2.25em;
    block-size: 2.25em;
  }
  .receipt > .slip {
    border: 0;
    background: none;
  }

  @container (max-width: 15em) {
    .slip-row,
    .receipt-head {
      grid-template-columns: minmax(0, 1fr);
    }
    .slip .change {
      justify-self: start;
    }
  }
  @media print {
    .slip,
    .receipt {
      break-inside: avoid;
    }
  }
`;
