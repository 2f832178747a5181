import en from '../../../content/terms/my-page.en.md?digest';
import sv from '../../../content/terms/my-page.sv.md?digest';

/** Digests of the built-in terms: when a server serves the very same text, no parser is loaded. */
export const builtInDigests: Readonly<Record<string, string>> = { en, sv };
