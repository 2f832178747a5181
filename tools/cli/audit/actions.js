import { PlainError } from './open.js';

/**
 * What is done on a page before it is looked at.
 *
 * @typedef {(
 *   | { click: string }
 *   | { type: string, text: string }
 *   | { press: string }
 *   | { select: string, value: string }
 *   | { 'wait-for': string }
 *   | { 'wait-for-gone': string }
 *   | { 'wait-for-url': string }
 *   | { 'accept-terms': true }
 * )} Action selectors are those of Playwright: CSS, which finds its way into open shadow roots, or text=, role=…
 */

/** @param {string} words such as 'click text=Next' or 'type #name=Anna' @returns {Action} @throws {Error} */
export function parseAction(words) {
  const [, verb = '', rest = ''] = /^([a-z-]+)\s*(.*)$/.exec(words.trim()) ?? [];
  const need = () => {
    if (!rest) throw new Error(`The action "${words}" says nothing after "${verb}".`);
    return rest;
  };
  // The last sign of equality that a selector does not need: 'type input[name="a"]=Anna'.
  const pair = () => {
    const at = rest.search(/=(?![^[]*\])/);
    if (at < 1) throw new Error(`The action "${words}" needs a selector, "=" and a value.`);
    return [rest.slice(0, at).trim(), rest.slice(at + 1)];
  };
  switch (verb) {
    case 'click':
      return { click: need() };
    case 'type': {
      const [selector = '', text = ''] = pair();
      return { type: selector, text };
    }
    case 'select': {
      const [selector = '', value = ''] = pair();
      return { select: selector, value };
    }
    case 'press':
      return { press: need() };
    case 'wait-for':
      return { 'wait-for': need() };
    case 'wait-for-gone':
      return { 'wait-for-gone': need() };
    case 'wait-for-url':
      return { 'wait-for-url': need() };
    case 'accept-terms':
      return { 'accept-terms': true };
    default:
      throw new Error(
        `There is no action "${verb}". There are: click, type, select, press, wait-for, wait-for-gone, wait-for-url, accept-terms.`,
      );
  }
}

/**
 * @param {import('playwright-core').Page} page
 * @param {readonly Action[]} actions
 * @param {number} timeout for each, in milliseconds
 * @throws {Error} that says which action could not be done
 */
export async function act(page, actions, timeout) {
  for (const action of actions) {
    try {
      await one(page, action, timeout);
    } catch {
      throw new PlainError(
        `The action ${JSON.stringify(action)} could not be done within ${timeout / 1000} s.`,
      );
    }
  }
}

/** @param {import('playwright-core').Page} page @param {Action} action @param {number} timeout */
async function one(page, action, timeout) {
  const at = (/** @type {string} */ selector) => page.locator(selector).first();
  if ('click' in action) await at(action.click).click({ timeout });
  else if ('type' in action) await at(action.type).fill(action.text, { timeout });
  else if ('select' in action) await at(action.select).selectOption(action.value, { timeout });
  else if ('press' in action) await page.keyboard.press(action.press);
  else if ('wait-for' in action) await at(action['wait-for']).waitFor({ timeout });
  else if ('wait-for-gone' in action)
    await at(action['wait-for-gone']).waitFor({ state: 'hidden', timeout });
  else if ('wait-for-url' in action) await page.waitForURL(action['wait-for-url'], { timeout });
  else await acceptTerms(page, timeout);
}

/** Our own gate: the button that accepts, until the dialog is gone. @param {import('playwright-core').Page} page @param {number} timeout */
async function acceptTerms(page, timeout) {
  const accept = page
    .locator('lucka-terms-dialog [part~="accept"]:not([aria-disabled="true"])')
    .first();
  await accept.click({ timeout });
  await page.waitForFunction(
    () =>
      [...document.querySelectorAll('lucka-terms-dialog')].every(
        (element) => !element.shadowRoot?.querySelector('dialog:modal'),
      ),
    undefined,
    { timeout },
  );
}
