import { css } from 'lit';

export const laterStyles = css`
  pre {
    overflow: auto;
  }
  img {
    max-inline-size: 100%;
  }
`;
