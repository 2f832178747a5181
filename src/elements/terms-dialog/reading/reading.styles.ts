import { css } from 'lit';

export const readingStyles = css`
  /* The page behind stays where it is. A box that cannot scroll contains nothing in some browsers. */
  .dialog,
  .dialog::backdrop,
  .body {
    overscroll-behavior: contain;
  }
  .dialog::backdrop {
    overflow: auto;
  }
  pre {
    overflow: auto;
  }
  img {
    max-inline-size: 100%;
  }
`;
