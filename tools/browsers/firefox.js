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
