/**
 * @typedef {object} Failure
 * @property {string} group
 * @property {string} name the expectation, as a sentence
 * @property {unknown} [seen] the actual value
 *
 * @typedef {object} Summary
 * @property {string} address
 * @property {number} passed
 * @property {Failure[]} failed
 * @property {string[]} notRun checks that cannot be run from outside, with the reason
 * @property {boolean} schemasChecked whether bodies and headers were validated against the contract
 */

/** Collects the results of a check, group by group. */
export class Report {
  #counts = new Map();
  #failed = /** @type {Failure[]} */ ([]);
  #group = '';
  #notRun = /** @type {string[]} */ ([]);
  #passed = 0;

  /** @param {string} address */
  constructor(address) {
    this.address = address;
    this.schemasChecked = true;
  }

  /** Further results belong to this group. @param {string} group */
  begin(group) {
    this.#group = group;
    this.#counts.set(group, { passed: 0, failed: 0 });
  }

  /**
   * @param {string} name the expectation
   * @param {unknown} good truthy if it is met
   * @param {unknown} [seen]
   */
  expect(name, good, seen) {
    const count = this.#counts.get(this.#group);
    if (good) {
      this.#passed += 1;
      count.passed += 1;
      return;
    }
    count.failed += 1;
    this.#failed.push({ group: this.#group, name, ...(seen !== undefined && { seen }) });
  }

  /** @param {string} what could not be tried, and why */
  skip(what) {
    this.#notRun.push(what);
  }

  get passes() {
    return this.#failed.length === 0;
  }

  /** @returns {Summary} */
  summary() {
    return {
      address: this.address,
      passed: this.#passed,
      failed: this.#failed,
      notRun: this.#notRun,
      schemasChecked: this.schemasChecked,
    };
  }

  /** The report as text. */
  text() {
    const groups = [...this.#counts].map(([group, { passed, failed }]) => {
      const faults = failed ? `, ${failed} failed` : '';
      return `  ${group.padEnd(10)} ${String(passed).padStart(4)} passed${faults}`;
    });
    const failed = this.#failed.map(({ group, name, seen }) => {
      const evidence =
        seen === undefined ? '' : `\n    seen: ${JSON.stringify(seen).slice(0, 300)}`;
      return `  ${group}: ${name}${evidence}`;
    });
    const notRun = this.#notRun.map((what) => `  ${what}`);
    const total = `${this.#passed} passed, ${this.#failed.length} failed, ${notRun.length} not run`;
    return [
      `Contract check of ${this.address}\n`,
      ...groups,
      ...titled('Failed', failed),
      ...titled('Not run', notRun),
      ...(this.schemasChecked ? [] : [`\n${schemasMissing}`]),
      `\n${total}`,
    ].join('\n');
  }
}

const schemasMissing = `SCHEMAS WERE NOT CHECKED: only statuses, codes and some headers were.
To check every body and header, install ajv, ajv-formats and yaml beside lucka.`;

/** @param {string} title @param {string[]} lines */
const titled = (title, lines) => (lines.length ? [`\n${title}`, ...lines] : []);
