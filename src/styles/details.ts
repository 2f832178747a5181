import { css } from 'lit';

/** Expandable sections. */
export const details = css`
  summary {
    min-block-size: max(2.75em, 44px);
    padding-block: 0.625em;
    color: var(--_accent);
    font-weight: var(--_font-weight-strong);
    cursor: pointer;
    inline-size: fit-content;
    max-inline-size: calc(100% - 1.125em);
    overflow-wrap: anywhere;
    list-style-position: outside;
    margin-inline-start: 1.125em;
  }
  summary:hover {
    color: var(--_accent-strong);
    text-decoration: underline;
  }
  .fold {
    border-inline-start: 3px solid var(--_border);
    margin-inline-start: 0.25em;
    padding-block: var(--_space-1) var(--_space-2);
    padding-inline: calc(0.875em - 3px) 0;
  }
`;
