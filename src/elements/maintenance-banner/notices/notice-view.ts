import { msg } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { langAttributes } from '../../../content/lang-attributes.js';
import { renderHeading } from '../../../content/heading.js';
import { stripAnnotations } from '../../../content/strip-annotations.js';
import type { Renderable } from '../../../content/render.js';
import { calendarIcon, clockIcon, icon, infoIcon } from '../../../shared/icons.js';
import { safeUrl } from '../../../content/safe-url.js';
import type { ActiveNotice } from '../state.js';
import { canDismiss, UNDER_WAY } from './notice-selectors.js';
import { textIn, titleOf } from '../notice-text.js';
import type { NoticeActions, RenderEnv } from './render-env.js';
import { renderTime } from './time-view.js';

/** For what is planned or has no date; the other phases are in `env.interruption`. */
const iconOf = ({ phase, startsAt }: ActiveNotice): string => {
  if (phase === 'soon') return clockIcon;
  return startsAt ? calendarIcon : infoIcon;
};

const tagOf = ({ phase, startsAt }: ActiveNotice): string => {
  if (phase === 'soon') return msg('Starts within 24 hours');
  return startsAt ? msg('Planned') : msg('Information');
};

/** Ids of notices may have spaces, which ids of elements have not, and half of a character, which addresses have not. */
const headingId = ({ id }: ActiveNotice): string =>
  `heading-${id.replace(/[^\w.~-]/g, (unit) => `%${unit.charCodeAt(0).toString(16)}`)}`;

/** @param actions undefined where no script runs */
export function renderNotice(
  notice: ActiveNotice,
  env: RenderEnv,
  actions: NoticeActions | undefined,
): TemplateResult {
  const { phase, title, startsAt } = notice;
  const { interruption } = env;
  const { lang } = textIn(title, env.lang);
  const mark = langAttributes(lang, env.lang);
  const isShort = phase === 'done' || env.collapsed.has(notice.id);
  const text = isShort ? nothing : renderText(notice, env);
  // What is far ahead says what and when; the rest unfolds.
  const isFolded = phase === 'planned' && startsAt;
  return html`<div
    class="item ${phase} ${env.stale ? 'stale' : ''}"
    part="notice"
    data-id=${notice.id}
  >
    ${icon(interruption?.icon(notice) ?? iconOf(notice))}
    <div class="stack-sm">
      <p><span class="tag">${interruption?.tag(notice) ?? tagOf(notice)}</span></p>
      ${renderHeading(env.headingLevel, html`<span lang=${mark.lang} dir=${mark.dir}>${titleOf(notice, env.lang)}</span>`, { class: 'subheading', part: 'heading', id: headingId(notice) })}
      ${renderTime(notice, env)} ${isFolded ? nothing : text}
      ${isShort ? nothing : renderFold(notice, env, isFolded ? text : nothing)} ${env.stale}
    </div>
    ${actions ? renderActions(notice, env, actions) : nothing}
  </div>`;
}

function renderText({ body }: ActiveNotice, env: RenderEnv): Renderable {
  const { text, lang } = textIn(body, env.lang);
  if (!text) return nothing;
  const mark = langAttributes(lang, env.lang);
  return html`<div class="stack-sm" part="body" lang=${mark.lang} dir=${mark.dir}>
    ${env.body(stripAnnotations(text))}
  </div>`;
}

function renderFold(notice: ActiveNotice, env: RenderEnv, text: Renderable): Renderable {
  const { phase, affected, unaffected, whatToDo, impact } = notice;
  const { text: toDo = [], lang } = textIn(whatToDo, env.lang);
  const mark = langAttributes(lang, env.lang);
  const href = safeUrl(notice.moreHref);
  const isNone = text === nothing && !affected.length && !unaffected?.length && !toDo.length;
  const link = href
    ? html`<p>
        <a href=${href} aria-describedby=${headingId(notice)}>${msg('Read more')}</a>
      </p>`
    : nothing;
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
              ${toDo.map((each) => html`<li>${env.line(stripAnnotations(each))}</li>`)}
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
      return msg('You can read but not change:');
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
      return msg('booking visits');
    default:
      return service;
  }
}

function renderActions(notice: ActiveNotice, env: RenderEnv, actions: NoticeActions): Renderable {
  const { id, phase, startsAt, endsAt } = notice;
  const isClosure = phase === 'closure';
  const isAhead = isClosure || (/^(?:planned|soon)$/.test(phase) && startsAt && endsAt);
  if (!isAhead && !canDismiss(notice)) return nothing;
  const { dismiss, expand, saveToCalendar } = actions;
  const button = (part: string, label: unknown, act: (id: string) => unknown) =>
    html`<button
      class="button quiet"
      type="button"
      part=${part}
      aria-describedby=${headingId(notice)}
      @click=${() => act(id)}
    >
      ${label}
    </button>`;
  const isCollapsed = env.collapsed.has(id);
  const toggle = () =>
    isCollapsed
      ? button('dismiss', msg('Show more'), expand)
      : button('dismiss', msg('Show less'), dismiss);
  const hide = () =>
    button('dismiss', msg(html`Hide<span class="visually-hidden"> notice</span>`), dismiss);
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
    ${isClosure ? toggle() : canDismiss(notice) ? hide() : nothing}
  </div>`;
}
