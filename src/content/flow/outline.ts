import { plainText } from '../document.js';
import type { Flow } from './flow.js';
import { formatCondition } from './format-condition.js';

/** A flow as a graph: its links, with their conditions. */
export interface Outline {
  readonly nodes: readonly OutlineNode[];
  readonly edges: readonly OutlineEdge[];
}

export interface OutlineNode {
  /** The id of a question, or of the result. */
  readonly id: string;
  readonly title: string;
  /** Titles that depend on earlier answers, each with its condition as written in the file. */
  readonly titles?: readonly { readonly title: string; readonly condition: string }[];
}

export interface OutlineEdge {
  readonly from: string;
  readonly to: string;
  /** The answers that lead there; empty if any answer does. */
  readonly answers: readonly string[];
  /** The condition of the route, as written in the file; '' if there is none. */
  readonly condition: string;
}

/** The graph of a flow, in the order of its file: one edge for each pair of question and target, or route. */
export function outlineOf(flow: Flow): Outline {
  const nodes = [
    ...flow.questions.map(({ id, title, titles }) => ({
      ...{ id, title },
      ...(titles && {
        titles: titles.map((each) => ({
          title: each.title,
          condition: formatCondition(each.if),
        })),
      }),
    })),
    { id: flow.result, title: 'Result' },
  ];
  const edges = flow.questions.flatMap(({ id, answers, routes }) => {
    const goals = [...new Set(answers.flatMap(({ to }) => to ?? []))];
    const direct = goals.map((to) => ({
      ...{ from: id, to, condition: '' },
      answers: answers.filter((answer) => answer.to === to).map(({ label }) => plainText(label)),
    }));
    const routed = routes.map(({ to, if: condition }) => ({
      ...{ from: id, to, answers: [] },
      condition: condition ? formatCondition(condition) : '',
    }));
    return [...direct, ...routed];
  });
  return { nodes, edges };
}
