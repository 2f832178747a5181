import { css } from 'lit';

export const styles = css`
  .short {
    max-inline-size: 24em;
  }
  .actions > .said {
    flex: 1 1 100%;
  }
  .status[data-empty] {
    display: none;
  }
`;
