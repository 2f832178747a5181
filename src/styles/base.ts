import { css } from 'lit';

/** The base of every element: isolation from the page's styles, spacing, text, focus, icons. Sizes in em of the element, hairlines in px. */
export const base = css`
  /* On both: a page that styles every tag overrides the host's styles, but does not reach .root. */
  :host,
  .root {
    all: initial;
    color-scheme: inherit;
    display: block;
    font-family: inherit;
    font-size: max(1em, 16px);
  }
  /* Without light-dark(), all colours are the light ones. */
  @supports not (color: light-dark(red, red)) {
    :host,
    .root {
      color-scheme: light;
    }
  }
  @media (prefers-contrast: more) {
    .root {
      --_border: var(--_text);
      --_text-muted: var(--_text);
    }
  }
  .root {
    container-type: inline-size;
    max-inline-size: var(--_space-frame);
    background: var(--_background);
    color: var(--_text);
    font-family: var(--lucka-font-family, inherit);
    font-size: max(var(--lucka-font-size-base, 1em), 16px);
    font-weight: var(--_font-weight-text);
    line-height: var(--_font-line-text);
    text-align: start;
    text-underline-offset: 0.18em;
    overflow-wrap: break-word;
    -webkit-hyphens: auto;
    hyphens: auto;
    hyphenate-limit-chars: 14 6 5;
    -webkit-text-size-adjust: 100%;
  }
  :host([hidden]),
  [hidden] {
    display: none !important;
  }
  *,
  ::before,
  ::after {
    box-sizing: border-box;
  }
  /* Vertical spacing belongs to the container, not to its children. */
  .stack > *,
  .stack-sm > * {
    margin-block: 0;
  }
  .stack > * + * {
    margin-block-start: var(--_space-4);
  }
  .stack > * + .actions {
    margin-block-start: var(--_space-5);
  }
  .stack-sm > * + * {
    margin-block-start: var(--_space-2);
  }
  .stack-sm > * + .row {
    margin-block-start: var(--_space-3);
  }
  .stack > * + .part {
    margin-block-start: var(--_space-6);
  }

  /* Text */
  p,
  ul,
  ol,
  dl,
  dd,
  h1,
  h2,
  h3,
  h4,
  h5,
  h6,
  fieldset {
    margin: 0;
    padding: 0;
  }
  p,
  li {
    max-inline-size: var(--_font-measure);
    text-wrap: pretty;
  }
  .title,
  .heading,
  .subheading,
  .name {
    font-weight: var(--_font-weight-heading);
    line-height: var(--_font-line-heading);
    text-wrap: balance;
  }
  /* The level of a heading limits its size, so that it is smaller than the page's heading above it: tokens.json has levels 1 to 4. */
  .title {
    inline-size: fit-content;
    max-inline-size: 100%;
    font-size: min(var(--lucka-font-size-title, var(--_level, 1em)), 0.9em + 3cqi);
  }
  .heading {
    font-size: min(var(--_font-size-heading), var(--_level, 1em), 1em + 1.2cqi);
  }
  .subheading {
    /* Legends have no level. */
    font-size: min(var(--_font-size-subheading), var(--_level, 9em));
  }
  .name {
    font-size: 1em;
  }
  .muted,
  .hint {
    color: var(--_text-muted);
  }
  .small {
    font-size: var(--_font-size-small);
  }
  strong {
    font-weight: var(--_font-weight-strong);
  }
  .nowrap {
    white-space: nowrap;
    unicode-bidi: isolate;
  }
  ul,
  ol {
    padding-inline-start: 1.375em;
  }
  li + li {
    margin-block-start: var(--_space-2);
  }
  a {
    color: var(--_accent);
    text-decoration: underline;
  }
  a:hover {
    color: var(--_accent-strong);
    text-decoration-thickness: max(2px, 0.125em);
  }
  .visually-hidden {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  .root > .status {
    margin-block-start: var(--_space-4);
  }

  /* Focus: an inner ring in the background colour, an outer ring that contrasts with it. Forced colours drop the shadow and keep the outline. A focused step can be taller than the window: its heading shows the ring. */
  #step {
    outline: 0;
  }
  :focus-visible:not(#step),
  #step:focus-visible #title {
    outline: var(--_focus-width) solid var(--_focus-color);
    outline-offset: var(--_focus-offset);
    box-shadow: 0 0 0 var(--_focus-offset) var(--_focus-gap);
  }

  /* Icons: 24 units, one stroke width, the colour of the text beside them. */
  .icon {
    flex: none;
    inline-size: 1.5em;
    block-size: 1.5em;
    fill: none;
    stroke: currentColor;
    stroke-width: 2;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  :dir(rtl) > .icon.turns {
    transform: scaleX(-1);
  }

  /* Very narrow, or large text on a phone. */
  @container (max-width: 15em) {
    .nowrap {
      white-space: normal;
    }
  }
`;
