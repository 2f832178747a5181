/** Marks every `ServiceError`: a page may bundle its services with its own copy of the package, whose class is another one. */
export const SERVICE_ERROR = Symbol.for('lucka.service-error');
