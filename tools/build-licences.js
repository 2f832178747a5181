import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Packages in the browser build. `@lit/localize` and `character-entities` are in dist/ too. */
export const INSIDE = [
  'lit',
  'lit-html',
  'lit-element',
  '@lit/reactive-element',
  '@lit/localize',
  'marked',
  'jose',
  'character-entities',
];

/** Their licences require that the notices are distributed with the code. */
export function buildLicences() {
  const parts = INSIDE.map((name) => {
    const room = join('node_modules', name);
    const { version, license } = JSON.parse(readFileSync(join(room, 'package.json'), 'utf8'));
    const file = readdirSync(room).find((name) => /^licen[cs]e/i.test(name));
    if (!file) throw new Error(`${name} says no licence.`);
    return `${name} ${version} (${license})\n\n${readFileSync(join(room, file), 'utf8').trim()}\n`;
  });
  const text = parts.join(`\n${'-'.repeat(72)}\n\n`);
  for (const place of ['cdn', 'dist']) writeFileSync(join(place, 'third-party-licences.txt'), text);
}
