#!/usr/bin/env node
import { existsSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { checkFolder } from './content/check.js';
import { compilePack } from './content/compile-pack.js';
import { createFolder } from './content/init.js';
import { loadCompiler } from './content/load-compiler.js';
import { startPreview } from './content/preview.js';
import { writePack } from './content/build.js';

/** An agency's own content: see "Your own content" in the README. */

const USAGE = `npx lucka-content init <folder> --agency "<name>" [--languages sv,en]
                                     a folder with texts to write in
npx lucka-content check <folder>      every mistake, with its file and line
npx lucka-content preview <folder> [--port 8090]
                                     the five elements on these texts, in a browser, reloaded when a file is saved
npx lucka-content build <folder> --out <folder>
                                     what the web server serves: pack.json and its documents`;

/** A mistake in what was typed. */
class UsageError extends Error {}

try {
  process.exitCode = await main();
} catch (error) {
  const { message } = /** @type {Error} */ (error);
  const isTyped =
    error instanceof UsageError ||
    String(/** @type {any} */ (error).code).startsWith('ERR_PARSE_ARGS');
  console.error(isTyped ? `${message}\n\n${USAGE}` : message);
  process.exitCode = 2;
}

/** @returns {Promise<number>} the exit code: 0 done, 1 there are mistakes in the content, 2 nothing was done */
async function main() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      agency: { type: 'string' },
      languages: { type: 'string' },
      out: { type: 'string' },
      port: { type: 'string' },
      help: { type: 'boolean', short: 'h' },
    },
  });
  const [command, folder, ...more] = positionals;
  if (values.help || !command) {
    console.log(USAGE);
    return values.help ? 0 : 2;
  }
  if (!folder || more.length) throw new UsageError(`${command} needs one folder.`);
  switch (command) {
    case 'init':
      if (!values.agency)
        throw new UsageError('init needs the name of your agency: --agency "Fordonsverket".');
      return init(folder, values.agency, values.languages ?? 'sv,en');
    case 'check':
      return (await checked(folder)) ? 0 : 1;
    case 'build':
      if (!values.out)
        throw new UsageError('build needs a folder to write to: --out public/content.');
      return build(folder, values.out);
    case 'preview':
      return preview(folder, values.port ?? '8090');
    default:
      throw new UsageError(`There is no command "${command}".`);
  }
}

/** @param {string} folder @param {string} agency @param {string} languages */
async function init(folder, agency, languages) {
  const files = createFolder(
    folder,
    agency,
    languages.split(',').map((each) => each.trim()),
    await loadCompiler(),
  );
  console.log(`${folder} has ${files} files. Write in them, then:

npx lucka-content check ${folder}
npx lucka-content preview ${folder}`);
  return 0;
}

/** Prints every mistake. @param {string} folder @returns what can be compiled; undefined when there are mistakes */
async function checked(folder) {
  if (!existsSync(folder) || !statSync(folder).isDirectory())
    throw new Error(`There is no folder ${resolve(folder)}.`);
  const compiler = await loadCompiler();
  const { content, problems, summary } = await checkFolder(folder.replace(/[/\\]+$/, ''), compiler);
  for (const { file, line, message } of problems)
    console.error(`${join(folder, file)}:${line} ${message}`);
  for (const line of summary) console.log(line);
  console.log(
    problems.length === 1
      ? '1 mistake'
      : problems.length
        ? `${problems.length} mistakes`
        : 'No mistakes.',
  );
  return problems.length ? undefined : { content, compiler };
}

/** @param {string} folder @param {string} out */
async function build(folder, out) {
  const found = await checked(folder);
  if (!found) {
    console.error(`Nothing was written to ${out}.`);
    return 1;
  }
  const files = await compilePack(folder.replace(/[/\\]+$/, ''), found.content, found.compiler);
  writePack(files, out);
  console.log(`${files.size} files in ${out}. In the page:

<script type="module" src="/lucka/lucka.js" data-content="/content/pack.json"></script>`);
  return 0;
}

/** @param {string} folder @param {string} port */
async function preview(folder, port) {
  if (!/^\d{1,5}$/.test(port)) throw new UsageError(`--port is "${port}": give a number.`);
  const { address } = await startPreview(
    folder.replace(/[/\\]+$/, ''),
    Number(port),
    await loadCompiler(),
  );
  console.log(`${address}   (stop with Ctrl+C)`);
  await new Promise(() => {});
  return 0;
}
