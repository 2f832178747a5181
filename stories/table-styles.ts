import { css } from 'lit';

/** Tables of Storybook pages. */
export const tableStyles = css`
  table {
    border-collapse: collapse;
  }
  .scroll {
    overflow: auto;
  }
  th,
  td {
    padding: 0.25em 0.75em 0.25em 0;
    text-align: start;
    vertical-align: top;
    border-block-end: 1px solid var(--_border);
  }
`;
