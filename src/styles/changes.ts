import { css } from 'lit';

/** Added and removed text, marked by text and line style, not by colour alone. Its colours are those of notices (notice.ts). */
export const changes = css`
  ins {
    background: var(--_success-surface);
    text-decoration: underline;
    text-decoration-thickness: max(2px, 0.1em);
    text-underline-offset: 0.18em;
  }
  del {
    background: var(--_error-surface);
    text-decoration: line-through;
    text-decoration-thickness: max(1px, 0.08em);
  }
  .change {
    border-inline-start: 6px solid var(--_accent);
    padding-inline-start: var(--_space-3);
  }
  .change .what {
    font-weight: var(--_font-weight-strong);
    font-size: 1em;
  }
  @media (forced-colors: active) {
    ins {
      text-decoration-style: double;
    }
  }
`;
