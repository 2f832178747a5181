import { css } from 'lit';

export const laterStyles = css`
  pre {
    overflow: auto;
  }
  img {
    max-inline-size: 100%;
  }

  /* An open modal prints one screen; without this most of the text would be lost. print() makes a clean sheet. */
  @media print {
    .dialog,
    .inside,
    .body {
      display: block;
      position: static;
      max-block-size: none;
      overflow: visible;
      border: 0;
    }
  }
`;
