import { Directive, directive, type ElementPart } from 'lit/directive.js';

/** Sets attributes by their names: `html`<my-tag ${spread({ lang: 'sv', open: true })}>``. */
export const spread = directive(
  class extends Directive {
    // eslint-disable-next-line @typescript-eslint/no-unused-vars -- its type is the directive's
    render(attributes: Readonly<Record<string, string | boolean>>): void {}
    override update(
      { element }: ElementPart,
      [attributes]: [Readonly<Record<string, string | boolean>>],
    ): void {
      for (const [name, value] of Object.entries(attributes)) {
        if (value !== false) element.setAttribute(name, value === true ? '' : value);
      }
    }
  },
);
