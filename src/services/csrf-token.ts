/**
 * The anti-forgery token for a write to this address: the element's own, otherwise that of the page's
 * `<meta name="csrf-token" content="…">`, which is only for the page's own origin; '' if there is none. Read for each request.
 */
export function csrfTokenFor(address: string, own: string): string {
  if (own) return own;
  // A link parses any address without an exception.
  const link = document.createElement('a');
  link.href = address;
  if (link.origin !== self.origin) return '';
  return document.querySelector<HTMLMetaElement>('meta[name="csrf-token"]')?.content ?? '';
}
