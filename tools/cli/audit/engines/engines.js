/**
 * @typedef {object} EngineRule
 * @property {string} id as the engine has it, such as 'color-contrast'
 * @property {string[]} criteria of WCAG 2.2
 * @property {import('../findings.js').Kind} kind the most that it proves
 * @property {string} title one short sentence
 * @property {string} help what to do
 * @property {string} [address] of a page about it
 * @property {string[]} actIds of the W3C's ACT rules
 */
/**
 * @typedef {object} EngineOptions
 * @property {readonly string[]} rules ids of those that run
 * @property {string} [scope] a CSS selector: only this part of the page
 * @property {boolean} [isForced] in forced colours
 */
/**
 * @typedef {object} Looked what an engine gave
 * @property {import('../findings.js').Finding[]} findings
 * @property {string[]} passed ids of rules that found nothing wrong
 * @property {string[]} inapplicable ids of rules that had nothing to look at
 */
/**
 * What the reports have to know of an engine.
 *
 * @typedef {object} EngineFacts
 * @property {EngineId} id
 * @property {string} name
 * @property {string} version
 * @property {readonly EngineRule[]} rules all, those that are left out too
 * @property {Readonly<Record<string, string>>} leftOut rules that are not run, and why
 */
/**
 * A rule engine of somebody else's. The name of its rules in findings, settings and reports is its id, a space, their id.
 *
 * @typedef {EngineFacts & { check: (page: import('playwright-core').Page, options: EngineOptions) => Promise<Looked> }} Engine
 */

/** @typedef {'axe' | 'ibm' | 'alfa'} EngineId */

/** @type {Readonly<Record<EngineId, { load: () => Promise<Engine>, packages: string }>>} */
const ENGINES = {
  axe: {
    load: async () => (await import('./axe.js')).createAxe(),
    packages: 'axe-core',
  },
  ibm: {
    load: async () => (await import('./ibm.js')).createIbm(),
    packages: 'accessibility-checker-engine',
  },
  alfa: {
    load: async () => (await import('./alfa.js')).createAlfa(),
    packages: ['act', 'device', 'dom', 'rules', 'web']
      .map((part) => `@siteimprove/alfa-${part}@0.114`)
      .join(' '),
  },
};

export const ENGINE_IDS = /** @type {EngineId[]} */ (Object.keys(ENGINES));

/**
 * @param {readonly EngineId[]} ids
 * @param {Readonly<Record<string, { load: () => Promise<Engine>, packages: string }>>} [known]
 * @returns {Promise<Engine[]>} in the order in which they are named, each once
 * @throws {Error} that says how to install an engine that is not there
 */
export const loadEngines = (ids, known = ENGINES) =>
  Promise.all(
    [...new Set(ids)].map(async (id) => {
      const engine = known[id];
      if (!engine) throw new Error(`There is no engine ${id}: there are ${ENGINE_IDS.join(', ')}.`);
      try {
        return await engine.load();
      } catch (error) {
        const { code } = /** @type {NodeJS.ErrnoException} */ (error);
        if (code !== 'ERR_MODULE_NOT_FOUND' && code !== 'MODULE_NOT_FOUND') throw error;
        throw new Error(
          `The engine ${id} is not installed: npm install --save-dev ${engine.packages}`,
        );
      }
    }),
  );

/** @param {EngineFacts} engine @param {string} id of one of its rules @returns {string} its name in findings and reports */
export const ruleName = ({ id: engine }, id) => `${engine} ${id}`;

/** @param {EngineFacts} engine @returns {EngineRule[]} those that run */
export const runRules = ({ rules, leftOut }) => rules.filter(({ id }) => !(id in leftOut));
