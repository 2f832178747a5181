import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createServer } from 'node:net';
import { delimiter, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

/** WebKitGTK's MiniBrowser, which Debian's webkit2gtk-driver controls; not on the PATH. */
const MINI_BROWSERS = ['x86_64-linux-gnu', 'aarch64-linux-gnu'].map(
  (kind) => `/usr/lib/${kind}/webkit2gtk-4.1/MiniBrowser`,
);

/** Keys as WebDriver names them (W3C WebDriver, 17.4.2). @type {Record<string, string>} */
const KEYS = {
  Enter: '\uE007',
  Tab: '\uE004',
  Escape: '\uE00C',
  Backspace: '\uE003',
  Space: ' ',
  PageUp: '\uE00E',
  PageDown: '\uE00F',
  End: '\uE010',
  Home: '\uE011',
  ArrowLeft: '\uE012',
  ArrowUp: '\uE013',
  ArrowRight: '\uE014',
  ArrowDown: '\uE015',
  Shift: '\uE008',
  Control: '\uE009',
  Alt: '\uE00A',
};

/** Are WebKitGTK, its driver and a display available? */
export function hasWebKit() {
  const onPath = (/** @type {string} */ name) =>
    (process.env['PATH'] ?? '').split(delimiter).some((room) => existsSync(join(room, name)));
  return (
    MINI_BROWSERS.some(existsSync) && onPath('WebKitWebDriver') && (hasScreen() || onPath('Xvfb'))
  );
}

const hasScreen = () => Boolean(process.env['DISPLAY'] || process.env['WAYLAND_DISPLAY']);

/** @returns {Promise<number>} */
const freePort = () =>
  new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });

/** A launcher for @web/test-runner over plain W3C WebDriver: the ready-made ones download browsers. */
class WebKitLauncher {
  name = 'WebKit';
  type = 'webdriver';
  concurrency = 1;
  #active = new Set();
  #url = '';
  #base = '';
  /** @type {Promise<void> | undefined} */ #started;
  /** @type {import('node:child_process').ChildProcess[]} */ #children = [];

  async initialize() {}

  /** @param {string} method @param {string} path @param {unknown} [body] @returns {Promise<any>} */
  async #call(method, path, body) {
    const response = await fetch(`${this.#base}${path}`, {
      method,
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    const { value } = /** @type {any} */ (await response.json());
    if (!response.ok) throw new Error(`WebKit: ${path}: ${value?.error} ${value?.message}`);
    return value;
  }

  async #start() {
    /** @type {NodeJS.ProcessEnv} */
    const env = {
      ...process.env,
      WEBKIT_DISABLE_COMPOSITING_MODE: '1',
      LIBGL_ALWAYS_SOFTWARE: '1',
      NO_AT_BRIDGE: '1',
    };
    if (!hasScreen()) env['DISPLAY'] = await this.#screen();
    const port = await freePort();
    this.#base = `http://127.0.0.1:${port}`;
    this.#children.push(spawn('WebKitWebDriver', [`--port=${port}`], { env, stdio: 'ignore' }));
    await retry(() => this.#call('GET', '/status'));
    const binary = MINI_BROWSERS.find(existsSync);
    const options = { 'webkitgtk:browserOptions': { binary, args: ['--automation'] } };
    const session = await this.#call('POST', '/session', {
      capabilities: { alwaysMatch: options },
    });
    this.#base += `/session/${session.sessionId}`;
    this.name = `WebKit ${session.capabilities.browserVersion ?? ''}`.trim();
  }

  async #screen() {
    const number = 90 + Math.floor(Math.random() * 900);
    this.#children.push(
      spawn('Xvfb', [`:${number}`, '-screen', '0', '1280x1024x24', '-nolisten', 'tcp'], {
        stdio: 'ignore',
      }),
    );
    await retry(async () => {
      if (!existsSync(`/tmp/.X11-unix/X${number}`)) throw new Error('Xvfb does not start.');
    });
    return `:${number}`;
  }

  /** @param {string} id @param {string} url */
  async startSession(id, url) {
    this.#active.add(id);
    await (this.#started ??= this.#start());
    this.#url = url;
    await this.#call('POST', '/url', { url });
  }
  /** @param {string} id */
  isActive(id) {
    return this.#active.has(id);
  }
  getBrowserUrl() {
    return this.#url;
  }
  /** @param {string} id */
  async stopSession(id) {
    this.#active.delete(id);
    await this.#call('POST', '/url', { url: 'about:blank' });
    return {};
  }
  async startDebugSession() {
    throw new Error('WebKit has no debug session here.');
  }
  async stop() {
    try {
      await this.#call('DELETE', '');
    } catch {
      // It may have ended already.
    }
    for (const child of this.#children) child.kill();
  }

  // The interface that @web/test-runner-commands expects of type "webdriver".
  /** @param {string} _id @param {string[]} keys */
  async sendKeys(_id, keys) {
    const values = keys.map((key) => KEYS[key] ?? key);
    const actions = values.flatMap((value) =>
      ['keyDown', 'keyUp'].map((type) => ({ type, value })),
    );
    await this.#call('POST', '/actions', { actions: [{ type: 'key', id: 'keyboard', actions }] });
  }
}

/** @param {() => Promise<unknown>} attempt */
async function retry(attempt) {
  for (let tries = 0; ; tries++) {
    try {
      return await attempt();
    } catch (error) {
      if (tries > 200) throw error;
      await wait(50);
    }
  }
}

export const webKitLauncher = () => new WebKitLauncher();
