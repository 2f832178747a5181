import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** `npm start`: builds files that are missing or outdated, then serves the demo page and the reference service. */

/** @param {string[]} places @returns {number} the time of the newest change, in milliseconds */
const newest = (places) =>
  Math.max(
    ...places.flatMap((place) =>
      statSync(place).isDirectory()
        ? readdirSync(place, { recursive: true, encoding: 'utf8' }).map(
            (file) => statSync(join(place, file)).mtimeMs,
          )
        : [statSync(place).mtimeMs],
    ),
  );

const isBuilt =
  existsSync('cdn/integrity.json') &&
  statSync('cdn/integrity.json').mtimeMs > newest(['src', 'content', 'locales', 'package.json']);
if (!isBuilt) {
  console.log('Building the elements …');
  const { status } = spawnSync(process.execPath, ['tools/build.js'], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  if (status) process.exit(status);
}

const service = spawn(process.execPath, ['demo/main.js'], {
  stdio: ['inherit', 'pipe', 'inherit'],
});
service.stdout.on('data', (data) => {
  process.stdout.write(data);
  const address = /service: (http:\/\/\S+)/.exec(String(data))?.[1];
  if (!address) return;
  console.log(`\nThe demo agency's page: ${address}  (in Swedish: ${address}sv)`);
  console.log('Storybook: npm run storybook, then http://localhost:6006/');
});
for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM']))
  process.on(signal, () => service.kill(signal));
service.on('close', (code) => process.exit(code ?? 1));
