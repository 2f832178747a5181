import type { CSSResultGroup, CSSResultOrNative } from 'lit';

const flat = (styles: CSSResultGroup): CSSResultOrNative[] =>
  Array.isArray(styles) ? styles.flatMap(flat) : [styles as CSSResultOrNative];

/** Gives a shadow root the styles of a part that was loaded later, each once. */
export function adoptStyles(root: ShadowRoot, styles: CSSResultGroup): void {
  const sheets = flat(styles).flatMap((style) =>
    style instanceof CSSStyleSheet ? style : (style.styleSheet ?? []),
  );
  const present = root.adoptedStyleSheets;
  root.adoptedStyleSheets = [...present, ...sheets.filter((sheet) => !present.includes(sheet))];
}
