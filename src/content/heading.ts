import { html, nothing, type TemplateResult } from 'lit';

export interface HeadingOptions {
  readonly class?: string;
  readonly part?: string;
  readonly id?: string;
  /** The author's id of the heading; as `data-id`, since it could collide with an id of the element. */
  readonly anchor?: string;
}

/**
 * A heading of any level, 1 to 6, that a script can move focus to. Content and elements share it, because the page
 * decides the level (`heading-level`).
 */
export function renderHeading(
  level: number,
  content: unknown,
  options: HeadingOptions = {},
): TemplateResult {
  const { class: name = nothing, part = nothing, id = nothing, anchor = nothing } = options;
  // A heading that takes focus is one text node: spaces beside it would be nodes of their own.
  // prettier-ignore
  switch (Math.min(Math.max(level, 1), 6)) {
    case 1:
      return html`<h1 class=${name} part=${part} id=${id} data-id=${anchor} tabindex="-1">${content}</h1>`;
    case 2:
      return html`<h2 class=${name} part=${part} id=${id} data-id=${anchor} tabindex="-1">${content}</h2>`;
    case 3:
      return html`<h3 class=${name} part=${part} id=${id} data-id=${anchor} tabindex="-1">${content}</h3>`;
    case 4:
      return html`<h4 class=${name} part=${part} id=${id} data-id=${anchor} tabindex="-1">${content}</h4>`;
    case 5:
      return html`<h5 class=${name} part=${part} id=${id} data-id=${anchor} tabindex="-1">${content}</h5>`;
    default:
      return html`<h6 class=${name} part=${part} id=${id} data-id=${anchor} tabindex="-1">${content}</h6>`;
  }
}
