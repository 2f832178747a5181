const SCHEMES = ['http:', 'https:', 'mailto:', 'tel:'];

/**
 * The address of a link that a server or the page gave, made absolute; '' for anything but a web page, a mail address and
 * a telephone number. Only the scheme decides: in `<iframe srcdoc>` the page's origin is "null", as that of a script is.
 */
export function safeUrl(value: unknown): string {
  if (typeof value !== 'string') return '';
  try {
    // A server does not know the address of the page: there it stays as it is.
    const base = globalThis.document?.baseURI;
    const { href, protocol } = new URL(value, base ?? 'https://x.invalid');
    if (!SCHEMES.includes(protocol)) return '';
    return base ? href : value;
  } catch {
    return '';
  }
}
