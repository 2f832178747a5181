/** An address that a server gave is followed only on the page's own origin or over https; '' for any other. */
export function safeAddress(value: unknown): string {
  if (typeof value !== 'string') return '';
  try {
    const { href, origin, protocol } = new URL(value, document.baseURI);
    return origin === location.origin || protocol === 'https:' ? href : '';
  } catch {
    return '';
  }
}
