// The number of bytes that a page loads for the gate.
import zlib from 'node:zlib';
import { bundle } from './bundle.js';

export async function describeSize() {
  const code = await bundle('src/language.ts');
  const best = { params: { [zlib.constants.BROTLI_PARAM_QUALITY]: 11 } };
  const compressed = zlib.brotliCompressSync(code, best).length;
  return `code and weights: ${code.length} bytes, ${compressed} with brotli`;
}
