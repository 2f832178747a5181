import { msg } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { langAttributes } from '../../content/lang-attributes.js';
import { renderHeading } from '../../content/heading.js';
import { stripAnnotations } from '../../content/strip-annotations.js';
import type { Renderable } from '../../content/render.js';
import { calendarIcon, clockIcon, icon, infoIcon } from '../../shared/icons.js';
import { safeUrl } from '../../shared/safe-url.js';
import type { ActiveNotice } from './active.js';
import { renderTime } from './time-view.js';
import { UNDER_WAY, type View } from './view.js';

/** What is planned or dateless, as an icon and in words; `later` knows the rest. */
const iconOf = ({ phase, startsAt }: ActiveNotice): string => {
  if (phase === 'soon') return clockIcon;
  return startsAt ? calendarIcon : infoIcon;
};

const tagOf = ({ phase, startsAt }: ActiveNotice): string => {
  if (phase === 'soon') return msg('Starts within 24 hours');
  return startsAt ? msg('Planned') : msg('Information');
};

/** A text in the language of the page, else in another one that it has. */
export function textIn<Text>(
  texts: { readonly sv: Text; readonly en: Text } | null | undefined,
  lang: string,
): { text: Text | undefined; lang: string } {
  const known = (texts ?? {}) as Readonly<Record<string, Text | undefined>>;
  const found = [lang, 'en', 'sv'].find((each) => known[each]?.toString()) ?? lang;
  return { text: known[found], lang: found };
}

/** Ids of notices may have spaces, which ids of elements have not. */
const headingId = ({ id }: ActiveNotice): string => `heading-${encodeURIComponent(id)}`;

export const titleOf = ({ title }: ActiveNotice, lang: string): string =>
  stripAnnotations(textIn(title, lang).text ?? '');

export function renderNotice(notice: ActiveNotice, view: View): TemplateResult {
  const { phase, title, startsAt } = notice;
  const { later } = view;
  const { lang } = textIn(title, view.lang);
  const mark = langAttributes(lang, view.lang);
  const isShort = phase === 'done' || view.isCollapsed(notice);
  const text = isShort ? nothing : renderText(notice, view);
  // What is far ahead says what and when; the rest unfolds.
  const isFolded = phase === 'planned' && startsAt;
  return html`<div
    class="item ${phase} ${view.stale ? 'stale' : ''}"
    part="notice"
    data-id=${notice.id}
  >
    ${icon(later?.iconOf(notice) ?? iconOf(notice))}
    <div class="stack-sm">
      <p><span class="tag">${later?.tagOf(notice) ?? tagOf(notice)}</span></p>
      ${renderHeading(view.headingLevel, html`<span lang=${mark.lang} dir=${mark.dir}>${titleOf(notice, view.lang)}</span>`, { class: 'subheading', part: 'heading', id: headingId(notice) })}
      ${renderTime(notice, view)} ${isFolded ? nothing : text}
      ${isShort ? nothing : renderFold(notice, view, isFolded ? text : nothing)} ${view.stale}
    </div>
    ${renderActions(notice, view)}
  </div>`;
}

function renderText({ body }: ActiveNotice, view: View): Renderable {
  const { text, lang } = textIn(body, view.lang);
  if (!text) return nothing;
  const mark = langAttributes(lang, view.lang);
  return html`<div class="stack-sm" part="body" lang=${mark.lang} dir=${mark.dir}>
    ${view.body(stripAnnotations(text))}
  </div>`;
}

function renderFold(notice: ActiveNotice, view: View, text: Renderable): Renderable {
  const { phase, affected, unaffected, whatToDo, impact } = notice;
  const { text: toDo = [], lang } = textIn(whatToDo, view.lang);
  const mark = langAttributes(lang, view.lang);
  const href = safeUrl(notice.moreHref);
  const isNone = text === nothing && !affected.length && !unaffected?.length && !toDo.length;
  const link = href ? html`<p><a href=${href}>${msg('Read more')}</a></p>` : nothing;
  if (isNone) return link;
  const named = (label: string, names: readonly string[] | null | undefined) =>
    names?.length
      ? html`<strong>${label}</strong> ${names.map(serviceName).join(', ')}. `
      : nothing;
  return html`<details ?open=${UNDER_WAY.has(phase)}>
    <summary aria-describedby=${headingId(notice)}>
      ${msg('What is affected and what you can do')}
    </summary>
    <div class="fold stack-sm">
      ${text}
      ${
        affected.length || unaffected?.length
          ? html`<p part="affected">
              ${named(impactLabel(impact), affected)}${named(msg('Works as usual:'), unaffected)}
            </p>`
          : nothing
      }
      ${
        toDo.length
          ? html`<ul part="what-to-do" lang=${mark.lang} dir=${mark.dir}>
              ${toDo.map((each) => html`<li>${stripAnnotations(each)}</li>`)}
            </ul>`
          : nothing
      }
      ${link}
    </div>
  </details>`;
}

function impactLabel(impact: ActiveNotice['impact'] | undefined): string {
  switch (impact) {
    case 'slow':
      return msg('Slower than usual:');
    case 'read-only':
      return msg('Can be read, not changed:');
    case 'unavailable':
      return msg('Not available:');
    default:
      // Another service's notice may not say what it does to a service: nothing is claimed.
      return msg('This is about:');
  }
}

/** The names that the contract's own services have; any other is its own name. */
function serviceName(service: string): string {
  switch (service) {
    case 'my-page':
      return msg('My page');
    case 'messages':
      return msg('messages');
    case 'booking':
      return msg('booking of visits');
    default:
      return service;
  }
}

function renderActions(notice: ActiveNotice, view: View): Renderable {
  const { phase, startsAt, endsAt } = notice;
  const isClosure = phase === 'closure';
  const isAhead = isClosure || (/^(?:planned|soon)$/.test(phase) && startsAt && endsAt);
  if (!view.actions || (!isAhead && !view.canHide(notice))) return nothing;
  const { hide, show, saveToCalendar } = view.actions;
  const button = (part: string, label: unknown, act: (notice: ActiveNotice) => unknown) =>
    html`<button
      class="button quiet"
      type="button"
      part=${part}
      aria-describedby=${headingId(notice)}
      @click=${() => act(notice)}
    >
      ${label}
    </button>`;
  const isFolded = view.isCollapsed(notice);
  const folds = () =>
    button('dismiss', isFolded ? msg('Show more') : msg('Show less'), isFolded ? show : hide);
  const hides = () =>
    button('dismiss', msg(html`Hide<span class="visually-hidden"> notice</span>`), hide);
  return html`<div class="acts" part="actions">
    ${
      isAhead
        ? button(
            'calendar',
            html`${icon(calendarIcon)}${msg('Add to my calendar')}`,
            saveToCalendar,
          )
        : nothing
    }
    ${isClosure ? folds() : view.canHide(notice) ? hides() : nothing}
  </div>`;
}
