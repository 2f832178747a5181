import { css } from 'lit';

export const styles = css`
  .status[data-empty] {
    display: none;
  }
`;
