import { css } from 'lit';

export const styles = css`
  .options > legend > * {
    inline-size: auto;
  }
  .status[data-empty] {
    display: none;
  }
  .field-error {
    display: flex;
    gap: var(--_space-2);
    color: var(--_error);
    font-weight: var(--_font-weight-strong);
  }
  .field-error > span {
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }
  .cite {
    white-space: nowrap;
  }
`;
