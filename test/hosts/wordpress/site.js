import assert from 'node:assert/strict';
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { freePort } from '../../support/free-port.js';
import { until } from '../../support/until.js';
import { unpackDebian } from '../downloads.js';

const OURS = 'test/hosts/wordpress';

/** Debian keeps it where not everybody's PATH leads. */
const DATABASE = ['/usr/sbin/mariadbd', '/usr/bin/mariadbd'].find(existsSync) ?? '';

const hasPhp = () =>
  String(spawnSync('php', ['-m'], { encoding: 'utf8' }).stdout).includes('mysqli');

/** Why there is no WordPress to test with; '' when there is. */
export const wordpressIsMissing =
  DATABASE && hasPhp() && existsSync('/usr/bin/apt-get')
    ? ''
    : 'WordPress needs Debian with: apt-get install php-cli php-mysql mariadb-server-core';

/**
 * Debian's WordPress with a database of its own, on a free port of 127.0.0.1, and with our bundle at /cdn/. Users:
 * `administrator` and `author`, whose password is `password`.
 *
 * @param {{ plugin?: string }} [options] folder of a plugin that is active and brings the loader, in place of the theme
 */
export async function startWordpress({ plugin = '' } = {}) {
  const room = mkdtempSync(join(tmpdir(), 'lucka-wordpress-'));
  unpackDebian('wordpress', room);
  // A script of its editor, which Debian has in a package of its own.
  unpackDebian('libjs-underscore', room);
  const site = join(room, 'usr/share/wordpress');
  for (const name of ['wp-config.php', 'install.php'])
    cpSync(join(OURS, name), join(site, name), { force: true });
  const theme = join(site, 'wp-content/themes/agency');
  cpSync(join(OURS, 'theme'), theme, { recursive: true });
  if (plugin) rmSync(join(theme, 'functions.php'));
  const pluginName = plugin && basename(plugin);
  if (plugin) cpSync(plugin, join(site, 'wp-content/plugins', pluginName), { recursive: true });
  symlinkSync(resolve('cdn'), join(site, 'cdn'));

  const socket = join(room, 'socket');
  const data = join(room, 'data');
  mkdirSync(data);
  const base = `http://127.0.0.1:${await freePort()}`;
  const env = {
    ...process.env,
    WORDPRESS_SOCKET: socket,
    WORDPRESS_ADDRESS: base,
    WORDPRESS_PLUGIN: pluginName,
  };
  const user = process.getuid?.() === 0 ? ['--user=root'] : [];
  // No table of who may do what: the socket is in a folder of our own.
  const only = ['--skip-grant-tables', '--skip-networking'];
  const database = spawn(
    DATABASE,
    ['--no-defaults', ...user, ...only, `--datadir=${data}`, `--socket=${socket}`],
    { stdio: 'ignore' },
  );
  process.once('exit', () => database.kill('SIGKILL'));
  await until(() => existsSync(socket));
  const version = execFileSync('php', ['install.php'], { cwd: site, env, encoding: 'utf8' });
  assert.match(version, /^\d+\.\d+/, version);
  const server = spawn('php', ['-S', base.slice('http://'.length), '-t', site], {
    env,
    stdio: 'ignore',
  });
  process.once('exit', () => server.kill('SIGKILL'));
  await until(() =>
    fetch(base).then(
      ({ ok }) => ok,
      () => false,
    ),
  );

  /**
   * Somebody who has logged in by the form.
   *
   * @param {import('playwright-core').Page} page
   * @param {'administrator' | 'author'} name
   */
  async function logIn(page, name) {
    await page.goto(`${base}/wp-login.php`);
    await page.getByLabel('Username').fill(name);
    await page.getByLabel('Password', { exact: true }).fill('password');
    await page.getByRole('button', { name: 'Log In' }).click();
    await page.waitForURL('**/wp-admin/**');
  }

  /**
   * Publishes as the block editor does: the same request, by the person who is logged in.
   *
   * @param {import('playwright-core').Page} page
   * @param {string} content
   * @returns {Promise<{ saved: string, address: string }>}
   */
  const publish = (page, content) =>
    page.evaluate(async (text) => {
      const nonce = await (await fetch('/wp-admin/admin-ajax.php?action=rest-nonce')).text();
      const answer = await fetch('/?rest_route=/wp/v2/posts&context=edit', {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-wp-nonce': nonce },
        body: JSON.stringify({ title: 'Notices', content: text, status: 'publish' }),
      });
      const post = await answer.json();
      if (!answer.ok) throw new Error(JSON.stringify(post));
      return { saved: post.content.raw, address: post.link };
    }, content);

  async function close() {
    const ended = [once(server, 'exit'), once(database, 'exit')];
    server.kill();
    database.kill();
    await Promise.all(ended);
    rmSync(room, { recursive: true, force: true });
  }
  return { base, version, logIn, publish, close };
}
