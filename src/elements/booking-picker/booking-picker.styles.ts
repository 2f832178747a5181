import { css } from 'lit';

export const styles = css`
  .short {
    max-inline-size: 24em;
  }
`;
