import { msg, str } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import type { ContentDocument } from '../../../content/document.js';
import { renderHeading } from '../../../content/heading.js';
import { dateInSentence, formatInstantDate } from '../../../i18n/format.js';
import { plural } from '../../../i18n/plural.js';
import { renderSupplementary, type RenderEnv } from '../render-env.js';
import { acceptedVersion, comparedVersion, latestRecord, type TermsState } from '../state.js';
import type { TermsDocument } from '../terms-document.js';
import { compareDocuments, type ChangedLine, type ChangedSection, type Run } from './compare.js';

/**
 * What changed comes first: the author's note, then the differences, section by section.
 *
 * @param before the earlier text, once it is loaded
 * @param hasFailed the earlier text could not be loaded
 */
export const renderChanges = (
  state: TermsState,
  env: RenderEnv,
  { changeSummary, content }: TermsDocument,
  before: ContentDocument | undefined,
  hasFailed: boolean,
): TemplateResult =>
  html`<div class="stack" part="changes">
    <p>${beforeText(state, env)}</p>
    ${changeSummary ? html`<p>${changeSummary}</p>` : nothing}
    ${renderSupplementary(env, 'changed')}
    ${before ? renderDifferences(before, content, env.headingLevel + 1) : nothing}
    ${
      hasFailed
        ? html`<p>
            ${msg('The earlier text could not be loaded, so the differences cannot be shown here.')}
          </p>`
        : nothing
    }
    <hr />
  </div>`;

function beforeText(state: TermsState, env: RenderEnv): string {
  const version = comparedVersion(state, env);
  const instant = new Date(latestRecord(state, env)?.decidedAt ?? '');
  // What was accepted may be older than what was being read when a newer text came.
  if (acceptedVersion(state, env) !== version || Number.isNaN(instant.getTime()))
    return msg(str`You have read version ${version}.`);
  const day = dateInSentence(formatInstantDate(instant, env.lang), env.lang);
  return msg(str`You accepted version ${version} on ${day}.`);
}

/**
 * The sections that changed, each with its old and its new words.
 *
 * @param headingLevel the level of a changed section's heading
 */
function renderDifferences(
  before: ContentDocument,
  after: ContentDocument,
  headingLevel: number,
): TemplateResult {
  const changes = compareDocuments(before, after);
  if (!changes.length)
    return html`<p>${msg('No section has changed since the earlier version.')}</p>`;
  return html`<p><strong>${countOf(changes.length)}</strong></p>
    ${changes.map((section) => renderSection(section, headingLevel))}
    <p class="small muted">
      ${msg(html`<del>Text with a line through it</del> has been removed. <ins>Underlined text</ins> is new.`)}
    </p>`;
}

const countOf = (count: number): string =>
  plural(count, {
    one: () => msg(str`${count} section has changed.`),
    other: () => msg(str`${count} sections have changed.`),
  });

function renderSection(
  { kind, id, title, lines }: ChangedSection,
  headingLevel: number,
): TemplateResult {
  return html`<div class="change stack-sm" part="section" data-changed-section=${id}>
    ${renderHeading(headingLevel, headingOf(kind, title), { class: 'what' })}
    ${lines.map(renderLine)}
  </div>`;
}

function headingOf(kind: ChangedSection['kind'], title: string): string {
  const name = title || msg('Introduction');
  if (kind === 'added') return msg(str`New: ${name}`);
  return kind === 'removed' ? msg(str`Removed: ${name}`) : msg(str`Changed: ${name}`);
}

const renderLine = (line: ChangedLine): TemplateResult => html`<p>${line.map(renderRun)}</p>`;

/** Some screen readers say nothing of ins and del, so words say it too. */
function renderRun({ kind, text }: Run): TemplateResult {
  if (kind === 'same') return html`${text} `;
  return kind === 'added'
    ? html`<ins part="added"><span class="visually-hidden">${msg('Added:')} </span>${text}</ins> `
    : html`<del part="removed"
        ><span class="visually-hidden">${msg('Removed:')} </span>${text}</del
      > `;
}
