import { ContentPackError } from './content-pack.js';
import type { ReadText } from './open-pack.js';

/** Time limit of a request, in milliseconds: as of the services. */
const TIMEOUT_MS = 20_000;

/** JSON and Markdown; a web page in their place is a log-in page, or one that says that there is no such file. */
const MEDIA_TYPE = /^(?:application\/(?:[\w.-]+\+)?json|text\/(?:json|markdown|plain))\b/i;

/** Fetches a text of a content pack. A text with a digest never changes, so the browser's cache may answer; an index is revalidated. */
export const fetchText: ReadText = async (address, { integrity = '', maxBytes }) => {
  const fail = (reason: string, cause?: unknown): never => {
    throw new ContentPackError(`${address} ${reason}`, { cause });
  };
  const controller = new AbortController();
  // Not AbortSignal.timeout(), which the oldest supported browsers lack.
  const timer = setTimeout(() => controller.abort(), TIMEOUT_MS);
  try {
    const response = await fetch(address, {
      integrity,
      cache: integrity ? 'default' : 'no-cache',
      signal: controller.signal,
    });
    const type = response.headers.get('content-type') ?? '';
    if (!response.ok) fail(`answered ${response.status}`);
    if (!MEDIA_TYPE.test(type)) fail(`is "${type}" and not JSON`);
    const text = await readAtMost(response, maxBytes);
    return text ?? fail(`is larger than ${maxBytes} bytes`);
  } catch (error) {
    if (error instanceof ContentPackError) throw error;
    return fail('could not be loaded', error);
  } finally {
    clearTimeout(timer);
  }
};

/** Stops at the first byte over the limit; undefined then. */
async function readAtMost(response: Response, maxBytes: number): Promise<string | undefined> {
  const reader = response.body?.getReader();
  // Wrappers of fetch may offer no stream.
  if (!reader) return response.text();
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let text = '';
  for (let bytes = 0; ;) {
    const { done, value } = await reader.read();
    if (done) return text + decoder.decode();
    bytes += value.length;
    if (bytes > maxBytes) {
      void reader.cancel();
      return undefined;
    }
    text += decoder.decode(value, { stream: true });
  }
}
