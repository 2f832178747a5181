import assert from 'node:assert/strict';

/**
 * Describes invisible parts of our elements, and counts texts and controls. Text needs a contrast of 4.5 to
 * its background (WCAG 1.4.3); a field, a mark or a button needs a border or a background with a contrast of 3 to its
 * surroundings (1.4.11); a link-like button is underlined. Runs in the page, so it uses only its parameters and globals.
 *
 * @returns {{ faults: string[], texts: number, controls: number }}
 */
function looksOf() {
  const pen = /** @type {CanvasRenderingContext2D} */ (
    Object.assign(document.createElement('canvas'), { width: 1, height: 1 }).getContext('2d', {
      willReadFrequently: true,
    })
  );
  /** @param {string} colour as CSS writes it @returns {number[]} red, green, blue, alpha: 0 to 255 */
  const channelsOf = (colour) => {
    pen.clearRect(0, 0, 1, 1);
    pen.fillStyle = colour;
    pen.fillRect(0, 0, 1, 1);
    return [...pen.getImageData(0, 0, 1, 1).data];
  };
  const luminanceOf = (/** @type {string} */ colour) => {
    const [red = 0, green = 0, blue = 0] = channelsOf(colour).map((value) => {
      const part = value / 255;
      return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const contrastOf = (/** @type {string} */ one, /** @type {string} */ other) => {
    const [light = 0, dark = 0] = [luminanceOf(one), luminanceOf(other)].sort((a, b) => b - a);
    return (light + 0.05) / (dark + 0.05);
  };
  const isClear = (/** @type {string} */ colour) => channelsOf(colour)[3] === 0;
  const styleOf = (/** @type {Element} */ element) => getComputedStyle(element);

  /** The element around, through slots and shadow roots. @param {Element} element @returns {Element | null} */
  const around = (element) => {
    if (element.assignedSlot) return element.assignedSlot;
    const root = element.getRootNode();
    return element.parentElement ?? (root instanceof ShadowRoot ? root.host : null);
  };
  const canvas = () =>
    styleOf(document.documentElement).colorScheme === 'dark' ? '#121212' : '#fff';
  /** @param {Element | null} element @returns {string} the colour behind it */
  const groundOf = (element) => {
    for (let each = element; each; each = around(each)) {
      const { backgroundColor } = styleOf(each);
      if (!isClear(backgroundColor)) return backgroundColor;
      // The backdrop is behind a modal dialog, not the page.
      if (each.matches('dialog:modal')) return 'rgb(102, 102, 102)';
    }
    return canvas();
  };
  const isClipped = (/** @type {Element} */ element) => {
    const { clipPath, opacity } = styleOf(element);
    return clipPath !== 'none' || opacity === '0';
  };
  const isSeen = (/** @type {Element} */ element) => {
    const { width, height } = element.getBoundingClientRect();
    if (width <= 1 || height <= 1 || styleOf(element).visibility !== 'visible') return false;
    for (let each = /** @type {Element | null} */ (element); each; each = around(each))
      if (isClipped(each)) return false;
    return true;
  };
  const wordsOf = (/** @type {Element} */ element) =>
    `<${element.localName} class="${element.className}"> “${(element.textContent ?? '').trim().replace(/\s+/g, ' ').slice(0, 40)}”`;

  /** @type {string[]} */
  const faults = [];
  const counts = { texts: 0, controls: 0 };

  const lookAtText = (/** @type {Element} */ element) => {
    counts.texts++;
    const contrast = contrastOf(styleOf(element).color, groundOf(element));
    if (contrast < 4.5) faults.push(`contrast ${contrast.toFixed(1)}: ${wordsOf(element)}`);
  };

  const lookAtControl = (/** @type {Element} */ element) => {
    counts.controls++;
    const style = styleOf(element);
    if (element.localName === 'button' && style.textDecorationLine === 'underline') return;
    const outside = groundOf(around(element));
    const isFilled = contrastOf(groundOf(element), outside) >= 3;
    const hasEdge = (/** @type {string} */ side) =>
      parseFloat(style.getPropertyValue(`border-${side}-width`)) >= 1 &&
      !isClear(style.getPropertyValue(`border-${side}-color`)) &&
      contrastOf(style.getPropertyValue(`border-${side}-color`), outside) >= 3;
    if (!isFilled && !['top', 'right', 'bottom', 'left'].every(hasEdge))
      faults.push(`no edge: ${wordsOf(element)}`);
    if (isClear(style.backgroundColor)) faults.push(`no ground: ${wordsOf(element)}`);
    if (element instanceof HTMLInputElement && element.checked) {
      const mark = getComputedStyle(element, '::before');
      if (
        isClear(mark.borderBottomColor) ||
        contrastOf(mark.borderBottomColor, groundOf(element)) < 3
      )
        faults.push(`no mark: ${wordsOf(element)}`);
    }
  };

  /** @param {ShadowRoot} root */
  const lookIn = (root) => {
    for (const element of root.querySelectorAll('*')) {
      if (element.shadowRoot) lookIn(element.shadowRoot);
      if (!isSeen(element)) continue;
      const hasText = [...element.childNodes].some(
        (node) => node instanceof Text && node.data.trim(),
      );
      if (hasText) lookAtText(element);
      if (element.matches('button, input, textarea, select')) lookAtControl(element);
    }
  };
  for (const { shadowRoot } of document.querySelectorAll('*')) if (shadowRoot) lookIn(shadowRoot);
  return { faults, ...counts };
}

/**
 * Fails if a part of our elements is invisible, or if there are fewer parts than expected.
 *
 * @param {import('playwright-core').Page} page
 * @param {{ texts: number, controls: number }} least
 */
export async function assertAllSeen(page, least) {
  const { faults, texts, controls } = await page.evaluate(looksOf);
  assert.deepEqual(faults, []);
  assert.ok(
    texts >= least.texts && controls >= least.controls,
    `${texts} texts, ${controls} controls`,
  );
}
