import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { importTs } from '../import-ts.js';

/** The rules of notices from src/, for tools/cli/content/notices.js. */

const contract = parse(
  readFileSync(new URL('../../src/services/openapi.yaml', import.meta.url), 'utf8'),
);
const { properties } = contract.components.schemas.Notice;

/** Values that the contract lists, by member. */
export const noticeValues = Object.fromEntries(
  ['kind', 'reason', 'scope', 'impact'].map((name) => [name, properties[name].enum]),
);

const [{ validateNotice }, { stripAnnotations }] = await Promise.all([
  importTs('src/elements/maintenance-banner/notices/notice-rules.ts'),
  importTs('src/content/strip-annotations.ts'),
]);

/** @type {import('../cli/content/notices.js').NoticeRules} */
export const noticeRules = { validateNotice, stripAnnotations, values: noticeValues };
