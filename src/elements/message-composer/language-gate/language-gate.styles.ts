import { css } from 'lit';

export const languageGateStyles = css`
  .language-versions > * + * {
    border-block-start: 1px solid var(--_border);
    margin-block-start: var(--_space-3);
    padding-block-start: var(--_space-3);
  }
  .found {
    font-variant-numeric: tabular-nums;
    white-space: nowrap;
    border-block-end: 2px solid;
  }
`;
