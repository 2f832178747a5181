import { css } from 'lit';

export const styles = css`
  .over {
    color: var(--_error);
    font-weight: var(--_font-weight-strong);
  }
  .status {
    font-weight: var(--_font-weight-strong);
  }
  .folds > * + * {
    margin-block-start: var(--_space-1);
  }
`;
