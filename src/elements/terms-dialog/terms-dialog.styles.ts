import { css } from 'lit';

export const styles = css`
  .root {
    container-type: normal;
  }
  .dialog {
    container-type: inline-size;
    inline-size: min(46em, 100vi - 2em);
    max-block-size: calc(100dvb - 2em);
    margin: auto;
    padding: 0;
    border: 3px solid var(--_border-strong);
    border-radius: var(--_radius-panel);
    background: var(--_background);
    color: inherit;
    overflow: auto;
  }
  .dialog::backdrop {
    background: #0009;
  }

  /* The text scrolls between heading and choice, so both are seen at once. No room: the whole dialog scrolls instead. */
  .inside {
    display: flex;
    flex-direction: column;
    max-block-size: calc(100dvb - 2em - 6px);
    padding: var(--_space-5);
  }
  .inside > * {
    flex: none;
  }
  .inside > .body {
    flex: 0 1 auto;
    min-block-size: 8em;
  }
  .body {
    overflow: auto;
    padding: var(--_space-4);
    border: 2px solid var(--_border);
    border-radius: var(--_radius-panel);
    scroll-padding-block-start: var(--_space-4);
  }
  /* Its buttons are loaded after the text. */
  .tools {
    min-block-size: max(2.75em, 44px);
  }
  .meta {
    color: var(--_text-muted);
    max-inline-size: none;
  }
  .inside > .facts {
    margin-block-start: var(--_space-2);
  }
  .section + .section {
    margin-block-start: var(--_space-5);
  }
  .section > * + * {
    margin-block-start: var(--_space-3);
  }
  .status {
    font-weight: var(--_font-weight-strong);
  }
  .jump {
    display: none;
  }
  @container (max-width: 30em) {
    .inside {
      padding: var(--_space-4) var(--_space-3);
    }
  }
  /* A phone, large text or a low window: one scroll, no box in a box, and a link that goes to the choice. */
  @media (max-width: 34em), (max-height: 38em) {
    .inside {
      display: block;
      max-block-size: none;
    }
    .body {
      overflow: visible;
      padding: var(--_space-4) 0 0;
      border-width: 2px 0 0;
      border-radius: 0;
    }
    .jump {
      display: block;
    }
  }
  @media (max-width: 34em) {
    .dialog {
      inline-size: 100%;
      max-inline-size: 100%;
      block-size: 100%;
      max-block-size: 100%;
      border-width: 0;
      border-radius: 0;
    }
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
