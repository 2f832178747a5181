/**
 * Puts text on the clipboard. Without the Clipboard API (plain http, a permission denied) it copies the way browsers did
 * before.
 *
 * @param field holds the text, for the older way
 * @returns whether it worked
 */
export async function copy(text: string, field: HTMLTextAreaElement | null): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    field?.focus();
    field?.select();
    return Boolean(field) && document.execCommand('copy');
  }
}
