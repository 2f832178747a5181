/**
 * What people have found and we have not mended yet, with a way round it: published in the conformance papers.
 *
 * @type {readonly import('./cli/audit/reports/statement.js').KnownIssue[]}
 */
export const knownIssues = [];
