/**
 * The anti-forgery token for a write to this address: the element's own, else that of the page's
 * `<meta name="csrf-token" content="…">`, which is for the page's own origin alone; '' for none. Read at each use.
 */
export function csrfTokenFor(address: string, own: string): string {
  if (own) return own;
  // A link reads any address without an exception.
  const link = document.createElement('a');
  link.href = address;
  if (link.origin !== self.origin) return '';
  return document.querySelector<HTMLMetaElement>('meta[name="csrf-token"]')?.content ?? '';
}
