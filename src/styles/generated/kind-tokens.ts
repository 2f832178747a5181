// Made from tokens.json by `npm run generate`. Do not edit.
import { css } from 'lit';

/** Warning, error, success: for elements that show notices. */
export const kindTokens = css`
  :host {
    --_warning: var(--lucka-color-warning, light-dark(#5f3b00, #ffd585));
    --_warning-surface: var(--lucka-color-warning-surface, light-dark(#fff3d4, #32270f));
    --_error: var(--lucka-color-error, light-dark(#8c1712, #ffb9b0));
    --_error-surface: var(--lucka-color-error-surface, light-dark(#fdedeb, #3a1714));
    --_success: var(--lucka-color-success, light-dark(#174f2c, #9fe0b3));
    --_success-surface: var(--lucka-color-success-surface, light-dark(#e9f5ec, #13301d));
  }
  @supports not (color: light-dark(red, red)) {
    :host {
      --_warning: var(--lucka-color-warning, #5f3b00);
      --_warning-surface: var(--lucka-color-warning-surface, #fff3d4);
      --_error: var(--lucka-color-error, #8c1712);
      --_error-surface: var(--lucka-color-error-surface, #fdedeb);
      --_success: var(--lucka-color-success, #174f2c);
      --_success-surface: var(--lucka-color-success-surface, #e9f5ec);
    }
  }
  @media (forced-colors: active) {
    :host {
      --_warning-surface: Canvas;
      --_error-surface: Canvas;
      --_success-surface: Canvas;
      --_warning: CanvasText;
      --_error: CanvasText;
      --_success: CanvasText;
    }
  }
`;
