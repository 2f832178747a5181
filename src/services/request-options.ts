/** Options of every service endpoint. */
export interface EndpointOptions {
  /** Anti-forgery token; by default that of `<meta name="csrf-token">`, to the page's own origin only. */
  readonly csrfToken?: () => string;
}

/** Options of every call of a service. */
export interface ReadOptions {
  readonly signal?: AbortSignal;
}

export interface WriteOptions extends ReadOptions {
  /** The same for every retry of the same operation. */
  readonly idempotencyKey: string;
}
