/** Sweden's clock is the one that counts, wherever the visitor is. */
export const SWEDEN = 'Europe/Stockholm';
