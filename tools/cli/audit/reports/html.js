import { html, render } from '@lit-labs/ssr';
import { collectResult } from '@lit-labs/ssr/lib/render-result.js';
import { pathText } from '../findings.js';
import { sentenceOf } from '../sentences.js';
import { addressOf, nameOfCriterion } from '../wcag.js';
import { CANNOT, foundBy, leftOutOf, sampleOf, toolsOf } from './method.js';
import { factsOf } from './rule-facts.js';

/** @typedef {import('../summary.js').Summary} Summary */
/** @typedef {import('../findings.js').Group} Group */

const times = (/** @type {number} */ count, /** @type {string} */ word) =>
  `${count} ${word}${count === 1 ? '' : 's'}`;

/**
 * The report for people: one page without scripts, that prints.
 *
 * @param {Summary} summary
 * @returns {Promise<string>}
 */
export async function htmlOf(summary) {
  const { about, run, failures, advice, undecided, ignored, known, notAudited, warnings } = summary;
  const sections = [
    { id: 'not-audited', title: 'Not audited', count: notAudited.length },
    { id: 'failures', title: 'Failures of WCAG 2.2, A and AA', count: failures.length },
    { id: 'advice', title: 'Advice', count: advice.length },
    { id: 'undecided', title: 'Could not be decided', count: undecided.length },
    { id: 'ignored', title: 'Ignored for a time', count: ignored.length },
    { id: 'known', title: 'Known before', count: known.length },
  ];
  const article = (/** @type {Group} */ group) => articleOf(run, group);
  const page = html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <title>Accessibility audit of ${about.subject}</title>
        <link rel="stylesheet" href="report.css" />
      </head>
      <body>
        <header>
          <h1>Accessibility audit of ${about.subject}</h1>
          <p>
            ${about.date}, ${toolsOf(summary)}: ${times(run.results.length, 'look')} in
            ${run.seconds} s. What a machine does not find may still be there: this is no statement
            of conformance.
          </p>
        </header>
        <nav aria-label="Contents">
          <table>
            <caption>
              What was found
            </caption>
            <thead>
              <tr>
                <th scope="col">Part</th>
                <th scope="col">Count</th>
              </tr>
            </thead>
            <tbody>
              ${sections.map(
                ({ id, title, count }) =>
                  html`<tr>
                    <td><a href="#${id}">${title}</a></td>
                    <td>${count}</td>
                  </tr>`,
              )}
            </tbody>
          </table>
        </nav>
        <main>
          <section aria-labelledby="not-audited">
            <h2 id="not-audited">Not audited</h2>
            ${
              notAudited.length
                ? html`<ul>
                    ${notAudited.map(({ place, view, reason }) => html`<li>${place}, ${view}: ${reason}</li>`)}
                  </ul>`
                : html`<p>Every view was audited.</p>`
            }
          </section>
          <section aria-labelledby="failures">
            <h2 id="failures">Failures of WCAG 2.2, A and AA</h2>
            ${failures.length ? failures.map(article) : html`<p>The automated checks found none.</p>`}
          </section>
          <section aria-labelledby="advice">
            <h2 id="advice">Advice</h2>
            <p>Level AAA, best practice, and weaknesses that no criterion forbids: no failures.</p>
            ${advice.map(article)}
          </section>
          <section aria-labelledby="undecided">
            <h2 id="undecided">Could not be decided</h2>
            <p>A machine cannot tell, or did not come there: a person has to look.</p>
            ${undecidedOf(run, undecided)}
          </section>
          <section aria-labelledby="ignored">
            <h2 id="ignored">Ignored for a time</h2>
            ${ignored.length ? ignored.map(article) : html`<p>Nothing.</p>`}
            ${
              warnings.length
                ? html`<ul>
                    ${warnings.map((text) => html`<li>${text}</li>`)}
                  </ul>`
                : ''
            }
          </section>
          <section aria-labelledby="known">
            <h2 id="known">Known before</h2>
            ${known.length ? known.map(article) : html`<p>Nothing, or no baseline was given.</p>`}
          </section>
          <section aria-labelledby="sample">
            <h2 id="sample">What was looked at</h2>
            <table>
              <caption>
                Pages, states and views
              </caption>
              <thead>
                <tr>
                  <th scope="col">Page or state</th>
                  <th scope="col">Views</th>
                </tr>
              </thead>
              <tbody>
                ${sampleOf(summary).map(
                  ({ place, views }) =>
                    html`<tr>
                      <td>${place}</td>
                      <td>${views.join(', ') || 'none'}</td>
                    </tr>`,
                )}
              </tbody>
            </table>
            <h3>What this tool cannot evaluate</h3>
            <ul>
              ${CANNOT.map((text) => html`<li>${text}</li>`)}
            </ul>
            <h3>Rules that were left out</h3>
            <ul>
              ${Object.entries(leftOutOf(summary)).map(([rule, why]) => html`<li><code>${rule}</code>: ${why}</li>`)}
            </ul>
          </section>
        </main>
      </body>
    </html> `;
  return collectResult(render(page));
}

/** @param {import('../run.js').Run} run @param {Group} group */
function articleOf(run, { id, page, views, finding, picture, ignored }) {
  const { rule, criteria, level, message, target, also } = finding;
  const { title, help, address } = factsOf(run, rule);
  const words = finding.kind === 'failure' ? sentenceOf(finding).en : title;
  return html`<article aria-labelledby="f-${id}">
    <h3 id="f-${id}">${words}</h3>
    <dl>
      ${
        criteria.length
          ? html`<dt>WCAG</dt>
              <dd>
                ${criteria.map((number) => html`<a href=${addressOf(number)}>${number} ${nameOfCriterion(number)}</a> `)}${level && `level ${level}`}
              </dd>`
          : ''
      }
      <dt>Rule</dt>
      <dd>
        <code>${rule}</code
        >${address ? html` (<a href=${address}>about ${rule}</a>)` : ''}${also ? `; also ${also.join(', ')}` : ''}
      </dd>
      <dt>Found by</dt>
      <dd>${foundBy(run, finding).join(', ')}</dd>
      <dt>Page</dt>
      <dd>${page}</dd>
      ${
        target
          ? html`<dt>Element</dt>
              <dd><code>${pathText(target)}</code><br /><code>${target.html}</code></dd>`
          : ''
      }
      <dt>What happens</dt>
      <dd>${message}</dd>
      <dt>What to do</dt>
      <dd>${help}</dd>
      <dt>Views</dt>
      <dd>${views.join(', ')}</dd>
      ${
        ignored
          ? html`<dt>Ignored</dt>
              <dd>${ignored.reason} (${ignored.owner}, until ${ignored.until})</dd>`
          : ''
      }
    </dl>
    ${
      picture
        ? html`<div class="picture">
            <svg
              viewBox="0 0 ${picture.width} ${picture.height}"
              width=${picture.width}
              role="img"
              aria-label="The state in which it failed, the element outlined"
            >
              <image href="pictures/${id}.png" width=${picture.width} height=${picture.height} />
              ${['halo', ''].map((name) => html`<rect class=${name} x=${picture.box.x} y=${picture.box.y} width=${picture.box.width} height=${picture.box.height}></rect>`)}
            </svg>
          </div>`
        : ''
    }
  </article>`;
}

/** By rule: there may be many of one kind. @param {import('../run.js').Run} run @param {readonly Group[]} groups */
function undecidedOf(run, groups) {
  /** @type {Map<string, Group[]>} */
  const byRule = new Map();
  for (const group of groups)
    byRule.set(group.finding.rule, [...(byRule.get(group.finding.rule) ?? []), group]);
  return [...byRule].map(
    ([rule, list]) =>
      html`<details>
        <summary>${factsOf(run, rule).title} (${list.length})</summary>
        <ul>
          ${list.map(({ page, views, finding }) => html`<li>${page}${finding.target ? html`: <code>${pathText(finding.target)}</code>` : ''}: ${finding.message} (${views.join(', ')})</li>`)}
        </ul>
        <p>${factsOf(run, rule).help}</p>
      </details>`,
  );
}
