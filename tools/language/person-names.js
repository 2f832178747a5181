// People's and places' names in Latin script, from Debian's python3-fake-factory (MIT licence).
import fs from 'node:fs';
import path from 'node:path';

/** @param {string} folder an unpacked package */
export function readNames(folder) {
  const providers = path.join(folder, 'usr/lib/python3/dist-packages/faker/providers');
  /** @type {Record<string, string[]>} */
  const names = {};
  for (const kind of ['person', 'address']) {
    for (const locale of fs.readdirSync(path.join(providers, kind)).sort()) {
      const file = path.join(providers, kind, locale, '__init__.py');
      if (!fs.existsSync(file)) continue;
      const found = fs
        .readFileSync(file, 'utf8')
        .match(/(?<=['"])\p{Lu}[\p{Ll}\p{M}]+(?:[ -]\p{Lu}[\p{Ll}\p{M}]+)?(?=['"])/gu);
      const latin = (found ?? []).filter((name) => /^[\p{sc=Latin}\p{M} -]+$/u.test(name));
      if (latin.length < 20) continue;
      const unique = [...new Set([...(names[locale] ?? []), ...latin])];
      const step = Math.max(1, unique.length / 600);
      names[locale] = unique.filter((_, i) => Math.floor(i / step) !== Math.floor((i - 1) / step));
    }
  }
  return names;
}
