import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** How a property is set by an attribute: as in Lit, as far as the banner needs it. */
interface PropertyOptions {
  /** Name of the attribute, or false for none; the property's name in lower case by default. */
  readonly attribute?: string | false;
  /** What the attribute is converted to; a string by default. */
  readonly type?: NumberConstructor;
}

interface Accessor {
  get?(this: ReactiveHost): unknown;
  set?(this: ReactiveHost, value: unknown): void;
}

interface Property {
  readonly name: string;
  readonly type: NumberConstructor | undefined;
}

/** Declares a reactive property; written like Lit's, since the manifest is made from it. */
export const property =
  (options?: PropertyOptions) =>
  // TypeScript's legacy decorators take any type of result.
  (prototype: ReactiveHost, name: string): void & PropertyDescriptor => {
    (prototype.constructor as typeof ReactiveHost).createProperty(name, options);
    // The decorator of an accessor would put the accessor back.
    return Object.getOwnPropertyDescriptor(prototype, name) as void & PropertyDescriptor;
  };

// On a server the class is defined, and never constructed.
const Base = globalThis.HTMLElement ?? (class {} as typeof HTMLElement);

/**
 * What the banner needs of `LitElement`, without Lit, which most days do not need: properties that are set by attributes and
 * ask for an update, one update for several changes, controllers. Names, order and times are those of `ReactiveElement`.
 */
export abstract class ReactiveHost extends Base implements ReactiveControllerHost {
  static readonly #names = new Set<string>();
  static readonly #attributes = new Map<string, Property>();

  static createProperty(
    name: string,
    { attribute = name.toLowerCase(), type }: PropertyOptions = {},
  ): void {
    ReactiveHost.#names.add(name);
    if (attribute) ReactiveHost.#attributes.set(attribute, { name, type });
    // An accessor of the class, or the stored value.
    const { get, set }: Accessor = Object.getOwnPropertyDescriptor(this.prototype, name) ?? {
      get() {
        return this.#values[name];
      },
      set(value) {
        this.#values[name] = value;
      },
    };
    Object.defineProperty(this.prototype, name, {
      configurable: true,
      enumerable: true,
      get,
      set(this: ReactiveHost, value: unknown) {
        const before = get?.call(this);
        set?.call(this, value);
        if (!Object.is(get?.call(this), before)) this.requestUpdate();
      },
    });
  }

  static get observedAttributes(): string[] {
    return [...ReactiveHost.#attributes.keys()];
  }

  /** The element's shadow root; undefined before the element was first connected. */
  renderRoot!: ShadowRoot;
  readonly #values: Record<string, unknown> = {};
  readonly #controllers = new Set<ReactiveController>();
  /** What the page set before the tag was defined: it takes effect after the defaults. */
  readonly #given: [name: string, value: unknown][] = [];
  #isPending = false;
  #enableUpdates: (() => void) | undefined;
  /** Resolves after the last update that was requested. The first one waits until the element is connected. */
  #updated: Promise<unknown> = new Promise<void>((resolve) => (this.#enableUpdates = resolve));

  constructor() {
    super();
    const host = this as unknown as Record<string, unknown>;
    for (const name of ReactiveHost.#names)
      if (Object.hasOwn(host, name)) {
        this.#given.push([name, host[name]]);
        delete host[name];
      }
    this.requestUpdate();
  }

  /** Resolves when the element has updated: false if another update has been requested meanwhile. */
  get updateComplete(): Promise<boolean> {
    return this.getUpdateComplete();
  }

  protected async getUpdateComplete(): Promise<boolean> {
    await this.#updated;
    return !this.#isPending;
  }

  get isUpdatePending(): boolean {
    return this.#isPending;
  }

  addController(controller: ReactiveController): void {
    this.#controllers.add(controller);
    if (this.renderRoot && this.isConnected) controller.hostConnected?.();
  }

  removeController(controller: ReactiveController): void {
    this.#controllers.delete(controller);
  }

  requestUpdate(): void {
    if (this.#isPending) return;
    this.#isPending = true;
    this.#updated = this.#updateAfter(this.#updated);
  }

  connectedCallback(): void {
    this.renderRoot ??= this.createRenderRoot();
    this.#enableUpdates?.();
    for (const controller of this.#controllers) controller.hostConnected?.();
  }

  disconnectedCallback(): void {
    for (const controller of this.#controllers) controller.hostDisconnected?.();
  }

  attributeChangedCallback(attribute: string, before: string | null, value: string | null): void {
    const property = ReactiveHost.#attributes.get(attribute);
    if (!property || before === value) return;
    const { name, type } = property;
    (this as unknown as Record<string, unknown>)[name] =
      type && value !== null ? type(value) : value;
  }

  protected abstract createRenderRoot(): ShadowRoot;
  /** Brings the shadow root up to date, between the callbacks of the controllers. */
  protected abstract update(): void;
  protected abstract updated(): void;

  async #updateAfter(before: Promise<unknown>): Promise<void> {
    try {
      await before;
    } catch {
      // Whoever waited for that update was told; this one is another.
    }
    for (const [name, value] of this.#given.splice(0))
      (this as unknown as Record<string, unknown>)[name] = value;
    for (const controller of this.#controllers) controller.hostUpdate?.();
    this.#isPending = false;
    this.update();
    for (const controller of this.#controllers) controller.hostUpdated?.();
    this.updated();
  }
}
