import { spawn, spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { findChrome } from '../../tools/browsers/chrome.js';
import { findFirefox } from '../../tools/browsers/firefox.js';
import { writeFontSettings } from './fonts.js';

/**
 * Orca and a browser with a window, on an X server, a D-Bus and an accessibility bus of their own: without a person, a
 * screen or a sound card. Speech-dispatcher hands what Orca says to `synthesizer.py`, which writes it down.
 */

/** @typedef {'firefox' | 'chromium'} Browser */

/**
 * @typedef {object} Session
 * @property {NodeJS.ProcessEnv} env for programs that join it, such as xdotool
 * @property {string} log what Orca decides, line by line
 * @property {string} spoken what the synthesizer was given, one JSON object a line
 * @property {(address: string) => void} openTab in the browser that runs
 * @property {() => Promise<void>} end ends every process that was started, and removes the files
 */

const here = fileURLToPath(new URL('.', import.meta.url));

/** How fast the synthesizer speaks: faster than a person can listen, so that a journey takes less time. */
const CHARACTERS_PER_SECOND = '300';

/** Firefox opens no page of its own, and does not wait for services that are not there. */
const FIREFOX_SETTINGS = {
  'accessibility.force_disabled': -1,
  'app.update.enabled': false,
  'browser.aboutwelcome.enabled': false,
  // A new tab is blank: what it says of itself would be taken for the page.
  'browser.newtabpage.enabled': false,
  'browser.preonboarding.enabled': false,
  'browser.shell.checkDefaultBrowser': false,
  'browser.startup.homepage_override.mstone': 'ignore',
  'browser.startup.page': 0,
  'browser.translations.automaticallyPopup': false,
  'browser.translations.enable': false,
  'browser.urlbar.suggest.searches': false,
  'datareporting.policy.dataSubmissionEnabled': false,
  'datareporting.policy.firstRunURL': '',
  'network.captive-portal-service.enabled': false,
  'network.connectivity-service.enabled': false,
  'sidebar.revamp': false,
  'signon.rememberSignons': false,
  'termsofuse.bypassNotification': true,
  'toolkit.telemetry.reportingpolicy.firstRun': false,
  'trailhead.firstrun.didSeeAboutWelcome': true,
};

/** Chromium offers to translate pages in Swedish, also without its feature Translate, and Orca reads that. */
const CHROMIUM_SETTINGS = { translate: { enabled: false } };

const CHROMIUM_ARGUMENTS = [
  '--no-sandbox',
  '--no-first-run',
  '--no-default-browser-check',
  '--force-renderer-accessibility=complete',
  '--disable-gpu',
  '--disable-features=ChromeWhatsNewUI',
  '--disable-search-engine-choice-screen',
  '--password-store=basic',
  '--window-size=1280,980',
  '--window-position=0,0',
];

/**
 * @param {Browser} browser
 * @param {string} address of the first page
 * @returns {Promise<Session>}
 */
export async function startSession(browser, address) {
  const folder = mkdtempSync(join(tmpdir(), 'screen-reader-'));
  const path = (/** @type {string[]} */ ...names) => join(folder, ...names);
  for (const name of ['home', 'runtime', 'profile', 'settings', 'speech/modules', 'speech-log'])
    mkdirSync(path(name), { recursive: true });
  chmodSync(path('runtime'), 0o700);
  /** @type {import('node:child_process').ChildProcess[]} */
  const processes = [];
  const env = environmentOf(folder);
  let output = '';
  const start = (/** @type {string} */ command, /** @type {string[]} */ ...parameters) => {
    // With a group of its own, since some start others.
    const child = spawn(command, parameters, {
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: true,
    });
    const keep = (/** @type {unknown} */ data) => {
      output = `${output}${data}`.slice(-4000);
    };
    for (const stream of [child.stdout, child.stderr]) stream.on('data', keep);
    child.on('error', keep);
    processes.push(child);
    return child;
  };
  const signal = (/** @type {NodeJS.Signals} */ name) => {
    for (const { pid } of processes)
      try {
        if (pid) process.kill(-pid, name);
      } catch {
        // It has ended.
      }
  };
  const killAll = () => signal('SIGKILL');
  const removeFiles = () =>
    rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 500 });
  const interrupt = () => {
    killAll();
    removeFiles();
  };
  process.once('exit', interrupt);
  const end = async () => {
    processes.reverse();
    signal('SIGTERM');
    await wait(1000);
    killAll();
    process.off('exit', interrupt);
    await wait(200);
    removeFiles();
  };

  const display = start(
    'Xvfb',
    '-displayfd',
    '1',
    '-screen',
    '0',
    '1280x1000x24',
    '-nolisten',
    'tcp',
    // With the last of its clients the server would lose its keyboard layout.
    '-noreset',
  );
  env['DISPLAY'] = `:${await firstLine(display)}`;
  setKeyboardLayout(env);
  const bus = start('dbus-daemon', '--session', '--nofork', '--print-address=1');
  env['DBUS_SESSION_BUS_ADDRESS'] = await firstLine(bus);
  start('/usr/libexec/at-spi-bus-launcher', '--launch-immediately', '--screen-reader=1');
  start('openbox');
  startSpeech(folder, start);
  await wait(1500);
  startOrca(folder, start);
  await until(
    () => textOf(path('orca.log')).includes('Startup complete'),
    60,
    () => `Orca does not start:\n${output}`,
  );
  await wait(1000);
  if (browser === 'firefox') {
    const settings = Object.entries(FIREFOX_SETTINGS).map(
      ([name, value]) => `user_pref("${name}", ${JSON.stringify(value)});`,
    );
    writeFileSync(path('profile', 'user.js'), settings.join('\n'));
  } else {
    mkdirSync(path('profile', 'Default'));
    writeFileSync(path('profile', 'Default', 'Preferences'), JSON.stringify(CHROMIUM_SETTINGS));
  }
  // The same command opens a tab when the browser runs with this profile.
  const openTab = (/** @type {string} */ url) =>
    browser === 'firefox'
      ? start(findFirefox(), '--profile', path('profile'), '--new-tab', url)
      : start(findChrome(), ...CHROMIUM_ARGUMENTS, `--user-data-dir=${path('profile')}`, url);
  openTab(address);
  return { env, log: path('orca.log'), spoken: path('spoken.jsonl'), openTab, end };
}

/**
 * Swedish: with another layout, xdotool changes the keyboard for each å, ä and ö, and some of them are lost.
 *
 * @param {NodeJS.ProcessEnv} env
 */
function setKeyboardLayout(env) {
  const run = (/** @type {string[]} */ ...parameters) =>
    spawnSync('setxkbmap', parameters, { env, encoding: 'utf8' });
  const { error, stderr } = run('se');
  const { stdout } = run('-query');
  if (!/^layout: +se$/m.test(stdout ?? ''))
    throw new Error(`The keyboard layout cannot be set: ${error?.message ?? stderr}`);
}

/** Nothing of the user's own settings, language or display takes part. @param {string} folder @returns {NodeJS.ProcessEnv} */
function environmentOf(folder) {
  const { PATH, CHROME_PATH, FIREFOX_PATH } = process.env;
  return {
    PATH,
    CHROME_PATH,
    FIREFOX_PATH,
    HOME: join(folder, 'home'),
    XDG_RUNTIME_DIR: join(folder, 'runtime'),
    LANG: 'C.UTF-8',
    LC_ALL: 'C.UTF-8',
    TZ: 'Europe/Stockholm',
    GDK_BACKEND: 'x11',
    MOZ_ENABLE_WAYLAND: '0',
    GTK_MODULES: 'gail:atk-bridge',
    GNOME_ACCESSIBILITY: '1',
    ACCESSIBILITY_ENABLED: '1',
    PYTHONUNBUFFERED: '1',
    FONTCONFIG_FILE: writeFontSettings(folder),
    SPOKEN: join(folder, 'spoken.jsonl'),
    CHARACTERS_PER_SECOND,
  };
}

/** @typedef {(command: string, ...parameters: string[]) => import('node:child_process').ChildProcess} Start */

/** @param {string} folder @param {Start} start */
function startSpeech(folder, start) {
  writeFileSync(join(folder, 'home', '.asoundrc'), 'pcm.!default { type null }\n');
  writeFileSync(
    join(folder, 'speech', 'speechd.conf'),
    `LogLevel 3
LogDir "${folder}/speech-log"
DefaultLanguage "en"
SymbolsPreproc "none"
AddModule "transcript" "sd_generic" "transcript.conf"
DefaultModule transcript
AudioOutputMethod "alsa"
`,
  );
  writeFileSync(
    join(folder, 'speech', 'modules', 'transcript.conf'),
    `GenericExecuteSynth "${here}synthesizer.py $LANGUAGE \\'$DATA\\'"
GenericCmdDependency "python3"
GenericMaxChunkLength 3000
GenericDelimiters "\\n"
GenericLanguage "en" "en" "utf-8"
GenericLanguage "sv" "sv" "utf-8"
AddVoice "en" "MALE1" "en"
AddVoice "sv" "MALE1" "sv"
DefaultVoice "MALE1"
`,
  );
  const runtime = join(folder, 'runtime', 'speech-dispatcher');
  mkdirSync(runtime);
  start(
    'speech-dispatcher',
    ...['-s', '-t', '0', '-C', join(folder, 'speech'), '-c', 'unix_socket'],
    ...['-S', join(runtime, 'speechd.sock'), '-P', join(runtime, 'speechd.pid')],
    ...['-L', join(folder, 'speech-log')],
  );
}

/** In Orca's own start script. @type {Readonly<Record<string, string>>} */
const ORCA_CHANGES = {
  "open(args.debug_file, 'w')": "open(args.debug_file, 'w', 1)",
  'orcas = [int(p) for p in pids.split()]': 'orcas = []',
};

/**
 * With a log that is written line by line, since Orca buffers its own, and beside every other Orca: it would end those that the
 * same user runs, such as the screen reader of the person who starts the tests.
 *
 * @param {string} folder
 * @param {Start} start
 */
function startOrca(folder, start) {
  const settings = readFileSync(join(here, 'orca', 'user-settings.conf'));
  writeFileSync(join(folder, 'settings', 'user-settings.conf'), settings);
  const program = readFileSync('/usr/bin/orca', 'utf8');
  const changed = Object.entries(ORCA_CHANGES).reduce((text, [original, replacement]) => {
    if (!text.includes(original))
      throw new Error(`This version of Orca does not have ${original}.`);
    return text.replace(original, replacement);
  }, program);
  writeFileSync(join(folder, 'orca'), changed);
  start(
    '/usr/bin/python3',
    ...[join(folder, 'orca'), '-u', join(folder, 'settings')],
    ...['--debug-file', join(folder, 'orca.log')],
  );
}

/** @param {import('node:child_process').ChildProcess} child @returns {Promise<string>} */
function firstLine({ stdout }) {
  return new Promise((resolve, reject) => {
    let text = '';
    const timer = setTimeout(
      () => reject(new Error('The X server or the D-Bus does not start.')),
      20_000,
    );
    stdout?.on('data', (data) => {
      text += data;
      if (!text.includes('\n')) return;
      clearTimeout(timer);
      resolve(text.trim());
    });
  });
}

/** @param {string} path @returns {string} '' while it is not there */
export const textOf = (path) => (existsSync(path) ? readFileSync(path, 'utf8') : '');

/** @param {() => boolean} isReached @param {number} seconds @param {() => string} reason */
async function until(isReached, seconds, reason) {
  for (let rest = seconds * 4; !isReached(); rest--) {
    if (!rest) throw new Error(reason());
    await wait(250);
  }
}
