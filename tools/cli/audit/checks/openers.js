import { ownFinding } from '../rules.js';

/** @typedef {import('../findings.js').Finding} Finding */

/** So many buttons are pressed. */
const MOST_PRESSES = 8;
/** How long a dialog may take to open or close, in milliseconds. */
const PATIENCE = 1500;

/**
 * Dialogs behind a button: each button that says it opens one, and each plain button where a closed dialog waits, is pressed by
 * keyboard. Meanwhile no request is sent that could change anything, and the page is not left.
 *
 * @param {import('playwright-core').Page} page just opened; afterwards it is not as it was
 * @param {(page: import('playwright-core').Page) => Promise<Finding[]>} look at what has opened
 * @returns {Promise<{ findings: Finding[], pressed: number, opened: number }>}
 */
export async function checkOpeners(page, look) {
  await page.route('**/*', (route) =>
    ['GET', 'HEAD'].includes(route.request().method()) && !route.request().isNavigationRequest()
      ? route.continue()
      : route.abort(),
  );
  const openers = await page.evaluate(findOpeners, MOST_PRESSES);
  /** @type {Finding[]} */
  const findings = [];
  let opened = 0;
  for (let index = 0; index < openers; index++) {
    const before = await page.evaluate(focusOpener, index);
    if (!before) continue;
    await page.keyboard.press('Enter');
    const isOpen = await page
      .waitForFunction(hasOpened, undefined, { timeout: PATIENCE / 3, polling: 50 })
      .then(
        () => true,
        () => false,
      );
    if (!isOpen) continue;
    opened++;
    // Some move the focus once an animation is over.
    await page
      .waitForFunction(holdsFocus, undefined, { timeout: PATIENCE / 3, polling: 50 })
      .catch(() => undefined);
    findings.push(...(await look(page)));
    findings.push(...(await close(page, before)));
  }
  await page.unroute('**/*');
  return { findings, pressed: openers, opened };
}

/** Escape closes it, and gives the focus back. @param {import('playwright-core').Page} page @param {import('../findings.js').Target} opener @returns {Promise<Finding[]>} */
async function close(page, opener) {
  await page.keyboard.press('Escape');
  const isClosed = await page
    .waitForFunction(hasClosed, undefined, { timeout: PATIENCE / 3, polling: 50 })
    .then(
      () => true,
      () => false,
    );
  if (!isClosed) {
    const target = await page.evaluate(forceClosed);
    return [ownFinding('dialog-escape', { message: 'is not closed by Escape', target })];
  }
  const isLost = await page.evaluate(() => {
    const active = /** @type {any} */ (window).luckaAudit.focused();
    return !active || active === document.body;
  });
  return isLost
    ? [
        ownFinding('dialog-return', {
          message: 'opens a dialog that leaves the focus nowhere when it closes',
          target: opener,
        }),
      ]
    : [];
}

// ---- what runs in the page

/** @param {number} most @returns {number} how many there are */
function findOpeners(most) {
  const audit = /** @type {any} */ (window).luckaAudit;
  const isDialog = (/** @type {Element | null | undefined} */ element) =>
    Boolean(element?.matches('dialog, [role="dialog"], [role="alertdialog"]'));
  const byId = (/** @type {Element} */ element, /** @type {string} */ attribute) =>
    audit.refsOf(element, attribute)[0];
  const stops = audit.tabStops().filter(audit.isSeen);
  const says = (/** @type {Element} */ element) =>
    element.getAttribute('aria-haspopup') === 'dialog' ||
    ['commandfor', 'popovertarget', 'aria-controls', 'aria-details'].some((attribute) =>
      isDialog(byId(element, attribute)),
    ) ||
    element.matches('[data-bs-toggle="modal"], [data-toggle="modal"], [data-open-modal]');
  const isPlain = (/** @type {any} */ element) =>
    element.matches('button, [role="button"]') &&
    (element.type === 'button' || !element.form) &&
    !element.hasAttribute('aria-expanded') &&
    !element.hasAttribute('aria-pressed');
  const waits = (/** @type {Document | ShadowRoot} */ root) =>
    [...root.querySelectorAll('dialog:not([open]), [role="dialog"], [role="alertdialog"]')].some(
      (dialog) => !audit.isSeen(dialog),
    );
  const sayers = stops.filter(says);
  const others = stops.filter(
    (/** @type {Element} */ stop) =>
      !sayers.includes(stop) && isPlain(stop) && waits(/** @type {any} */ (stop.getRootNode())),
  );
  // The nearer a closed dialog is, the likelier it is that the button opens it.
  const isBeside = (/** @type {Element} */ element) =>
    Boolean(element.parentElement?.querySelector('dialog, [role="dialog"], [role="alertdialog"]'));
  const inOrder = [
    ...others.filter(isBeside),
    ...others.filter((/** @type {Element} */ element) => !isBeside(element)),
  ];
  audit.openers = [...sayers, ...inOrder].slice(0, most);
  return audit.openers.length;
}

/** @param {number} index @returns {any} where it is; undefined when it has gone */
function focusOpener(index) {
  const audit = /** @type {any} */ (window).luckaAudit;
  const opener = audit.openers[index];
  if (!opener.isConnected || !audit.isSeen(opener)) return undefined;
  audit.wasOpen = new Set(audit.dialogsNow());
  opener.focus();
  return audit.describe(opener);
}

function hasOpened() {
  const audit = /** @type {any} */ (window).luckaAudit;
  audit.opened = audit.dialogsNow().find((/** @type {Element} */ each) => !audit.wasOpen.has(each));
  return Boolean(audit.opened);
}

function holdsFocus() {
  const audit = /** @type {any} */ (window).luckaAudit;
  return audit.within(audit.focused(), audit.opened);
}

function hasClosed() {
  const audit = /** @type {any} */ (window).luckaAudit;
  return !audit.dialogsNow().includes(audit.opened);
}

/** So that the next button can be pressed. */
function forceClosed() {
  const audit = /** @type {any} */ (window).luckaAudit;
  const target = audit.describe(audit.opened);
  if (audit.opened.localName === 'dialog') audit.opened.close();
  else audit.opened.hidden = true;
  return target;
}
