import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';

/** Builds the manifest, which is the source of Storybook's tables, then the static Storybook in storybook-static/. */
rmSync('storybook-static', { recursive: true, force: true });
for (const command of [
  ['node_modules/@custom-elements-manifest/analyzer/cem.js', 'analyze', '--quiet'],
  ['node_modules/storybook/dist/bin/dispatcher.js', 'build', '-o', 'storybook-static', '--quiet'],
]) {
  const { status } = spawnSync(process.execPath, command, { stdio: 'inherit' });
  if (status) process.exit(status);
}
