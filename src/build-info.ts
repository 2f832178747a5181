/** What the browser build writes into itself; empty elsewhere. */
export const buildInfo: {
  /** The hash in the names of all its files; '' where files have no such names. */
  readonly hash: string;
} = { hash: '' };
