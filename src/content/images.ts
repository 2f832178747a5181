/**
 * A text whose images are of its own origin or of the page's, with absolute addresses. In place of any other image stand
 * its words: an image of somebody else would tell them who reads the text.
 *
 * @param content blocks, a document or a flow: plain data
 * @param address where the text came from, from the page; '' for a text that the page itself held
 */
export function withOwnImages<Content>(content: Content, address = ''): Content {
  // A server that renders knows no page, so no origin is its own.
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
