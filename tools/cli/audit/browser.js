import { chromium } from 'playwright-core';
import { chromeArguments, findChrome, findHeadlessShell } from '../../browsers/chrome.js';

/**
 * Where the browser of an audit is. The one without windows goes first: it takes a picture ten times as fast.
 *
 * @returns {string}
 * @throws {Error} that says what to do when there is none
 */
export function findBrowser() {
  const path = findHeadlessShell() || findChrome();
  if (!path) throw new Error('No Chrome, Chromium or Edge was found; set CHROME_PATH.');
  return path;
}

/** @returns {Promise<import('playwright-core').Browser>} */
export const launchBrowser = () =>
  chromium.launch({ executablePath: findBrowser(), args: chromeArguments });
