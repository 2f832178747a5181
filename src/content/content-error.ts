/** Content that cannot be understood. `line` counts from 1 in the file. */
export class ContentError extends Error {
  override readonly name = 'ContentError';
  constructor(
    message: string,
    readonly line: number,
  ) {
    super(message);
  }
}
