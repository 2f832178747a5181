import { characterEntities } from 'character-entities';
import { readFlow as read, type FlowReading } from './content/flow/read.js';

/**
 * The wizard's flow language on its own, for editors' tools and tests as well: `lucka/flow.js`. It needs no page; of
 * libraries it uses marked's lexer.
 *
 * @example
 * const { flow, problems } = readFlow(markdown);
 * const proof = proveFlow(flow);
 */
/** Reads a flow from its Markdown, and runs all checks that do not need to follow its paths. Never throws. */
export const readFlow = (markdown: string): FlowReading => read(markdown, characterEntities);
export type { FlowReading };
export { checkFlow } from './content/flow/check.js';
export {
  proveFlow,
  proveInSlices,
  waysToAnswer,
  type Proof,
  type ProofOptions,
} from './content/flow/verify.js';
export { parseCondition } from './content/flow/parse-condition.js';
export type { Answers, Condition } from './content/flow/condition.js';
export { itemsFor, outcomesFor, pathOf, type Path } from './content/flow/path.js';
export { explain as reasonsOf } from './content/flow/explain.js';
export { outlineOf, type Outline } from './content/flow/outline.js';
export type {
  Answer,
  DerivedFact,
  Flow,
  FlowProblem,
  Item,
  Outcome,
  Question,
  Route,
} from './content/flow/flow.js';
