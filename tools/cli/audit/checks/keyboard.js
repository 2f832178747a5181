import { ownFinding } from '../rules.js';
import { changeBetween } from './pixels.js';

/** WCAG 2.1.1, 2.1.2, 2.4.7, 2.4.11, 2.4.13: every control is reached by Tab and left again, and its focus is seen. */

/** @typedef {import('playwright-core').Page} Page */
/** @typedef {import('../findings.js').Finding} Finding */

/** How far a focus ring may stand away from its control, in px. */
const RING = 8;
/** After so many presses of Tab the rest is told as not looked at. */
const MOST_PRESSES = 400;

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
    audit.presses = 0;
    audit.before = undefined;
    const isInside = audit.modal() && audit.within(audit.focused(), audit.modal());
    if (!isInside) /** @type {HTMLElement | null} */ (audit.focused())?.blur();
    return audit.expected.length;
  });
  if (!expected) return [];
  /** @type {Finding[]} */
  const findings = [];
  let presses = 0;
  for (; presses < Math.min(expected * 2 + 30, MOST_PRESSES); presses++) {
    await page.keyboard.press('Tab');
    const stop = await page.evaluate(stopNow);
    if (stop.isStuck) {
      const trap = await leaveTrap(page);
      if (trap) findings.push(trap);
      if (!(await page.evaluate(goOn))) break;
      continue;
    }
    if (stop.isDone && (await isLeft(page, findings))) break;
    if (seesFocus && stop.isNew && stop.box && !known.has(stop.kind)) {
      known.add(stop.kind);
      const finding = await focusFinding(page, stop);
      if (finding) findings.push(finding);
    }
  }
  const missed = await page.evaluate(() => {
    const {
      expected: stops,
      reached,
      describe,
      isTabbable,
    } = /** @type {any} */ (window).luckaAudit;
    // What went away meanwhile, such as a warning that a key took away, was not missed.
    return stops
      .filter(
        (/** @type {Element} */ stop) => stop.isConnected && isTabbable(stop) && !reached.has(stop),
      )
      .map(describe);
  });
  const wasLong = presses >= MOST_PRESSES;
  return [
    ...findings,
    ...missed.slice(0, 20).map((/** @type {any} */ target) =>
      ownFinding('keyboard', {
        message: wasLong
          ? `was not come to within ${MOST_PRESSES} presses of Tab`
          : 'is not reached by Tab',
        ...(wasLong && { kind: /** @type {const} */ ('undecided') }),
        target,
      }),
    ),
  ];
}

/**
 * After the last stop, the focus can be moved on: the trap that is met last is found only so.
 *
 * @param {Page} page
 * @param {Finding[]} findings
 */
async function isLeft(page, findings) {
  for (let press = 0; press < 2; press++) {
    await page.keyboard.press('Tab');
    const { isStuck } = await page.evaluate(stopNow);
    if (!isStuck) continue;
    const trap = await leaveTrap(page);
    if (trap) findings.push(trap);
    return true;
  }
  return true;
}

/** Tab does not move the focus: do the other keys that people know? @param {Page} page @returns {Promise<Finding | undefined>} */
async function leaveTrap(page) {
  const target = await page.evaluate(() => {
    const audit = /** @type {any} */ (window).luckaAudit;
    audit.trapped = audit.focused();
    return audit.describe(audit.trapped);
  });
  const isFree = () =>
    page.evaluate(() => {
      const { trapped, focused } = /** @type {any} */ (window).luckaAudit;
      return focused() !== trapped;
    });
  for (const keys of [['Shift+Tab'], ['Escape', 'Tab']]) {
    for (const key of keys) await page.keyboard.press(key);
    if (await isFree())
      return ownFinding('keyboard-trap', {
        kind: 'undecided',
        message: `Tab does not leave it; ${keys.join(', then ')} does: is that said?`,
        target,
      });
  }
  return ownFinding('keyboard-trap', {
    message: 'holds the focus: neither Tab nor Shift+Tab nor Escape leaves it',
    target,
  });
}

/** Behind a trap: the next stop that was not reached. Runs in the page. @returns {boolean} is there one? */
function goOn() {
  const audit = /** @type {any} */ (window).luckaAudit;
  const at = audit.expected.indexOf(audit.trapped);
  const next = audit.expected
    .slice(at + 1)
    .find(
      (/** @type {Element} */ stop) =>
        stop.isConnected && audit.isTabbable(stop) && !audit.reached.has(stop),
    );
  if (!next) return false;
  audit.before = undefined;
  audit.reached.add(next);
  next.focus();
  return true;
}

/** Where Tab has come to. Runs in the page. */
function stopNow() {
  const audit = /** @type {any} */ (window).luckaAudit;
  const active = /** @type {HTMLElement | null} */ (audit.focused());
  audit.presses = active === audit.before ? audit.presses + 1 : 0;
  audit.before = active;
  // Some controls have several stops of their own, which the page does not see.
  const hasOwnStops = Boolean(
    active?.matches(
      'body, iframe, frame, embed, object, audio, video, input[type="date"], input[type="time"], input[type="month"], input[type="week"], input[type="datetime-local"]',
    ) ||
    (active?.localName.includes('-') && !active.shadowRoot),
  );
  const isStuck = audit.presses > (hasOwnStops ? 40 : 1);
  const isOurs = audit.expected.includes(active);
  const isNew = isOurs && !audit.reached.has(active);
  if (isOurs) audit.reached.add(active);
  const isDone = audit.reached.size === audit.expected.length && !isNew;
  const rect = isNew && active ? boxOf(active) : undefined;
  return {
    ...{ isDone, isNew, isStuck },
    box: rect,
    size: rect && active ? sizeOf(active) : 0,
    kind: rect && active ? kindOf(active) : '',
    target: rect && active ? audit.describe(active) : undefined,
    isField: Boolean(
      active?.matches(
        'textarea, input:not([type="checkbox"], [type="radio"], [type="button"], [type="submit"], [type="reset"], [type="range"], [type="color"], [type="file"], [type="image"]), [contenteditable]',
      ),
    ),
    cover: rect && active ? coverOf(active) : undefined,
  };

  /** Half of the way round it, px. @param {Element} element */
  function sizeOf(element) {
    const { width, height } = element.getBoundingClientRect();
    return width + height;
  }

  /** A choice may be drawn by its label. @param {Element} element */
  function boxOf(element) {
    const label = /** @type {HTMLInputElement} */ (element).labels?.[0];
    const boxes = [element, ...(label && element.matches('input') ? [label] : [])].map((each) =>
      each.getBoundingClientRect(),
    );
    const x = Math.min(...boxes.map(({ left }) => left));
    const y = Math.min(...boxes.map(({ top }) => top));
    return {
      ...{ x, y },
      width: Math.max(...boxes.map(({ right }) => right)) - x,
      height: Math.max(...boxes.map(({ bottom }) => bottom)) - y,
    };
  }

  /** What lies over all of it and stays where it is when the page scrolls. @param {Element} element */
  function coverOf(element) {
    const { left, top, right, bottom } = element.getBoundingClientRect();
    const points = [
      [(left + right) / 2, (top + bottom) / 2],
      [left + 2, top + 2],
      [right - 2, top + 2],
      [left + 2, bottom - 2],
      [right - 2, bottom - 2],
    ];
    const labels = [.../** @type {any} */ (/** @type {HTMLInputElement} */ (element).labels ?? [])];
    const covers = points.map(([x = 0, y = 0]) => {
      let hit = document.elementFromPoint(x, y);
      while (hit?.shadowRoot) {
        const inner = hit.shadowRoot.elementFromPoint(x, y);
        if (!inner || inner === hit) break;
        hit = inner;
      }
      if (!hit || audit.within(hit, element) || audit.within(element, hit)) return undefined;
      if (labels.some((label) => audit.within(hit, label))) return undefined;
      for (let node = /** @type {any} */ (hit); node; node = audit.parentOf(node))
        if (
          node instanceof Element &&
          ['fixed', 'sticky'].includes(getComputedStyle(node).position)
        )
          return audit.within(element, node) ? undefined : node;
      return undefined;
    });
    return covers.every(Boolean) ? audit.describe(covers[0]) : undefined;
  }

  /** What looks the same in the same place: by its focused style, and by the names and classes of what it stands in. @param {Element} element */
  function kindOf(element) {
    const style = getComputedStyle(element);
    const names = [
      [style.outline, style.boxShadow, style.border, style.backgroundColor, style.color].join(' '),
      element.getAttribute('style') ?? '',
    ];
    for (let at = /** @type {any} */ (element); at; at = at.parentNode ?? at.host)
      if (at instanceof Element)
        names.push(
          `${at.localName}.${at.getAttribute('class') ?? ''}[${at.getAttribute('part') ?? ''}]`,
        );
    return names.join(' < ');
  }
}

/**
 * @param {Page} page
 * @param {any} stop
 * @returns {Promise<Finding | undefined>} undefined when the focus is seen
 */
async function focusFinding(page, { box, size, target, isField, cover }) {
  const window = page.viewportSize() ?? { width: 0, height: 0 };
  const x = Math.max(0, box.x - RING);
  const y = Math.max(0, box.y - RING);
  const width = Math.min(window.width, box.x + box.width + RING) - x;
  const height = Math.min(window.height, box.y + box.height + RING) - y;
  if (width <= 0 || height <= 0)
    return ownFinding('focus-visible', { message: 'takes the focus out of sight', target });
  const clip = { x, y, width, height };
  const near = await change(page, clip);
  const picture = {
    data: near.focused,
    ...{ width, height },
    box: { x: box.x - x, y: box.y - y, width: box.width, height: box.height },
  };
  if (cover)
    return ownFinding('focus-obscured', {
      message: `is wholly covered by ${cover.path.join(' >>> ')} when it has the focus`,
      ...{ target, picture },
    });
  // A line of 1 px round the control is the least that WCAG 2.4.13 accepts.
  const least = Math.min(size, width + height);
  if (near.strong >= least) return undefined;
  // The sign may be further away: at the edge of a row, under a heading.
  const whole = await change(page, { x: 0, y: 0, ...window });
  if (whole.strong >= least) return undefined;
  if (whole.any < 4 && !isField)
    return ownFinding('focus-visible', {
      message: 'shows no change when it has the focus',
      ...{ target, picture },
    });
  return ownFinding('focus-weak', {
    message: `changes ${whole.strong} px by 3:1 or more when it has the focus; ${Math.round(least)} would be a line round it`,
    ...{ target, picture },
  });
}

/** How many pixels differ between focus and no focus. @param {Page} page @param {{ x: number, y: number, width: number, height: number }} clip */
async function change(page, clip) {
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
  return { focused, ...(await changeBetween(page, focused, plain)) };
}
