import { css } from 'lit';

export const styles = css`
  .options > legend > * {
    inline-size: auto;
  }
  .status[data-empty] {
    display: none;
  }
  .cite {
    white-space: nowrap;
  }
`;
