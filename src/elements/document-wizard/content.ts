import type { Flow } from '../../content/flow/flow.js';

/** The flow that comes with the package, compiled and proved: one lazy import a language. */
const builtInFlows: Readonly<Record<string, (() => Promise<{ default: Flow }>) | undefined>> = {
  en: () => import('../../../content/identity/documents.en.md?flow'),
  sv: () => import('../../../content/identity/documents.sv.md?flow'),
};

/** The built-in flow in this language, else in English. */
export async function loadBuiltInFlow(lang: string): Promise<Flow | undefined> {
  const load = Object.hasOwn(builtInFlows, lang) ? builtInFlows[lang] : builtInFlows['en'];
  return (await load?.())?.default;
}
