/**
 * Known issues that have not been fixed yet, with a workaround: published in the conformance documents.
 *
 * @type {readonly import('./cli/audit/reports/statement.js').KnownIssue[]}
 */
export const knownIssues = [];
