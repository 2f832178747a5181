import { msg } from '@lit/localize';
import type { ComposerDeps } from './composer-deps.js';

/**
 * Copies the text to the clipboard, and says whether it worked. Without the Clipboard API (plain http, a permission denied) it selects
 * the field and uses `document.execCommand('copy')`.
 *
 * @returns whether it worked
 */
export async function copyText({ store, form, context }: ComposerDeps): Promise<boolean> {
  const isCopied = await copyToClipboard(store.state.text, form.area);
  context.announce(
    isCopied ? msg('Your text has been copied.') : msg('Your text could not be copied.'),
    {
      visible: true,
    },
  );
  return isCopied;
}

async function copyToClipboard(text: string, field: HTMLTextAreaElement | null): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    field?.focus();
    field?.select();
    return Boolean(field) && document.execCommand('copy');
  }
}
