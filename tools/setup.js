import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { findFirefox, firefoxVersion, OLDEST_FIREFOX } from './browsers/firefox.js';

/**
 * Installs what is missing: packages and, with `--browser`, a browser for the tests; with `--screen-reader` what Orca
 * needs. Under CI all three browsers, PostgreSQL, Orca and the requirements of WordPress are required and, on Debian as
 * root, installed. Uses only Node, since no packages may be installed yet.
 */

const MARK = 'node_modules/.package-lock.json';

/** @param {string} command @param {string[]} parameters @param {NodeJS.ProcessEnv} [env] */
function run(command, parameters, env = process.env) {
  const shell = process.platform === 'win32';
  const { status, error } = spawnSync(command, parameters, { stdio: 'inherit', env, shell });
  if (status !== 0)
    fail(`${command} ${parameters.join(' ')} did not work${error ? `: ${error.message}` : ''}.`);
}

/** @param {string} reason @returns {never} */
function fail(reason) {
  console.error(reason);
  process.exit(1);
}

function installPackages() {
  if (existsSync(MARK) && statSync(MARK).mtimeMs >= statSync('package-lock.json').mtimeMs) return;
  console.log('Installing packages (the first time only, about a minute) …');
  run('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund']);
}

/** @param {string} name */
const isOnPath = (name) =>
  (process.env['PATH'] ?? '').split(delimiter).some((room) => existsSync(join(room, name)));

/** @param {string} room @param {string} file */
const holds = (room, file) =>
  existsSync(room) &&
  readdirSync(room, { recursive: true, encoding: 'utf8' }).some((name) => name.endsWith(file));

/** apt-get brings an older one up to date. */
function hasRecentFirefox() {
  const firefox = findFirefox();
  return Boolean(firefox) && firefoxVersion(firefox) >= OLDEST_FIREFOX;
}

/** What the tests need under CI, by the Debian package that has it. @type {Record<string, () => boolean>} */
const NEEDED = {
  chromium: () => isOnPath('chromium'),
  'chromium-headless-shell': () => isOnPath('chromium-headless-shell'),
  'firefox-esr': hasRecentFirefox,
  'webkit2gtk-driver': () => isOnPath('WebKitWebDriver'),
  xvfb: () => isOnPath('Xvfb'),
  postgresql: () => existsSync('/usr/lib/postgresql'),
  pgbouncer: () => existsSync('/usr/sbin/pgbouncer'),
  'php-cli': () => isOnPath('php'),
  'php-mysql': () => holds('/usr/lib/php', 'mysqli.so'),
  'python3-django': () => existsSync('/usr/lib/python3/dist-packages/django'),
  'mariadb-server-core': () => isOnPath('mariadbd') || existsSync('/usr/sbin/mariadbd'),
};

/** What `npm run test:screen-reader` needs, by the Debian package that has it. @type {Record<string, () => boolean>} */
const SCREEN_READER = {
  orca: () => isOnPath('orca'),
  'speech-dispatcher': () => isOnPath('speech-dispatcher'),
  'at-spi2-core': () => existsSync('/usr/libexec/at-spi-bus-launcher'),
  'dbus-daemon': () => isOnPath('dbus-daemon'),
  openbox: () => isOnPath('openbox'),
  xdotool: () => isOnPath('xdotool'),
  'x11-xkb-utils': () => isOnPath('setxkbmap'),
  xvfb: () => isOnPath('Xvfb'),
  'firefox-esr': hasRecentFirefox,
  chromium: () => isOnPath('chromium'),
  'fonts-dejavu-core': () => existsSync('/usr/share/fonts/truetype/dejavu/DejaVuSerif.ttf'),
};

/** @param {Readonly<Record<string, () => boolean>>} packages */
const missingOf = (packages) => Object.keys(packages).filter((name) => !packages[name]?.());

const hasApt = () => process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');

/** @param {string[]} packages */
function installDebian(packages) {
  if (!packages.length) return;
  if (!hasApt())
    fail(
      `These Debian packages are missing or too old: ${packages.join(' ')}. Install them as root with apt-get.`,
    );
  console.log(`Installing ${packages.join(', ')} …`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  run('apt-get', ['update', '-qq'], env);
  run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages], env);
}

async function installBrowsers() {
  if (process.env['CI']) return installDebian(missingOf({ ...NEEDED, ...SCREEN_READER }));
  const { findChrome } = await import('./browsers/chrome.js');
  if (findChrome()) return;
  if (hasApt()) return installDebian(['chromium']);
  fail(
    'No Chrome, Chromium or Edge was found. Install one, or set CHROME_PATH to where it is; then run this again.',
  );
}

installPackages();
if (process.argv.includes('--browser')) await installBrowsers();
if (process.argv.includes('--screen-reader')) installDebian(missingOf(SCREEN_READER));
