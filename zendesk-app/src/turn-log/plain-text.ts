const LOOKS_LIKE_HTML = /<\/?[a-z][^>]*>/i;
/** After these a new line begins. */
const BLOCKS = 'p, div, li, h1, h2, h3, h4, blockquote, pre, tr';

/**
 * The words of a comment as Zendesk was given it, HTML or not. The parsed document is never shown: it runs no
 * script and loads nothing.
 */
export function plainText(comment: string): string {
  if (!LOOKS_LIKE_HTML.test(comment)) return comment.trim();
  const { body } = new DOMParser().parseFromString(comment, 'text/html');
  body.querySelectorAll('br').forEach((br) => br.replaceWith('\n'));
  body.querySelectorAll(BLOCKS).forEach((block) => block.append('\n'));
  body.querySelectorAll('script, style').forEach((element) => element.remove());
  return (body.textContent ?? '')
    .replace(/[ \t]+/g, ' ')
    .replace(/\s*\n\s*/g, '\n')
    .trim();
}
