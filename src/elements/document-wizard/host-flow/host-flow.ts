import { namedCharactersIn } from '../../../content/character-references.js';
import { checkFlow } from '../../../content/flow/check.js';
import type { Flow, FlowProblem } from '../../../content/flow/flow.js';
import { readFlow } from '../../../content/flow/read.js';
import { withOwnImages } from '../../../content/images.js';
import { MAX_BYTES } from '../../../content/limits.js';
import { loadMarkdown } from '../../../content/load-markdown.js';
import { renderers } from '../../../content/render.js';
import { hostRenderers } from '../../../content/host-renderers.js';
import { requestText } from '../../../services/request.js';
import { isServiceError } from '../../../services/is-service-error.js';

import { flowMarkdown } from '../content.js';

export { readInlineMarkdown } from '../../../content/host-markdown.js';

/** A flow that must not be shown. */
export class BrokenFlowError extends Error {
  override readonly name = 'BrokenFlowError';
  constructor(
    readonly code: string,
    readonly problems: readonly FlowProblem[],
  ) {
    super(problems.map(({ line, message }) => `line ${line}: ${message}`).join('\n'));
  }
}

/** Text of a flow from an address. @throws {BrokenFlowError} */
export async function fetchFlow(address: string, signal: AbortSignal): Promise<string> {
  try {
    return await requestText('wizard: src', address, MAX_BYTES, signal);
  } catch (error) {
    if (!isServiceError(error)) throw error;
    const isUnreadable = error.code === 'wrong-charset';
    const advice = isUnreadable
      ? 'not UTF-8: save the file as UTF-8, or let the server declare its charset'
      : '';
    const rule = isUnreadable ? 'not-utf8' : 'not-loaded';
    const message = [advice, error.message].filter(Boolean).join(': ');
    throw new BrokenFlowError(error.code, [{ line: 0, rule, message }]);
  }
}

/**
 * A flow from the page, read and checked as far as that is quick.
 *
 * @param address where it came from; '' when the page itself held it
 * @throws {BrokenFlowError}
 */
export async function suppliedFlow(given: string | Flow, address = ''): Promise<Flow> {
  const { flow, problems } = await readGiven(given);
  if (problems.length) throw new BrokenFlowError('broken-flow', problems);
  Object.assign(renderers, hostRenderers);
  return withOwnImages(flow, address);
}

const readGiven = async (given: string | Flow) =>
  typeof given === 'string' ? readFlow(given, await namedCharactersIn(given)) : checkedFlow(given);

/** A parsed flow may be anything at all. */
function checkedFlow(flow: Flow): { flow: Flow; problems: readonly FlowProblem[] } {
  try {
    return { flow, problems: checkFlow(flow) };
  } catch (error) {
    const message = `the flow is not what readFlow() gives: ${String(error)}`;
    return { flow, problems: [{ line: 0, rule: 'unreadable', message }] };
  }
}

/**
 * Reads and checks a flow, then proves it a slice of the paths at a time: timers and input of the page run in between. The first
 * pause comes before the paths, since reading alone takes long in WebKit.
 */
export async function validate(
  given: string | Flow | undefined,
  flowId: string,
  lang: string,
): Promise<FlowProblem[]> {
  const source = given ?? (await loadMarkdown(flowMarkdown(flowId), lang));
  const { flow, problems } = await readGiven(source);
  if (problems.length) return [...problems];
  // Only validateFlow() needs it.
  const { proveInSlices } = await import('../../../content/flow/verify.js');
  const slices = proveInSlices(flow);
  for (;;) {
    await new Promise((resume) => setTimeout(resume));
    const until = performance.now() + SLICE;
    do {
      const { done, value } = slices.next();
      if (done) return [...value.problems];
    } while (performance.now() < until);
  }
}

/** Milliseconds: less than what people notice. */
const SLICE = 12;
