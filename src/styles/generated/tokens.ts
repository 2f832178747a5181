// Made from tokens.json by `npm run generate`. Do not edit.
import { css } from 'lit';

/** Ground, text, accent, focus, space, type, edges: for every element. */
export const tokens = css`
  :host {
    --_background: var(--lucka-color-background, light-dark(#ffffff, #12191b));
    --_surface: var(--lucka-color-surface, light-dark(#f1f4f3, #1e282b));
    --_text: var(--lucka-color-text, light-dark(#15201f, #eef3f2));
    --_text-muted: var(--lucka-color-text-muted, light-dark(#3d4947, #c2cdcb));
    --_border: var(--lucka-color-border, light-dark(#6c7876, #8a9795));
    --_border-strong: var(--lucka-color-border-strong, light-dark(#15201f, #eef3f2));
    --_accent: var(--lucka-color-accent, light-dark(#0a4a60, #8fd3ea));
    --_on-accent: var(--lucka-color-on-accent, light-dark(#ffffff, #06222d));
    --_accent-strong: var(--lucka-color-accent-strong, color-mix(in srgb, var(--_accent), var(--_text) 24%));
    --_accent-surface: var(--lucka-color-accent-surface, color-mix(in srgb, var(--_accent) 8%, var(--_background)));
    --_notice: var(--lucka-color-notice, var(--_accent));
    --_focus-color: var(--lucka-focus-color, light-dark(#5b1a9c, #ffdc55));
    --_focus-gap: var(--lucka-focus-gap, light-dark(#ffffff, #12191b));
    --_focus-width: var(--lucka-focus-width, 3px);
    --_focus-offset: var(--lucka-focus-offset, 2px);
    --_space-1: var(--lucka-space-1, 0.25em);
    --_space-2: var(--lucka-space-2, 0.5em);
    --_space-3: var(--lucka-space-3, 0.75em);
    --_space-4: var(--lucka-space-4, 1em);
    --_space-5: var(--lucka-space-5, 1.5em);
    --_space-6: var(--lucka-space-6, 2em);
    --_space-frame: var(--lucka-space-frame, 42em);
    --_font-size-small: var(--lucka-font-size-small, 0.9375em);
    --_font-size-subheading: var(--lucka-font-size-subheading, 1.125em);
    --_font-size-heading: var(--lucka-font-size-heading, 1.375em);
    --_font-weight-text: var(--lucka-font-weight-text, 400);
    --_font-weight-strong: var(--lucka-font-weight-strong, 600);
    --_font-weight-heading: var(--lucka-font-weight-heading, 700);
    --_font-line-text: var(--lucka-font-line-text, 1.5);
    --_font-line-heading: var(--lucka-font-line-heading, 1.25);
    --_font-measure: var(--lucka-font-measure, 34em);
    --_radius-control: var(--lucka-radius-control, 4px);
    --_radius-panel: var(--lucka-radius-panel, 4px);
    --_radius-tag: var(--lucka-radius-tag, 3px);
    --_duration-quick: var(--lucka-duration-quick, 120ms);
  }
  @supports not (color: light-dark(red, red)) {
    :host {
      --_background: var(--lucka-color-background, #ffffff);
      --_surface: var(--lucka-color-surface, #f1f4f3);
      --_text: var(--lucka-color-text, #15201f);
      --_text-muted: var(--lucka-color-text-muted, #3d4947);
      --_border: var(--lucka-color-border, #6c7876);
      --_border-strong: var(--lucka-color-border-strong, #15201f);
      --_accent: var(--lucka-color-accent, #0a4a60);
      --_on-accent: var(--lucka-color-on-accent, #ffffff);
      --_focus-color: var(--lucka-focus-color, #5b1a9c);
      --_focus-gap: var(--lucka-focus-gap, #ffffff);
    }
  }
  @supports not (color: color-mix(in srgb, red, red)) {
    :host {
      --_accent-strong: var(--lucka-color-accent-strong, var(--_accent));
      --_accent-surface: var(--lucka-color-accent-surface, var(--_surface));
    }
  }
  @media (forced-colors: active) {
    :host {
      --_background: Canvas;
      --_surface: Canvas;
      --_accent-surface: Canvas;
      --_on-accent: Canvas;
      --_focus-gap: Canvas;
      --_text: CanvasText;
      --_text-muted: CanvasText;
      --_border: CanvasText;
      --_border-strong: CanvasText;
      --_notice: CanvasText;
      --_accent: LinkText;
      --_accent-strong: LinkText;
      --_focus-color: Highlight;
    }
  }

  h1 {
    --_level: var(--lucka-font-size-heading-1, 2.125em);
  }
  h2 {
    --_level: var(--lucka-font-size-heading-2, 1.875em);
  }
  h3 {
    --_level: var(--lucka-font-size-heading-3, 1.375em);
  }
  h4 {
    --_level: var(--lucka-font-size-heading-4, 1.125em);
  }
  @media (prefers-reduced-motion: reduce) {
    :host {
      --_duration-quick: 0s;
    }
  }
`;
