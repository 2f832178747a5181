import { css } from 'lit';

/** Radio buttons and checkboxes as whole rows. Chosen: filled mark, heavy leading edge and tint. */
export const choice = css`
  .stack > * + .options {
    margin-block-start: var(--_space-5);
  }
  .options {
    border: 0;
    min-inline-size: 0;
  }
  .options > legend {
    inline-size: 100%;
    padding: 0;
  }
  .options > * + * {
    margin-block-start: var(--_space-4);
  }
  .options > legend + .hint,
  .options > .hint + .field-error {
    margin-block-start: var(--_space-2);
  }
  .list {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--_space-2);
  }
  .list > * + .name {
    margin-block-start: var(--_space-4);
  }
  .option {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    gap: 0 var(--_space-3);
    align-items: start;
    min-block-size: max(3em, 44px);
    padding-block: 0.6875em;
    padding-inline: calc(0.5em + 4px) 0.875em;
    border: 2px solid var(--_border);
    border-radius: var(--_radius-control);
    background: var(--_background);
    cursor: pointer;
  }
  .option:hover {
    border-color: var(--_accent);
  }
  .option:has(:checked) {
    border-color: var(--_accent);
    border-inline-start-width: 8px;
    padding-inline-start: calc(0.5em - 2px);
    background: var(--_accent-surface);
  }
  @supports selector(:has(a)) {
    .option:has(:focus-visible) {
      outline: var(--_focus-width) solid var(--_focus-color);
      outline-offset: var(--_focus-offset);
      box-shadow: 0 0 0 var(--_focus-offset) var(--_focus-gap);
    }
    .option :focus-visible {
      outline: 0;
      box-shadow: none;
    }
  }
  .words > * {
    display: block;
  }
  .or {
    margin-block: var(--_space-1);
    color: var(--_text-muted);
  }
  .mark {
    appearance: none;
    flex: none;
    inline-size: 1.5em;
    block-size: 1.5em;
    margin: 0;
    border: 2px solid var(--_border-strong);
    border-radius: 50%;
    background: var(--_background);
    color: var(--_accent);
    font: inherit;
    display: grid;
    place-content: center;
    cursor: pointer;
  }
  .mark[type='checkbox'] {
    border-radius: 3px;
  }
  .mark:checked {
    border-color: var(--_accent);
  }
  .mark:checked::before {
    content: '';
    border: 0.375em solid;
    border-radius: 50%;
  }
  .mark[type='checkbox']:checked::before {
    inline-size: 0.5em;
    block-size: 0.9375em;
    margin-block-end: 0.1875em;
    border-width: 0 0.1875em 0.1875em 0;
    border-radius: 0;
    transform: rotate(45deg);
  }

  @media (forced-colors: active) {
    .option:has(:checked) {
      border-color: Highlight;
    }
  }
`;
