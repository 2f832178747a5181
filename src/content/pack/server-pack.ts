import { digestOf } from '../digest.js';
import { ContentPackError, type ContentPack } from './content-pack.js';
import { fetchText } from './fetch-text.js';
import { openContentPack, type OpenContentPack, type ReadText } from './open-pack.js';

/** Reads a file, or fetches an address. A file has no Subresource Integrity, so its digest is compared here. */
const readText: ReadText = async (address, options) => {
  if (!address.startsWith('file:')) return fetchText(address, options);
  const { integrity, maxBytes } = options;
  const module = 'node:fs/promises';
  const { readFile } = (await import(/* @vite-ignore */ module)) as {
    readFile(address: URL): Promise<Uint8Array>;
  };
  const bytes = await readFile(new URL(address));
  if (bytes.length > maxBytes)
    throw new ContentPackError(`${address} is larger than ${maxBytes} bytes`);
  const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  if (integrity && (await digestOf(text)) !== integrity)
    throw new ContentPackError(`${address} is not the file that the index names`);
  return text;
};

const opened = new Map<string, Promise<OpenContentPack>>();

/**
 * Opens a pack on a server; one that is given by its address once only.
 *
 * @param source address of `pack.json` (`file:`, `https:`), its path, or its content, which names its own `base`
 */
export function openServerPack(source: string | URL | ContentPack): Promise<OpenContentPack> {
  const { process } = globalThis as { process?: { cwd(): string } };
  const base = process ? new URL(`${process.cwd()}/`, 'file:').href : 'file:///';
  if (typeof source !== 'string' && !(source instanceof URL))
    return openContentPack(source, base, readText);
  const address = String(source);
  const opening = opened.get(address) ?? openContentPack(address, base, readText);
  opened.set(address, opening);
  opening.catch(() => opened.delete(address));
  return opening;
}
