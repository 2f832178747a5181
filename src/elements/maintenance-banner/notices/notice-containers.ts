import { render, type TemplateResult } from 'lit';

/** Renders each notice into a container of its own, which keeps it expanded when the order changes. */
export class NoticeContainers {
  /** Holds the containers in the order of the notices. */
  readonly element = document.createElement('div');
  #containers: ReadonlyMap<string, HTMLElement> = new Map();

  constructor() {
    this.element.className = 'stack-sm';
  }

  /** @param views by the id of the notice, in their order */
  render(views: ReadonlyMap<string, TemplateResult>): void {
    const containers = new Map<string, HTMLElement>();
    for (const [id, view] of views) {
      const container = this.#containers.get(id) ?? document.createElement('div');
      render(view, container);
      containers.set(id, container);
    }
    this.#containers = containers;
    this.#arrange([...containers.values()]);
  }

  /** Moves no container that is where it should be: it would lose the focus. */
  #arrange(containers: readonly Element[]): void {
    const { element } = this;
    for (const child of [...element.children]) if (!containers.includes(child)) child.remove();
    let next = element.firstElementChild;
    for (const container of containers) {
      if (container === next) next = next.nextElementSibling;
      else element.insertBefore(container, next);
    }
  }
}
