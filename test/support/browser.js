import { chromium } from 'playwright-core';
import { chromeArguments, findChrome } from '../../tools/browsers/chrome.js';

/** @returns {Promise<import('playwright-core').Browser>} */
export const launchBrowser = () =>
  chromium.launch({ executablePath: findChrome(), args: chromeArguments });

/**
 * A page that records its faults: errors, console errors, violations of the content security policy, requests
 * to other hosts.
 *
 * @param {import('playwright-core').BrowserContext} context
 * @param {string} address target of all allowed requests
 */
export async function watchedPage(context, address) {
  const page = await context.newPage();
  /** @type {string[]} */
  const faults = [];
  page.on('pageerror', (error) => faults.push(`error: ${error.message}`));
  page.on('console', (message) => {
    // Chromium itself logs every response with a status of 400 and more.
    const isAnswer = message.text().startsWith('Failed to load resource');
    if (['error', 'warning'].includes(message.type()) && !isAnswer)
      faults.push(`console: ${message.text()}`);
  });
  page.on('request', (request) => {
    const url = request.url();
    if (!url.startsWith(address) && !/^(?:blob|data|about):/.test(url))
      faults.push(`other host: ${url}`);
  });
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
      console.error(`policy: ${violatedDirective} ${blockedURI}`),
    );
  });
  return { page, faults };
}
