import { css } from 'lit';

export const schedulingStyles = css`
  .words.with-more,
  .closed {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    gap: 0 var(--_space-4);
  }
  .more {
    color: var(--_text-muted);
    font-variant-numeric: tabular-nums;
  }
  /* Stays in the line, unlike .visually-hidden: a comma outside it is read with a space before it. */
  .visually-hidden-inline {
    font-size: 1px;
    opacity: 0;
  }
  .closed {
    align-items: center;
    min-block-size: max(2.75em, 44px);
    padding: 0.375em 0.875em;
    border: 1px dashed var(--_border);
    border-radius: var(--_radius-control);
    color: var(--_text-muted);
  }
  .times {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(7em, 1fr));
    gap: var(--_space-2);
    margin-block-start: var(--_space-2);
  }
  .times .option {
    font-variant-numeric: tabular-nums;
  }
  .list > * + .list {
    margin-block-start: var(--_space-3);
  }
  .between {
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
    gap: 0 var(--_space-4);
  }
  .when {
    padding-block: var(--_space-3);
    font-size: clamp(1.25em, 1em + 1.6cqi, 1.625em);
    line-height: 1.25;
    font-weight: var(--_font-weight-heading);
    font-variant-numeric: tabular-nums;
  }
  .receipt > .summary > .summary {
    border: 0;
    padding: 0;
  }
  @container (max-width: 24em) {
    .words.with-more,
    .closed {
      grid-template-columns: minmax(0, 1fr);
    }
    .times {
      grid-template-columns: repeat(auto-fill, minmax(6.25em, 1fr));
    }
  }
`;
