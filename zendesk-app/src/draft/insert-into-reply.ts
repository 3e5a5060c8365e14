import type { Zendesk } from '../zaf/zendesk.ts';

/** Newer workspaces know the first path, older ones the second. */
const APPEND_TEXT = ['ticket.comment.appendText', 'comment.appendText'];
const APPEND_HTML = ['ticket.comment.appendHtml', 'comment.appendHtml'];

/**
 * Appends `text` to the reply the agent is writing; whether it is public stays theirs to say. Resolves to
 * whether Zendesk took it.
 * https://developer.zendesk.com/api-reference/apps/apps-support-api/all_locations/
 */
export async function insertIntoReply(zendesk: Zendesk, text: string): Promise<boolean> {
  const isRich = await usesRichText(zendesk);
  for (const path of isRich ? APPEND_HTML : APPEND_TEXT) {
    try {
      await zendesk.invoke(path, isRich ? htmlOf(text) : text);
      return true;
    } catch {
      // The next path may be the one this Zendesk knows.
    }
  }
  return false;
}

/** A rich editor drops the line breaks of plain text. */
async function usesRichText(zendesk: Zendesk): Promise<boolean> {
  const path = 'ticket.comment.useRichText';
  try {
    return (await zendesk.get([path]))[path] === true;
  } catch {
    return false;
  }
}

const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

function htmlOf(text: string): string {
  const escaped = text.replace(/[&<>"]/g, (character) => ESCAPES[character]!);
  const paragraphs = escaped.split(/\n{2,}/).map((part) => part.replaceAll('\n', '<br>'));
  return paragraphs.map((part) => `<p>${part}</p>`).join('');
}
