import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { parseAction } from './actions.js';
import { ENGINE_IDS } from './engines/engines.js';
import { parseView, VIEWS } from './views.js';

/**
 * @typedef {object} Settings
 * @property {(string | ConfiguredPage)[]} pages
 * @property {{ address: string, find?: string, replace?: string, exclude?: string[] }} [sitemap]
 * @property {{ path: string, include?: string[], exclude?: string[] }} [folder]
 * @property {{ source: string, include?: string[], globals?: string }} [storybook]
 * @property {import('./views.js').View[]} views
 * @property {import('./engines/engines.js').EngineId[]} engines
 * @property {import('./actions.js').Action[]} actions for every page
 * @property {number} timeout milliseconds
 * @property {number} atOnce
 * @property {string} out
 * @property {import('./summary.js').FailOn} failOn
 * @property {number} threshold
 * @property {('junit' | 'github' | 'markdown' | 'csv')[]} formats
 * @property {import('./ignore.js').Ignore[]} ignore
 * @property {string} [baseline]
 * @property {boolean} updatesBaseline
 * @property {boolean} printsJson
 * @property {Record<string, string>} headers
 * @property {{ name: string, value: string, url?: string, domain?: string, path?: string }[]} cookies
 * @property {string} [storageState]
 * @property {string[]} [rules]
 * @property {string[]} skipRules
 * @property {string} [scope]
 * @property {string} [waitFor]
 * @property {Partial<import('./summary.js').About>} about
 */
/** @typedef {{ address: string, name?: string, waitFor?: string, actions?: (string | import('./actions.js').Action)[], states?: { name: string, actions: (string | import('./actions.js').Action)[] }[] }} ConfiguredPage */

export const CONFIG = 'lucka-audit.config.json';

export const HELP = `npx lucka-audit <address…> [options]

Opens pages in Chrome, Chromium or Edge, in light, dark and forced colours, 1280 and 320 px wide, and checks all that is on them,
with Lucka's elements or without: axe-core, the keyboard, focus by pixels, targets, reflow, text at 200 %, text spacing, names,
errors, languages, dialogs (also behind a button), motion, announcements. Writes into the folder index.html (the report), results.json,
earl.json, results.sarif, and drafts of openacr.yaml, en-301-549.md and accessibility-statement.{sv,en}.md.

What is audited
  --sitemap <address>       all pages of a sitemap; --sitemap-find, --sitemap-replace, --sitemap-exclude <pattern>
  --folder <path>           all .html files of a folder
  --storybook <source>      all stories of a built Storybook: a folder or an address
  --config <file>           settings as JSON (${CONFIG} is read when it is there)
How
  --view <colours:width>    such as dark:320; more than one are allowed
  --locale <tag>            language of the browser, such as sv-SE; more than one are allowed
  --action <words>          before the audit: "click text=Next", "type #name=Anna", "select #town=Umeå", "press Enter",
                            "wait-for .done", "wait-for-gone .busy", "wait-for-url **/step-2", "accept-terms"
  --wait-for <selector>     the page is there once this is
  --scope <selector>        only this part of each page
  --cookie <name=value>     --header <"Name: value">     --storage-state <file>
  --engine <names>          axe (unless said otherwise), ibm, alfa; such as axe,ibm
  --rule <name>             only this rule; --skip-rule <name> all but this one
  --timeout <seconds>       for each page, action, sitemap and index of stories (20)
  --at-once <number>        pages at the same time (2)
What follows
  --out <folder>            for the reports (lucka-audit)
  --format <name>           junit, github, markdown, csv; more than one are allowed
  --json                    results on standard output as well
  --fail-on a|aa|advice     the least that fails (aa); --threshold <number> so many are allowed (0)
  --baseline <file>         only what is not in it fails; --update-baseline writes it
  --compare <before> <after>  two results.json: what is new, what is gone
  --organisation, --author, --email, --subject, --assessment self|third-party   for the papers

Needs, beside Lucka: npm install --save-dev playwright-core axe-core yaml @lit-labs/ssr (ajv for a configuration file, picomatch for
patterns, sitemap for sitemaps, junit-report-builder for JUnit; an engine that is not installed says what it needs). CHROME_PATH names a browser.
Ends with 0 when nothing was found that fails, 1 when something was, 2 when it could not run or a view was not audited.`;

const OPTIONS = /** @type {const} */ ({
  help: { type: 'boolean', short: 'h' },
  version: { type: 'boolean' },
  config: { type: 'string' },
  sitemap: { type: 'string' },
  'sitemap-find': { type: 'string' },
  'sitemap-replace': { type: 'string' },
  'sitemap-exclude': { type: 'string', multiple: true },
  folder: { type: 'string' },
  storybook: { type: 'string' },
  view: { type: 'string', multiple: true },
  locale: { type: 'string', multiple: true },
  action: { type: 'string', multiple: true },
  'wait-for': { type: 'string' },
  scope: { type: 'string' },
  cookie: { type: 'string', multiple: true },
  header: { type: 'string', multiple: true },
  'storage-state': { type: 'string' },
  engine: { type: 'string', multiple: true },
  rule: { type: 'string', multiple: true },
  'skip-rule': { type: 'string', multiple: true },
  timeout: { type: 'string' },
  'at-once': { type: 'string' },
  out: { type: 'string' },
  format: { type: 'string', multiple: true },
  json: { type: 'boolean' },
  'fail-on': { type: 'string' },
  threshold: { type: 'string' },
  baseline: { type: 'string' },
  'update-baseline': { type: 'boolean' },
  compare: { type: 'boolean' },
  organisation: { type: 'string' },
  author: { type: 'string' },
  email: { type: 'string' },
  subject: { type: 'string' },
  assessment: { type: 'string' },
});

/**
 * @param {readonly string[]} words of the command line
 * @returns {Promise<{ kind: 'help' | 'version' } | { kind: 'compare', files: string[] } | { kind: 'audit', settings: Settings }>}
 * @throws {Error} that says which word or which place in the configuration file is wrong
 */
export async function readSettings(words) {
  const { values, positionals } = parseArgs({
    ...{ args: [...words], allowPositionals: true, options: OPTIONS },
  });
  if (values.help) return { kind: 'help' };
  if (values.version) return { kind: 'version' };
  if (values.compare) {
    if (positionals.length !== 2)
      throw new Error('--compare needs two results.json: before, after.');
    return { kind: 'compare', files: positionals };
  }
  const file = values.config ?? (existsSync(CONFIG) ? CONFIG : undefined);
  const config = file ? await readConfig(file) : {};
  const given = Object.values(values).length > 0 || positionals.length > 0 || file;
  if (!given) return { kind: 'help' };
  return { kind: 'audit', settings: settingsOf(values, positionals, config) };
}

/** @param {string} file @returns {Promise<any>} @throws {Error} that names each place that is wrong */
async function readConfig(file) {
  let config;
  try {
    config = JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    throw new Error(`${file}: ${error instanceof Error ? error.message : error}`);
  }
  const { Ajv } = await import('ajv').catch(() => {
    throw new Error('A configuration file needs one package more: npm install --save-dev ajv');
  });
  const schema = JSON.parse(readFileSync(new URL('./config.schema.json', import.meta.url), 'utf8'));
  const ajv = new Ajv({ allErrors: true, allowUnionTypes: true });
  const validate = ajv.compile(schema);
  if (!validate(config)) {
    const lines = (validate.errors ?? [])
      .filter(({ keyword }) => keyword !== 'anyOf')
      .map(({ instancePath, message, params }) => {
        const what = params['additionalProperty'] ?? params['allowedValues']?.join(', ') ?? '';
        return `${instancePath || '/'} ${message}${what && `: ${what}`}`;
      });
    throw new Error(`${file}:\n${[...new Set(lines)].join('\n')}`);
  }
  return config;
}

/** @param {any} values of the command line @param {string[]} positionals @param {any} config @returns {Settings} */
function settingsOf(values, positionals, config) {
  const list = (/** @type {string[] | undefined} */ given) =>
    given?.flatMap((each) => each.split(',')).map((each) => each.trim());
  const object = (/** @type {any} */ value, /** @type {string} */ key) =>
    typeof value === 'string' ? { [key]: value } : value;
  const chosen = (values.view ?? config.views)?.map(parseView) ?? VIEWS;
  /** @type {string[]} */
  const locales = values.locale ?? config.locales ?? [];
  const sitemap = object(values.sitemap ?? config.sitemap, 'address');
  const timeout = number(values.timeout, 'timeout', 0.1) ?? config.timeout ?? 20;
  const pages = positionals.length ? positionals : (config.pages ?? []);
  for (const page of pages) checkAddress(typeof page === 'string' ? page : page.address);
  const settings = {
    pages,
    ...(sitemap && {
      sitemap: {
        ...sitemap,
        ...(values['sitemap-find'] !== undefined && { find: values['sitemap-find'] }),
        ...(values['sitemap-replace'] !== undefined && { replace: values['sitemap-replace'] }),
        ...(values['sitemap-exclude'] && { exclude: values['sitemap-exclude'] }),
      },
    }),
    folder: object(values.folder ?? config.folder, 'path'),
    storybook: object(values.storybook ?? config.storybook, 'source'),
    views: locales.length
      ? locales.flatMap((locale) =>
          chosen.map((/** @type {import('./views.js').View} */ view) => ({ ...view, locale })),
        )
      : [...chosen],
    engines: allOf(list(values.engine), ENGINE_IDS, 'engine') ?? config.engines ?? ['axe'],
    actions: (values.action ?? config.actions ?? []).map(actionOf),
    timeout: timeout * 1000,
    atOnce: number(values['at-once'], 'at-once', 1) ?? config.atOnce ?? 2,
    out: values.out ?? config.out ?? 'lucka-audit',
    failOn: oneOf(values['fail-on'], ['a', 'aa', 'advice'], 'fail-on') ?? config.failOn ?? 'aa',
    threshold: number(values.threshold, 'threshold', 0) ?? config.threshold ?? 0,
    formats:
      allOf(list(values.format), ['junit', 'github', 'markdown', 'csv'], 'format') ??
      config.formats ??
      [],
    ignore: config.ignore ?? [],
    baseline: values.baseline ?? config.baseline,
    updatesBaseline: values['update-baseline'] ?? false,
    printsJson: values.json ?? false,
    headers: { ...config.headers, ...Object.fromEntries((values.header ?? []).map(headerOf)) },
    cookies: [...(config.cookies ?? []), ...(values.cookie ?? []).map(cookieOf)],
    storageState: values['storage-state'] ?? config.storageState,
    rules: values.rule ?? config.rules,
    skipRules: values['skip-rule'] ?? config.skipRules ?? [],
    scope: values.scope ?? config.scope,
    waitFor: values['wait-for'] ?? config.waitFor,
    about: {
      ...pick(config, ['subject', 'organisation', 'author', 'email', 'assessment', 'issues']),
      ...pick(values, ['subject', 'organisation', 'author', 'email']),
      ...(values.assessment && {
        assessment: oneOf(values.assessment, ['self', 'third-party'], 'assessment'),
      }),
    },
  };
  if (settings.updatesBaseline && !settings.baseline)
    throw new Error('--update-baseline needs --baseline <file>.');
  if (settings.storageState && !existsSync(settings.storageState))
    throw new Error(`${resolve(settings.storageState)} is not there (--storage-state).`);
  if (!pages.length && !settings.sitemap && !settings.folder && !settings.storybook)
    throw new Error('Nothing to audit: give an address, --sitemap, --folder or --storybook.');
  return settings;
}

/** @param {string} address @throws {Error} */
function checkAddress(address) {
  if (!URL.canParse(address) || !/^(?:https?|file):$/.test(new URL(address).protocol))
    throw new Error(`${address} is no address: it begins with http:// or https://.`);
}

/** @param {string | import('./actions.js').Action} action */
export const actionOf = (action) => (typeof action === 'string' ? parseAction(action) : action);

/** @param {any} from @param {string[]} keys */
const pick = (from, keys) =>
  Object.fromEntries(keys.filter((key) => from[key] !== undefined).map((key) => [key, from[key]]));

/** @param {string | undefined} value @param {string} name @param {number} least */
function number(value, name, least) {
  if (value === undefined) return undefined;
  const parsed = Number(value);
  if (!value.trim() || !Number.isFinite(parsed) || parsed < least)
    throw new Error(`--${name} ${value}: this is a number of ${least} or more.`);
  return parsed;
}

/** @param {string | undefined} value @param {string[]} allowed @param {string} name @returns {any} */
function oneOf(value, allowed, name) {
  if (value !== undefined && !allowed.includes(value))
    throw new Error(`--${name} ${value}: there are ${allowed.join(', ')}.`);
  return value;
}

/** @param {string[] | undefined} values @param {string[]} allowed @param {string} name @returns {any} */
function allOf(values, allowed, name) {
  values?.forEach((value) => oneOf(value, allowed, name));
  return values;
}

/** @param {string} words @returns {[string, string]} */
function headerOf(words) {
  const at = words.indexOf(':');
  if (at < 1) throw new Error(`--header ${words}: write "Name: value".`);
  return [words.slice(0, at).trim(), words.slice(at + 1).trim()];
}

/** @param {string} words */
function cookieOf(words) {
  const at = words.indexOf('=');
  if (at < 1) throw new Error(`--cookie ${words}: write name=value.`);
  return { name: words.slice(0, at).trim(), value: words.slice(at + 1) };
}
