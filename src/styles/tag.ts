import { css } from 'lit';

/** A label for a state. */
export const tag = css`
  .tag {
    display: inline-flex;
    align-items: center;
    gap: 0.375em;
    padding: 0.0625em 0.5em;
    border: 1px solid;
    border-radius: var(--_radius-tag);
    font-size: var(--_font-size-small);
    font-weight: var(--_font-weight-strong);
    line-height: 1.4;
  }
  .tag .icon {
    inline-size: 1.125em;
    block-size: 1.125em;
  }
`;
