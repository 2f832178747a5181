/**
 * How many pixels of two pictures differ: at all, and by a contrast of 3:1 or more. Counted in an empty page of the same browser, which
 * can read pictures; no library is needed for it.
 *
 * @param {import('playwright-core').Page} page
 * @param {Buffer} first PNG
 * @param {Buffer} second PNG of the same size
 * @returns {Promise<{ any: number, strong: number }>}
 */
export async function changeBetween(page, first, second) {
  const reader = await readerOf(page.context());
  return reader.evaluate(compare, [first.toString('base64'), second.toString('base64')]);
}

/** @type {WeakMap<import('playwright-core').BrowserContext, Promise<import('playwright-core').Page>>} */
const readers = new WeakMap();

/** @param {import('playwright-core').BrowserContext} context */
function readerOf(context) {
  const reader = readers.get(context) ?? context.newPage();
  readers.set(context, reader);
  return reader;
}

/** Runs in the empty page. @param {string[]} pictures @returns {Promise<{ any: number, strong: number }>} */
async function compare(pictures) {
  const luminance = (/** @type {Uint8ClampedArray} */ data, /** @type {number} */ at) => {
    const [red = 0, green = 0, blue = 0] = [0, 1, 2].map((offset) => {
      const value = (data[at + offset] ?? 0) / 255;
      return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const [one, two] = await Promise.all(
    pictures.map(async (picture) => {
      const bytes = Uint8Array.from(atob(picture), (letter) => letter.charCodeAt(0));
      const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
      const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
      const context = canvas.getContext('2d');
      context?.drawImage(bitmap, 0, 0);
      return (
        context?.getImageData(0, 0, bitmap.width, bitmap.height).data ?? new Uint8ClampedArray()
      );
    }),
  );
  let any = 0;
  let strong = 0;
  if (!one || !two) return { any, strong };
  for (let at = 0; at < one.length; at += 4) {
    if (one[at] === two[at] && one[at + 1] === two[at + 1] && one[at + 2] === two[at + 2]) continue;
    any++;
    const [light, dark] = [luminance(one, at), luminance(two, at)].sort((a, b) => b - a);
    if (((light ?? 0) + 0.05) / ((dark ?? 0) + 0.05) >= 3) strong++;
  }
  return { any, strong };
}
