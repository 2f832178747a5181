import { css } from 'lit';

/** The position in a series of steps, the link back, and room for the ring of a step that is scrolled to. */
export const progress = css`
  .progress {
    color: var(--_text-muted);
    font-weight: var(--_font-weight-strong);
  }
  .back {
    display: inline-flex;
    align-items: center;
    gap: var(--_space-1);
    min-block-size: max(2.75em, 44px);
  }
  .back .icon {
    inline-size: 1.25em;
    block-size: 1.25em;
  }
  .stack > p:has(> .back) + *,
  .stack > .progress + * {
    margin-block-start: var(--_space-1);
  }
  #step > :first-child {
    scroll-margin-block: var(--_space-3);
  }
`;
