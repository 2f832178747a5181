/** What every call of a service can be given. */
export interface ReadOptions {
  readonly signal?: AbortSignal;
}

export interface WriteOptions extends ReadOptions {
  /** The same for every retry of the same thing. */
  readonly idempotencyKey: string;
}
