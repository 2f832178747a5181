import { css } from 'lit';

/** What the result needs beside the pieces in styles/. */
export const resultStyles = css`
  .disclaimer {
    max-inline-size: none;
    border: 2px solid var(--_border-strong);
    border-radius: var(--_radius-panel);
    padding: var(--_space-3) var(--_space-4);
  }
  .disclaimer p {
    max-inline-size: none;
    font-weight: var(--_font-weight-strong);
  }
  .todo {
    list-style: none;
    padding: 0;
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--_space-2);
  }
  .todo > li {
    margin: 0;
    max-inline-size: none;
  }
  /* Done steps back. Never struck through: "do not hand in" must stay readable. */
  .todo .option:has(:checked) {
    border: 2px solid var(--_surface);
    padding-inline-start: calc(0.5em + 4px);
    background: var(--_surface);
    color: var(--_text-muted);
  }
  .todo .button {
    margin-block: var(--_space-1) var(--_space-2);
  }
  /* Questions are long: each stands above its answer, at any width. */
  .summary > .summary-row {
    grid-template-columns: minmax(0, 1fr) auto;
  }
  .summary-row > dt,
  .summary-row > dd {
    grid-column: 1;
  }
  .summary-row > .change {
    grid-area: 1 / 2 / span 2;
    align-self: center;
  }
  .outcome {
    border-block-start: 1px solid var(--_border);
    padding-block-start: var(--_space-5);
  }
  .outcome + .outcome {
    margin-block-start: var(--_space-5);
  }
  .source b {
    margin-inline-end: 0.25em;
  }
  @media print {
    .outcome,
    .todo > li {
      break-inside: avoid;
    }
  }
`;
