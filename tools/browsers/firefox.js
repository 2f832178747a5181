import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/**
 * Path of a Firefox: FIREFOX_PATH, or one on the PATH.
 *
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {string} '' when there is none
 */
export function findFirefox(env = process.env) {
  const rooms = (env['PATH'] ?? '').split(delimiter);
  const places = [
    env['FIREFOX_PATH'],
    ...rooms.flatMap((room) => [join(room, 'firefox-esr'), join(room, 'firefox')]),
  ];
  return places.find((place) => place && existsSync(place)) ?? '';
}

/** The first version that knows every command that the tests give it (WebDriver BiDi, as Puppeteer 24 speaks it). */
export const OLDEST_FIREFOX = 144;

/**
 * The major version of a Firefox.
 *
 * @param {string} path
 * @returns {number} 0 when it does not say
 */
export const firefoxVersion = (path) =>
  Number(/ (\d+)\./.exec(spawnSync(path, ['--version'], { encoding: 'utf8' }).stdout)?.[1] ?? 0);
