import { css } from 'lit';

/** Buttons, rows of buttons, and the action bar. */
export const button = css`
  .button {
    appearance: none;
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: var(--_space-2);
    min-block-size: max(2.75em, 44px);
    padding: 0.5em 1.25em;
    border: 2px solid var(--_accent);
    border-radius: var(--_radius-control);
    background: var(--_background);
    color: var(--_accent);
    font: inherit;
    font-weight: var(--_font-weight-strong);
    line-height: 1.3;
    text-align: center;
    text-decoration: none;
    -webkit-hyphens: manual;
    hyphens: manual;
    min-inline-size: 0;
    cursor: pointer;
    transition:
      background-color var(--_duration-quick),
      color var(--_duration-quick);
  }
  .button .icon {
    inline-size: 1.25em;
    block-size: 1.25em;
  }
  .button:hover {
    background: var(--_accent-surface);
    color: var(--_accent-strong);
    border-color: var(--_accent-strong);
  }
  .button.primary {
    background: var(--_accent);
    color: var(--_on-accent);
  }
  .button.primary:hover {
    background: var(--_accent-strong);
  }
  .button.quiet {
    border: 0;
    border-block: 2px solid transparent;
    border-radius: 0;
    background: none;
    padding-inline: 0;
    min-inline-size: max(2.75em, 44px);
    justify-content: start;
    text-decoration: underline;
  }
  .button.quiet:hover {
    text-decoration-thickness: max(2px, 0.125em);
  }
  .button[aria-disabled='true'] {
    border-style: dashed;
    border-color: var(--_border);
    background: var(--_surface);
    color: var(--_text-muted);
    cursor: default;
  }

  /* The action bar: a heavy line separates the content from the buttons. */
  .actions {
    border-block-start: 4px solid var(--_border-strong);
    padding-block-start: var(--_space-4);
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--_space-3) var(--_space-4);
  }
  .actions > p,
  .actions > .stack {
    flex: 1 1 100%;
    min-inline-size: 0;
    max-inline-size: none;
  }
  .actions.pair > .button {
    flex: 1 1 11em;
  }
  .row {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--_space-1) var(--_space-4);
  }
  @container (max-width: 27em) {
    .actions > .button,
    .row > .button:not(.quiet) {
      flex: 1 1 100%;
    }
    .actions > .button.quiet {
      justify-content: center;
    }
    .actions.pair > .button {
      flex: 1 1 8em;
      padding-inline: 0.5em;
    }
  }

  @container (max-width: 15em) {
    .button {
      padding-inline: 0.5em;
      overflow-wrap: anywhere;
    }
  }

  /* Forced colours paint a background behind text, so a filled button opts out and sets both colours itself. */
  @media (forced-colors: active) {
    .button {
      background: ButtonFace;
      color: ButtonText;
      border-color: ButtonText;
    }
    .button.primary {
      forced-color-adjust: none;
      background: ButtonText;
      color: ButtonFace;
      border-color: ButtonText;
    }
    .button.quiet {
      background: none;
      color: LinkText;
      border-color: Canvas;
    }
    .button[aria-disabled='true'] {
      background: ButtonFace;
      color: GrayText;
      border-color: GrayText;
    }
  }
  @media print {
    .actions,
    .button {
      display: none;
    }
  }
`;
