import { css } from 'lit';
import { tag } from '../../../styles/tag.js';

/** Edge = how near: thin planned, double soon; what is nearer is in `interruption.styles.ts`. */
const banner = css`
  .root {
    max-inline-size: none;
  }
  /* Elsewhere what stands below the notices would be dark on the ground of a dark page. */
  @supports (color: light-dark(red, red)) {
    .root {
      background: none;
    }
  }
  .item {
    --kind: var(--lucka-banner-accent, var(--_notice));
    display: grid;
    grid-template-columns: auto minmax(0, 1fr) auto;
    gap: 0 var(--_space-4);
    padding: var(--_space-4);
    border: 1px solid var(--kind);
    border-inline-start-width: 8px;
    border-radius: var(--_radius-panel);
    background: var(--_accent-surface);
  }
  .item > .icon {
    inline-size: 2em;
    block-size: 2em;
    color: var(--kind);
  }
  .item .tag {
    color: var(--kind);
    background: var(--_background);
  }
  .item a,
  .item summary,
  .item .button {
    color: inherit;
  }
  .item .fold {
    border-color: var(--kind);
  }
  .time {
    max-inline-size: none;
    overflow-wrap: anywhere;
    font-weight: var(--_font-weight-strong);
    font-variant-numeric: tabular-nums;
  }
  .acts {
    display: flex;
    flex-direction: column;
    align-items: start;
  }
  .soon {
    border-inline-start: 12px double var(--kind);
  }
  .item.stale {
    border: 2px dashed var(--_border);
    background: var(--_surface);
  }
  .age {
    display: flex;
    gap: var(--_space-2);
    max-inline-size: none;
    color: var(--_text-muted);
  }
  @container (max-width: 48em) {
    .item {
      grid-template-columns: auto minmax(0, 1fr);
    }
    .acts {
      grid-column: 2;
      flex-flow: row wrap;
      gap: 0 var(--_space-5);
    }
  }
  @container (max-width: 30em) {
    .item {
      grid-template-columns: minmax(0, 1fr);
      padding: var(--_space-3);
    }
    .acts {
      grid-column: 1;
    }
    .item > .icon {
      display: none;
    }
  }
`;

export const noticesStyles = [tag, banner];
