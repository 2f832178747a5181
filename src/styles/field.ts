import { css } from 'lit';

/** Labelled fields with hints, counts and errors. */
export const field = css`
  .stack > * + .field,
  .stack > .field + * {
    margin-block-start: var(--_space-5);
  }
  .field > * + * {
    margin-block-start: var(--_space-1);
  }
  .field > * + .notice {
    margin-block-start: var(--_space-2);
  }
  .field > .hint {
    max-inline-size: none;
  }
  .label {
    display: block;
    font-weight: var(--_font-weight-strong);
  }
  .input {
    appearance: none;
    display: block;
    inline-size: 100%;
    min-block-size: max(2.75em, 44px);
    margin: 0;
    margin-block-start: var(--_space-2);
    padding: 0.5em 0.75em;
    border: 2px solid var(--_border-strong);
    border-radius: var(--_radius-control);
    background: var(--_background);
    color: var(--_text);
    font: inherit;
  }
  textarea.input {
    min-block-size: 10em;
    resize: vertical;
  }
  .input[aria-invalid='true'] {
    border-color: var(--_error);
    border-width: 4px;
    padding: calc(0.5em - 2px) calc(0.75em - 2px);
  }
  .field-error {
    display: flex;
    gap: var(--_space-2);
    color: var(--_error);
    font-weight: var(--_font-weight-strong);
  }
  .count {
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
    gap: 0 var(--_space-4);
  }

  .field-error > span {
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }
`;
