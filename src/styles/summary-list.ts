import { css } from 'lit';

/** Summary list: what has been filled in, row by row; also inside a receipt. */
export const summaryList = css`
  .number {
    font-variant-numeric: tabular-nums;
  }
  .summary {
    border: 1px solid var(--_border);
    border-radius: var(--_radius-panel);
    background: var(--_surface);
    padding: var(--_space-1) var(--_space-4);
  }
  .summary-row {
    display: grid;
    grid-template-columns: minmax(6em, 11em) minmax(0, 1fr) auto;
    gap: 0 var(--_space-4);
    align-items: baseline;
    padding-block: var(--_space-2);
  }
  .summary-row + .summary-row {
    border-block-start: 1px solid var(--_border);
  }
  .summary dt {
    color: var(--_text-muted);
  }
  .summary dd {
    font-weight: var(--_font-weight-strong);
  }
  .summary .change {
    font-weight: var(--_font-weight-text);
    justify-self: end;
  }
  @container (max-width: 27em) {
    .summary {
      padding-inline: var(--_space-3);
    }
    .summary-row {
      grid-template-columns: minmax(0, 1fr) auto;
    }
    .summary dt {
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
  .receipt > .summary {
    border: 0;
    background: none;
  }

  @container (max-width: 15em) {
    .summary-row,
    .receipt-head {
      grid-template-columns: minmax(0, 1fr);
    }
    .summary .change {
      justify-self: start;
    }
  }
  @media print {
    .summary,
    .receipt {
      break-inside: avoid;
    }
  }
`;
