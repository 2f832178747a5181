import { css } from 'lit';

export const laterStyles = css`
  .when {
    padding-block: var(--_space-3);
    font-size: clamp(1.25em, 1em + 1.6cqi, 1.625em);
    line-height: 1.25;
    font-weight: var(--_font-weight-heading);
    font-variant-numeric: tabular-nums;
  }
  .receipt > .slip > .slip {
    border: 0;
    padding: 0;
  }
`;
