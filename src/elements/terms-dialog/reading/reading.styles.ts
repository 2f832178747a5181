import { css } from 'lit';

export const readingStyles = css`
  pre {
    overflow: auto;
  }
  img {
    max-inline-size: 100%;
  }

  /* On paper an open modal begins at the top of the first sheet and goes on over as many as it needs. It stays absolute:
     in the top layer static means absolute. */
  @media print {
    .dialog[open] {
      container-type: normal;
      position: absolute;
      inset-block: 0 auto;
      inline-size: auto;
      block-size: auto;
      max-block-size: none;
      margin-block: 0;
      border: 0;
      overflow: visible;
      /* Its ground covers the page below, also where grounds are not printed. */
      -webkit-print-color-adjust: exact;
      print-color-adjust: exact;
    }
    .inside,
    .body {
      display: block;
      max-block-size: none;
      border: 0;
      overflow: visible;
    }
  }
`;
