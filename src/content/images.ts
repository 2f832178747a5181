/**
 * Keeps images of the text's own origin or the page's, with absolute addresses. Any other image is replaced by its alternative
 * text: another server must not learn who reads the text.
 *
 * @param content blocks, a document or a flow: plain data
 * @param address of the text, relative to the page; '' for a text in the page itself
 */
export function withOwnImages<Content>(content: Content, address = ''): Content {
  // Without a page (server rendering) no origin is the page's own.
  const base = globalThis.document && new URL(address, document.baseURI);
  const origins = base ? [self.origin, location.origin, base.origin] : [];
  return JSON.parse(JSON.stringify(content), (_key, value: unknown) => {
    const { type, src, alt } = (value ?? {}) as { type?: string; src?: string; alt?: string };
    if (type !== 'image' || src === undefined) return value;
    const { protocol, origin, href } = resolved(src, base) ?? {};
    const isOwn = /^https?:$/.test(protocol ?? '') && origins.includes(origin ?? '');
    return isOwn ? { type, src: href, alt, isOwn } : alt;
  }) as Content;
}

function resolved(address: string, base: URL | undefined): URL | undefined {
  try {
    return new URL(address, base);
  } catch {
    return undefined;
  }
}
