import { html, nothing, render, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import '../src/document-wizard.js';
import { proveFlow, readFlow, type Flow, type FlowProblem, type Proof } from '../src/flow.js';
import { flowGraph } from './flow-graph.js';

// A place to write a flow: the text, what is wrong with it, the wizard, and the graph.

/** A flow to begin with. */
export interface Example {
  readonly name: string;
  readonly text: string;
}

interface Reading {
  readonly flow: Flow;
  readonly problems: readonly FlowProblem[];
  /** Undefined while the flow has problems that prevent it. */
  readonly proof: Proof | undefined;
}

/** Milliseconds after the last key. */
const PAUSE = 250;

function readingOf(text: string): Reading {
  const { flow, problems } = readFlow(text);
  if (problems.length) return { flow, problems, proof: undefined };
  const proof = proveFlow(flow);
  return { flow, problems: proof.problems, proof };
}

/** An editor for flows; the first example is what it begins with. */
export function flowEditor(examples: readonly Example[]): HTMLElement {
  const host = document.createElement('div');
  host.className = 'write-flow';
  let text = examples[0]?.text ?? '';
  let reading = readingOf(text);
  let timer: ReturnType<typeof setTimeout> | undefined;
  const area = () => host.querySelector('textarea');

  const update = (): void => void render(view(), host);
  const read = (): void => {
    reading = readingOf(text);
    update();
  };
  const onInput = (event: Event): void => {
    ({ value: text } = event.target as HTMLTextAreaElement);
    clearTimeout(timer);
    timer = setTimeout(read, PAUSE);
  };
  const onChoose = (event: Event): void => {
    text = examples[(event.target as HTMLSelectElement).selectedIndex]?.text ?? text;
    read();
  };
  const goTo = (line: number): void => {
    const field = area();
    if (!field) return;
    const lines = text.split('\n');
    const start = lines.slice(0, line - 1).join('\n').length + (line > 1 ? 1 : 0);
    field.focus();
    field.setSelectionRange(start, start + (lines[line - 1] ?? '').length);
    // Browsers do not scroll to a selection in a field.
    field.scrollTop = (field.scrollHeight / lines.length) * Math.max(0, line - 4);
  };

  function view(): TemplateResult {
    const { flow, problems, proof } = reading;
    // This page and the messages of the reader are in English, whichever language the toolbar has; the wizard has that of the page.
    return html`<div class="columns">
        <div class="stack" lang="en">
          <h2>The text</h2>
          <p>
            <label for="example">Begin with</label>
            <select id="example" @change=${onChoose}>
              ${examples.map(({ name }) => html`<option>${name}</option>`)}
            </select>
          </p>
          <label for="text">Flow in Markdown</label>
          <textarea
            id="text"
            rows="24"
            spellcheck="false"
            wrap="off"
            lang=${flow.lang}
            .value=${live(text)}
            @input=${onInput}
          ></textarea>
        </div>
        <div class="stack">
          <div class="stack" lang="en">
            <h2>What to change</h2>
            <p id="verdict" role="status">${verdictOn(problems, proof)}</p>
            ${problems.length ? problemList(problems, goTo) : nothing}
            <h2>What people see</h2>
          </div>
          ${
            proof
              ? html`<lucka-document-wizard
                  heading-level="3"
                  .flow=${text}
                ></lucka-document-wizard>`
              : html`<p lang="en">The wizard is shown when the list above is empty.</p>`
          }
        </div>
      </div>
      ${flow.questions.length ? flowGraph(flow) : nothing}`;
  }

  update();
  return host;
}

function verdictOn(problems: readonly FlowProblem[], proof: Proof | undefined): string {
  const count = problems.length;
  if (count) return count === 1 ? 'One thing to change.' : `${count} things to change.`;
  const paths = proof?.paths.toLocaleString('en') ?? '0';
  return `Nothing to change: all ${paths} ways to answer lead to a result.`;
}

const problemList = (
  problems: readonly FlowProblem[],
  goTo: (line: number) => void,
): TemplateResult =>
  html`<ul class="problems">
    ${problems.map(
      ({ line, message }) =>
        html`<li>
          <button type="button" @click=${() => goTo(line)}>Line ${line}</button>
          <span>${message}</span>
        </li>`,
    )}
  </ul>`;
