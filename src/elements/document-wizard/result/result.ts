import type { TemplateResult } from 'lit';
import type { Feature } from '../../../shared/lazy-feature.js';
import { printDocument } from '../../../shared/print-document.js';
import { details } from '../../../styles/details.js';
import { summaryList } from '../../../styles/summary-list.js';
import type { RenderEnv } from '../render-env.js';
import { isComplete, type FlowState } from '../state.js';
import { createActions, type ResultDeps } from './actions.js';
import { toPrintDocument, toText } from './exports.js';
import { renderResult } from './result-view.js';
import { resultStyles } from './result.styles.js';

/** The result on screen, as text and on paper. */
export interface Result extends Feature {
  render(state: FlowState, env: RenderEnv): TemplateResult;
  /** The result as plain text; '' before there is one. */
  toText(): string;
  /** Prints the result. Does nothing before there is one. */
  print(): Promise<void>;
}

/** @param root where the document to print stands */
export function createResult(deps: ResultDeps, root: () => Node): Result {
  const { store, lang } = deps;
  const print = async (): Promise<void> => {
    const { state } = store;
    if (state.flow && isComplete(state))
      await printDocument(toPrintDocument(state, lang(), new Date()), root());
  };
  const actions = createActions(deps, print);
  return {
    styles: [details, summaryList, resultStyles],
    render: (state, env) => renderResult(state, env, actions),
    toText: () => {
      const { state } = store;
      return state.flow && isComplete(state) ? toText(state, lang(), new Date()) : '';
    },
    print,
  };
}
