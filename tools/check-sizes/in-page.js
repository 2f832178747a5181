/** Functions that run in the measured page, and so use only their parameters and globals of the page. */

/**
 * Is everything visible that belongs to the first view?
 *
 * @param {Readonly<Record<string, readonly string[]>>} views selectors in the shadow root that must be visible, by tag
 * @returns {boolean}
 */
export function isFirstViewShown(views) {
  const isSeen = (/** @type {Element | null | undefined} */ element) => {
    const { width = 0, height = 0 } = element?.getBoundingClientRect() ?? {};
    return Boolean(element?.checkVisibility({ visibilityProperty: true }) && width && height);
  };
  return Object.entries(views).every(([tag, selectors]) => {
    const root = document.querySelector(tag)?.shadowRoot;
    const isBusy = root?.querySelector('[aria-busy="true"]');
    return root && !isBusy && selectors.every((selector) => isSeen(root.querySelector(selector)));
  });
}

/**
 * Counts the nodes of our elements.
 *
 * @returns {{ nodes: number, shadowNodes: number, sameContentNodes: number }} `nodes`: all below the elements, in light
 *   and shadow, comments and white space too; `shadowNodes`: those in shadow roots; `sameContentNodes`: of those, elements
 *   and texts that are not blank, which is what a static template of the same content has
 */
export function countNodes() {
  const counts = { nodes: 0, shadowNodes: 0, sameContentNodes: 0 };
  /** @param {Node} parent @param {boolean} isShadow */
  const count = (parent, isShadow) => {
    for (const node of parent.childNodes) {
      counts.nodes++;
      if (isShadow) counts.shadowNodes++;
      const isElement = node instanceof Element;
      const isText = node instanceof Text && node.data.trim() !== '';
      if (isShadow && (isElement || isText)) counts.sameContentNodes++;
      if (isElement && node.shadowRoot) count(node.shadowRoot, true);
      count(node, isShadow);
    }
  };
  for (const element of document.querySelectorAll('*')) {
    if (!element.localName.startsWith('lucka-')) continue;
    if (element.shadowRoot) count(element.shadowRoot, true);
    count(element, false);
  }
  return counts;
}

/** Number of files of the build that have arrived completely. */
export const receivedFiles = () =>
  performance
    .getEntriesByType('resource')
    .filter(({ name, duration }) => duration && new URL(name).pathname.startsWith('/cdn/')).length;

/** Resolves once the main thread is idle: frames are rendered, promises settled, timers of 0 over. */
export async function idle() {
  for (let time = 0; time < 2; time++) {
    await new Promise((resolve) => requestAnimationFrame(resolve));
    await new Promise((resolve) => requestIdleCallback(() => setTimeout(resolve)));
  }
}
