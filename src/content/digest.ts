/**
 * `sha256-` and the base64 of the SHA-256 of the text's UTF-8 bytes, as in Subresource Integrity. The whole file is
 * bound, front matter included. Answers '' where the browser has no `crypto.subtle` (a page on plain http).
 */
export async function digestOf(text: string): Promise<string> {
  if (!globalThis.crypto?.subtle) return '';
  const bytes = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return `sha256-${btoa(String.fromCharCode(...new Uint8Array(bytes)))}`;
}
