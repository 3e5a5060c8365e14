/**
 * Copies what is in `box`. Zendesk's frames may not use the clipboard, so the old way comes second; when that
 * is forbidden too, the text stays selected for the agent's own hand. Resolves to whether it was copied.
 */
export async function copyText(box: HTMLTextAreaElement): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(box.value);
    return true;
  } catch {
    box.focus();
    box.select();
    return document.execCommand('copy');
  }
}
