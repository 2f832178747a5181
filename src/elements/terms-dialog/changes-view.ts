import { msg, str } from '@lit/localize';
import { html, type TemplateResult } from 'lit';
import type { ContentDocument } from '../../content/document.js';
import { renderHeading } from '../../content/heading.js';
import { compareDocuments, type ChangedLine, type ChangedSection, type Run } from './compare.js';

/**
 * The sections that changed, each with its old and its new words. Loaded on need: most visits never see it.
 *
 * @param headingLevel the level of a changed section's heading
 */
export function renderChanges(
  before: ContentDocument,
  after: ContentDocument,
  headingLevel: number,
): TemplateResult {
  const changes = compareDocuments(before, after);
  if (!changes.length)
    return html`<p>${msg('No section reads differently from the earlier text.')}</p>`;
  return html`<p><strong>${countOf(changes.length)}</strong></p>
    ${changes.map((section) => renderSection(section, headingLevel))}
    <p class="small muted">
      ${msg(html`<del>Struck through</del> is removed, <ins>underlined</ins> is new.`)}
    </p>`;
}

const countOf = (count: number): string =>
  count === 1 ? msg('One section is different.') : msg(str`${count} sections are different.`);

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
