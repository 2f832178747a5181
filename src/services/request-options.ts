/** What every endpoint of a service can be given. */
export interface EndpointOptions {
  /** Anti-forgery token; by default that of `<meta name="csrf-token">`, to the page's own origin only. */
  readonly csrfToken?: () => string;
}

/** What every call of a service can be given. */
export interface ReadOptions {
  readonly signal?: AbortSignal;
}

export interface WriteOptions extends ReadOptions {
  /** The same for every retry of the same operation. */
  readonly idempotencyKey: string;
}
