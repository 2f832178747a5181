import { html, svg, type TemplateResult } from 'lit';
import { outlineOf, type Flow, type Outline } from '../src/flow.js';
import { formatCondition } from '../src/content/flow/format-condition.js';

// A flow as a drawing, and as an outline that says the same in words.

const [WIDTH, HEIGHT, GAP_X, GAP_Y] = [220, 48, 24, 44];

/** How many steps lead to each node, at most: its row. */
function rowsOf({ nodes, edges }: Outline): Map<string, number> {
  const rows = new Map(nodes.map(({ id }) => [id, 0]));
  for (let round = 0; round < nodes.length; round++)
    for (const { from, to } of edges)
      rows.set(to, Math.max(rows.get(to) ?? 0, (rows.get(from) ?? 0) + 1));
  return rows;
}

function drawing(outline: Outline): TemplateResult {
  const rows = rowsOf(outline);
  const places = new Map<string, { x: number; y: number }>();
  const taken = new Map<number, number>();
  for (const { id } of outline.nodes) {
    const row = rows.get(id) ?? 0;
    const column = taken.get(row) ?? 0;
    taken.set(row, column + 1);
    places.set(id, { x: column * (WIDTH + GAP_X) + 60, y: row * (HEIGHT + GAP_Y) + 2 });
  }
  const across = Math.max(...taken.values()) * (WIDTH + GAP_X) + 120;
  const down = (Math.max(...rows.values()) + 1) * (HEIGHT + GAP_Y);
  return html`<svg
    class="drawing"
    viewBox="0 0 ${across} ${down}"
    width=${across}
    aria-hidden="true"
  >
    ${outline.edges.map(({ from, to, condition }) => {
      const [start, end] = [places.get(from), places.get(to)];
      if (!start || !end) return '';
      const isNext = end.y - start.y <= HEIGHT + GAP_Y;
      const [x1, y1, x2, y2] = [start.x + WIDTH / 2, start.y + HEIGHT, end.x + WIDTH / 2, end.y];
      // A long way passes beside the boxes between.
      const bend = isNext ? 0 : WIDTH * (x2 > x1 ? 0.9 : -0.9);
      return svg`<path class=${condition ? 'depends' : ''} marker-end="url(#tip)"
        d="M${x1} ${y1}C${x1 + bend} ${y1 + GAP_Y},${x2 + bend} ${y2 - GAP_Y},${x2} ${y2}"></path>`;
    })}
    ${outline.nodes.map(({ id }) => {
      const { x, y } = places.get(id) ?? { x: 0, y: 0 };
      return svg`<rect x=${x} y=${y} width=${WIDTH} height=${HEIGHT} rx="6"></rect>
        <text x=${x + WIDTH / 2} y=${y + HEIGHT / 2 + 5} text-anchor="middle">${id}</text>`;
    })}
    <defs>
      <marker
        id="tip"
        viewBox="0 0 8 8"
        refX="7"
        refY="4"
        markerWidth="8"
        markerHeight="8"
        orient="auto"
      >
        <path class="tip" d="M0 0 8 4 0 8z"></path>
      </marker>
    </defs>
  </svg>`;
}

/** The drawing, and the outline: each question with where its answers lead, then what is shown when. */
export function flowGraph(flow: Flow): TemplateResult {
  const outline = outlineOf(flow);
  const titles = new Map(outline.nodes.map(({ id, title }) => [id, title]));
  const titlesOf = new Map(outline.nodes.map(({ id, titles = [] }) => [id, titles]));
  const shown = [...flow.outcomes, ...flow.items];
  return html`<div class="flow" lang=${flow.lang}>
    <h2>${flow.title}</h2>
    <p lang="en">
      ${flow.questions.length} questions, at most ${flow.longest} on a path. Dashed: depends on a
      condition.
    </p>
    <div class="scroll" tabindex="0" role="group" aria-label="Drawing of the flow">
      ${drawing(outline)}
    </div>
    <h3>The same in words</h3>
    <ol>
      ${flow.questions.map(
        ({ id, title }) =>
          html`<li id=${id}>
            <strong>${title}</strong> <code>${id}</code>
            <ul>
              ${(titlesOf.get(id) ?? []).map(
                (each) => html`<li>if <code>${each.condition}</code> asked as: ${each.title}</li>`,
              )}
              ${outline.edges
                .filter(({ from }) => from === id)
                .map(
                  ({ to, answers, condition }) =>
                    html`<li>
                      ${answers.length ? answers.join(' / ') : condition ? html`if <code>${condition}</code>` : 'otherwise'}:
                      ${titles.has(to) ? html`<a href="#${to}">${titles.get(to)}</a>` : html`<code>${to}</code>, which is not there`}
                    </li>`,
                )}
            </ul>
          </li>`,
      )}
      <li id=${flow.result}><strong>Result</strong> <code>${flow.result}</code></li>
    </ol>
    <h3>What is shown when</h3>
    <dl>
      ${flow.facts.map(
        ({ id, if: condition }) =>
          html`<dt><code>${id}</code></dt>
            <dd><code>${formatCondition(condition)}</code></dd>`,
      )}
      ${shown.map(
        ({ id, if: condition }) =>
          html`<dt><code>${id}</code></dt>
            <dd>${condition ? html`<code>${formatCondition(condition)}</code>` : 'always'}</dd>`,
      )}
    </dl>
  </div>`;
}
