import type { ServiceError } from './service-error.js';

/** Marks every `ServiceError`: a page may bundle its services with its own copy of the package, whose class is another one. */
export const SERVICE_ERROR = Symbol.for('lucka.service-error');

/** Has a service failed, whichever copy of the package its error comes from? */
export const isServiceError = (error: unknown): error is ServiceError =>
  error instanceof Error && SERVICE_ERROR in error;
