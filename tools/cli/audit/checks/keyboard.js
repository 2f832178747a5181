import { changeOfContrast } from './pixels.js';

/** WCAG 2.1.1, 2.1.2, 2.4.7, 2.4.13: every control is reached by Tab and left again, and its focus is seen. */

/** @typedef {import('playwright-core').Page} Page */
/** @typedef {import('../check.js').Finding} Finding */

/** How far a focus ring may stand away from its control, in px. */
const RING = 8;

/**
 * Walks through the page with Tab.
 *
 * @param {Page} page
 * @param {{ seesFocus: boolean, known?: Set<string> }} options seesFocus: also compares pictures of each stop with and
 *   without focus; known: stops whose like was compared already, in the same colours and width
 * @returns {Promise<Finding[]>}
 */
export async function checkKeyboard(page, { seesFocus, known = new Set() }) {
  const expected = await page.evaluate(() => {
    const audit = /** @type {any} */ (window).luckaAudit;
    audit.expected = audit.tabStops();
    audit.reached = new Set();
    const isInside = audit.modal()?.contains(audit.focused());
    if (!isInside) /** @type {HTMLElement | null} */ (document.activeElement)?.blur();
    return audit.expected.length;
  });
  if (!expected) return [];
  /** @type {Finding[]} */
  const findings = [];
  for (let presses = 0; presses < expected * 2 + 30; presses++) {
    await page.keyboard.press('Tab');
    const stop = await page.evaluate(stopNow);
    if (stop.isDone) break;
    if (seesFocus && stop.isNew && stop.box && !known.has(stop.kind)) {
      known.add(stop.kind);
      const message = await unseenFocus(page, stop.box, stop.place);
      if (message) findings.push({ rule: 'focus-visible', wcag: '2.4.13', message });
    }
  }
  const missed = await page.evaluate(() => {
    const { expected: stops, reached, place } = /** @type {any} */ (window).luckaAudit;
    // What went away meanwhile, such as a warning that a key took away, was not missed.
    return stops
      .filter((/** @type {Element} */ stop) => stop.isConnected && !reached.has(stop))
      .map(place);
  });
  const unreached = missed.map((/** @type {string} */ place) => ({
    ...{ rule: 'keyboard', wcag: '2.1.1' },
    message: `Tab does not reach: ${place}`,
  }));
  return [...findings, ...unreached];
}

/** Where Tab has come to. Runs in the page. */
function stopNow() {
  const audit = /** @type {any} */ (window).luckaAudit;
  const active = /** @type {HTMLElement | null} */ (audit.focused());
  const isOurs = audit.expected.includes(active);
  const isNew = isOurs && !audit.reached.has(active);
  if (isOurs) audit.reached.add(active);
  const isDone = audit.reached.size === audit.expected.length && !isNew;
  // A choice is a row: its ring goes round the row.
  const seen = /** @type {any} */ (active)?.labels?.[0]?.closest('.option') ?? active;
  // What the page put into a slot has the page's own ring.
  const isInside = active?.getRootNode() instanceof ShadowRoot;
  const rect = isNew && isInside ? seen.getBoundingClientRect() : undefined;
  const box = rect && { x: rect.x, y: rect.y, width: rect.width, height: rect.height };
  return {
    isDone,
    isNew,
    box,
    kind: box ? kindOf(seen) : '',
    place: isNew ? audit.place(active) : '',
  };

  /** What looks the same in the same place: by its focused style, and by the names and classes of what it stands in. @param {Element} element */
  function kindOf(element) {
    const style = getComputedStyle(element);
    const names = [
      [style.outline, style.boxShadow, style.border, style.backgroundColor, style.color].join(' '),
    ];
    for (let at = /** @type {Element | null} */ (element); at; at = at.parentElement)
      names.push(
        `${at.localName}.${at.getAttribute('class') ?? ''}[${at.getAttribute('part') ?? ''}]`,
      );
    return names.join(' < ');
  }
}

/**
 * @param {Page} page
 * @param {{ x: number, y: number, width: number, height: number }} box
 * @param {string} place
 * @returns {Promise<string>} what is wrong; '' when the focus is seen
 */
async function unseenFocus(page, box, place) {
  const window = page.viewportSize() ?? { width: 0, height: 0 };
  const x = Math.max(0, box.x - RING);
  const y = Math.max(0, box.y - RING);
  const width = Math.min(window.width, box.x + box.width + RING) - x;
  const height = Math.min(window.height, box.y + box.height + RING) - y;
  if (width <= 0 || height <= 0) return `focus goes to what is out of sight: ${place}`;
  const clip = { x, y, width, height };
  const shot = () => page.screenshot({ clip, caret: 'hide', animations: 'disabled' });
  const focused = await shot();
  await page.evaluate(() => {
    const audit = /** @type {any} */ (window).luckaAudit;
    audit.last = audit.focused();
    audit.last.blur();
  });
  const plain = await shot();
  await page.evaluate(() =>
    /** @type {any} */ (window).luckaAudit.last.focus({ preventScroll: true }),
  );
  const changed = await changeOfContrast(page, focused, plain);
  // A line of 1 px round the control is the least that WCAG 2.4.13 accepts.
  const least = Math.min(box.width + box.height, width + height);
  return changed < least
    ? `focus changes ${changed} px by 3:1 or more, ${Math.round(least)} are needed: ${place}`
    : '';
}
