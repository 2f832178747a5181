import { SERVICE_ERROR } from './service-error-mark.js';
import type { ServiceError } from './service-error.js';

/** Has a service failed, whichever copy of the package its error comes from? */
export const isServiceError = (error: unknown): error is ServiceError =>
  error instanceof Error && SERVICE_ERROR in error;
