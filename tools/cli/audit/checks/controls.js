/** WCAG 2.5.8, 4.1.2, and the contract of dialogs: what can be pressed is large enough, has a name, and keeps the focus. */

/** @typedef {import('playwright-core').Page} Page */
/** @typedef {import('../check.js').Finding} Finding */

/** Roles of which each must have a name. */
const NAMED = new Set([
  ...[
    'button',
    'link',
    'textbox',
    'searchbox',
    'combobox',
    'checkbox',
    'radio',
    'switch',
    'slider',
  ],
  ...[
    'spinbutton',
    'listbox',
    'option',
    'tab',
    'menuitem',
    'dialog',
    'alertdialog',
    'DisclosureTriangle',
  ],
]);

/**
 * Targets of at least 24 by 24 px. Smaller ones pass, as WCAG has it, when they are links within a sentence, or when a circle
 * of 24 px on their middle meets no other target and no circle of another.
 *
 * @param {Page} page
 * @returns {Promise<Finding[]>}
 */
export async function checkTargets(page) {
  const small = await page.evaluate(() => {
    const { tabStops, isSeen, place } = /** @type {any} */ (window).luckaAudit;
    const targetOf = (/** @type {HTMLElement} */ element) => {
      const label = /** @type {HTMLInputElement} */ (element).labels?.[0];
      const isChoice = ['radio', 'checkbox'].includes(
        /** @type {HTMLInputElement} */ (element).type,
      );
      return (isChoice && label ? label : element).getBoundingClientRect();
    };
    const isInSentence = (/** @type {HTMLElement} */ element) =>
      element.localName === 'a' &&
      getComputedStyle(element).display === 'inline' &&
      (element.parentElement?.textContent?.trim().length ?? 0) >
        (element.textContent?.trim().length ?? 0);
    const isSmall = (/** @type {DOMRect} */ box) => box.width < 24 || box.height < 24;
    const middle = (/** @type {DOMRect} */ box) => [box.x + box.width / 2, box.y + box.height / 2];
    /** From the middle of one to the nearest point of the other. */
    const isApart = (/** @type {DOMRect} */ box, /** @type {DOMRect} */ other) => {
      const [x = 0, y = 0] = middle(box);
      const [otherX = 0, otherY = 0] = middle(other);
      if (isSmall(other) && Math.hypot(x - otherX, y - otherY) < 24) return false;
      const nearX = Math.max(other.left, Math.min(x, other.right));
      const nearY = Math.max(other.top, Math.min(y, other.bottom));
      return Math.hypot(x - nearX, y - nearY) >= 12;
    };
    const targets = tabStops()
      .filter(isSeen)
      .map((/** @type {HTMLElement} */ element) => ({ element, box: targetOf(element) }));
    return targets
      .filter(
        (/** @type {any} */ { element, box }) =>
          isSmall(box) &&
          !isInSentence(element) &&
          targets.some(
            (/** @type {any} */ other) => other.element !== element && !isApart(box, other.box),
          ),
      )
      .map(
        (/** @type {any} */ { element, box }) =>
          `${Math.round(box.width)} × ${Math.round(box.height)} px, too near to another: ${place(element)}`,
      );
  });
  return small.map((/** @type {string} */ message) => ({
    ...{ rule: 'target-size', wcag: '2.5.8', message },
  }));
}

/**
 * Names as the browser's own accessibility tree has them.
 *
 * @param {Page} page
 * @returns {Promise<Finding[]>}
 */
export async function checkNames(page) {
  const session = await page.context().newCDPSession(page);
  const { nodes } = await session.send('Accessibility.getFullAXTree');
  await session.detach();
  return nodes
    .filter(({ ignored, role, name }) => !ignored && NAMED.has(role?.value) && !name?.value?.trim())
    .map(({ role }) => ({
      rule: 'name',
      wcag: '4.1.2',
      message: `a ${role?.value} without a name`,
    }));
}

/** An open dialog is modal, has a name and holds the focus. @param {Page} page @returns {Promise<Finding[]>} */
export async function checkDialogs(page) {
  const found = await page.evaluate(() => {
    const { ours, isSeen, focused, place } = /** @type {any} */ (window).luckaAudit;
    return ours()
      .filter(
        (/** @type {HTMLElement} */ element) =>
          element.matches('dialog[open], [role="dialog"]') && isSeen(element),
      )
      .flatMap((/** @type {HTMLElement} */ dialog) => {
        const root = /** @type {ShadowRoot} */ (dialog.getRootNode());
        const name =
          dialog.getAttribute('aria-label') ??
          root.getElementById(dialog.getAttribute('aria-labelledby') ?? '')?.textContent;
        return [
          name?.trim() ? '' : `has no name: ${place(dialog)}`,
          dialog.matches(':modal') ? '' : `is not modal: ${place(dialog)}`,
          dialog.contains(focused()) ? '' : `does not hold the focus: ${place(dialog)}`,
        ].filter(Boolean);
      });
  });
  return found.map((/** @type {string} */ message) => ({ rule: 'dialog', wcag: '2.4.3', message }));
}

/** Nothing moves for whoever asked for less motion. @param {Page} page @returns {Promise<Finding[]>} */
export async function checkMotion(page) {
  const moving = await page.evaluate(() => {
    const { roots, place } = /** @type {any} */ (window).luckaAudit;
    return roots()
      .flatMap((/** @type {Document | ShadowRoot} */ root) => root.getAnimations())
      .filter((/** @type {Animation} */ { effect, playState }) => {
        const duration = Number(effect?.getComputedTiming().duration);
        return (
          playState === 'running' && (duration > 250 || effect?.getTiming().iterations === Infinity)
        );
      })
      .map(
        (/** @type {any} */ { effect }) => `moves: ${effect?.target ? place(effect.target) : ''}`,
      );
  });
  return moving.map((/** @type {string} */ message) => ({
    rule: 'motion',
    wcag: '2.3.3',
    message,
  }));
}
