import { existsSync, readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';

const NAMES = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'microsoft-edge',
  'brave-browser',
];
const HEADLESS_SHELL = 'chromium-headless-shell';
const MAC = ['Google Chrome', 'Chromium', 'Microsoft Edge', 'Brave Browser'];
const WINDOWS = [
  'Google/Chrome/Application/chrome.exe',
  'Chromium/Application/chrome.exe',
  'Microsoft/Edge/Application/msedge.exe',
];
const PLAYWRIGHT = [
  'chrome-linux/chrome',
  'chrome-linux64/chrome',
  'chrome-win/chrome.exe',
  'chrome-win64/chrome.exe',
  'chrome-mac/Chromium.app/Contents/MacOS/Chromium',
];

/**
 * Path of a Chrome, Chromium or Edge: CHROME_PATH, the usual places, or a download of Playwright.
 *
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {string} '' when there is none
 */
export function findChrome(env = process.env) {
  const places = [
    env['CHROME_PATH'],
    env['PUPPETEER_EXECUTABLE_PATH'],
    ...usualPlaces(env),
    ...downloaded(env),
  ];
  return places.find((place) => place && existsSync(place)) ?? '';
}

/**
 * Chrome without windows, as Debian packages it: the same engine, and a page opens twice as fast, since no toolbar is drawn
 * with it. CHROME_PATH goes before it.
 *
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {string} '' when it is not there
 */
export function findHeadlessShell(env = process.env) {
  const places = env['CHROME_PATH']
    ? []
    : (env['PATH'] ?? '').split(delimiter).map((room) => join(room, HEADLESS_SHELL));
  return places.find(existsSync) ?? '';
}

/** @param {NodeJS.ProcessEnv} env @returns {string[]} */
function usualPlaces(env) {
  if (process.platform === 'darwin') {
    const rooms = ['/Applications', join(homedir(), 'Applications')];
    return rooms.flatMap((room) => MAC.map((name) => `${room}/${name}.app/Contents/MacOS/${name}`));
  }
  if (process.platform === 'win32') {
    const rooms = [env['PROGRAMFILES'], env['PROGRAMFILES(X86)'], env['LOCALAPPDATA']];
    return rooms.flatMap((room) => (room ? WINDOWS.map((name) => join(room, name)) : []));
  }
  return (env['PATH'] ?? '')
    .split(delimiter)
    .flatMap((room) => NAMES.map((name) => join(room, name)));
}

/** @param {NodeJS.ProcessEnv} env @returns {string[]} */
function downloaded(env) {
  const home = homedir();
  const usual = { darwin: join(home, 'Library/Caches'), win32: env['LOCALAPPDATA'] ?? home }[
    /** @type {string} */ (process.platform)
  ];
  const cache =
    env['PLAYWRIGHT_BROWSERS_PATH'] || join(usual ?? join(home, '.cache'), 'ms-playwright');
  if (!existsSync(cache)) return [];
  const builds = readdirSync(cache)
    .filter((name) => /^chromium-\d/.test(name))
    .sort()
    .reverse();
  return builds.flatMap((build) => PLAYWRIGHT.map((path) => join(cache, build, path)));
}

/** No network of its own, no sandbox where root has none, no shared memory that containers keep small. */
export const chromeArguments = [
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-dev-shm-usage',
];
