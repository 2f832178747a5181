/**
 * The number of pixels that differ visibly between two pictures.
 *
 * @param {import('playwright-core').Browser} browser reads the pictures
 * @param {Buffer} one PNG
 * @param {Buffer} other PNG
 * @returns {Promise<number>}
 */
export async function differentPixels(browser, one, other) {
  const page = await browser.newPage();
  const addresses = [one, other].map(
    (picture) => `data:image/png;base64,${picture.toString('base64')}`,
  );
  const count = await page.evaluate(async (pictures) => {
    const [first, second] = await Promise.all(
      pictures.map(async (address) => {
        const image = new Image();
        image.src = address;
        await image.decode();
        const canvas = new OffscreenCanvas(image.width, image.height);
        const context = /** @type {OffscreenCanvasRenderingContext2D} */ (canvas.getContext('2d'));
        context.drawImage(image, 0, 0);
        return context.getImageData(0, 0, image.width, image.height).data;
      }),
    );
    if (!first || first.length !== second?.length) return Infinity;
    let different = 0;
    for (let at = 0; at < first.length; at += 4) {
      const isSame = [0, 1, 2].every(
        // A small difference at the edge of a letter comes from antialiasing.
        (channel) => Math.abs((first[at + channel] ?? 0) - (second[at + channel] ?? 0)) <= 8,
      );
      if (!isSame) different++;
    }
    return different;
  }, addresses);
  await page.close();
  return count;
}
