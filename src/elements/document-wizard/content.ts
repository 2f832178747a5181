import type { Flow } from '../../content/flow/flow.js';
import { loadContent, type ContentLoaders } from '../../content/load.js';

/** The flow that comes with the package. */
const BUILT_IN = 'documents';

/** The flow that comes with the package, or one of the page's content pack: compiled and proved. */
const flowLoaders = (id: string): ContentLoaders<Flow> => ({
  name: `flows/${id}`,
  builtIn: {
    en: () => import('../../../content/flows/documents.en.md?flow'),
    sv: () => import('../../../content/flows/documents.sv.md?flow'),
  },
});

/**
 * A flow in this language, else in English.
 *
 * @param id of a flow in the page's content pack; '' for its only one, or the built-in flow
 */
export const loadFlow = async (id: string, lang: string): Promise<Flow> =>
  (await loadContent(flowLoaders(id || BUILT_IN), lang)).document;

/** The very text of a flow, whose compiled form has no lines. */
export const flowMarkdown = (id: string): ContentLoaders<string> => ({
  name: `flows/${id || BUILT_IN}`,
  builtIn: {
    en: () => import('../../../content/flows/documents.en.md?raw'),
    sv: () => import('../../../content/flows/documents.sv.md?raw'),
  },
});
