import sanitizeHtml from 'sanitize-html';

/**
 * The three renderings of a comment: body, html_body, plain_body.
 * https://developer.zendesk.com/api-reference/ticketing/tickets/ticket_comments/
 */
export interface CommentText {
  body: string;
  html_body: string;
  plain_body: string;
}

const ALLOWED: sanitizeHtml.IOptions = {
  allowedTags: [...sanitizeHtml.defaults.allowedTags, 'img'],
  allowedAttributes: { a: ['href', 'title'], img: ['src', 'alt'], '*': ['style', 'dir', 'class'] },
};

export function fromBody(body: string): CommentText {
  return { body, html_body: wrap(textToHtml(body)), plain_body: body };
}

/** Text that CSS hides stays in body and plain_body: only html_body shows that a reader cannot see it. */
export function fromHtml(html: string): CommentText {
  const clean = sanitizeHtml(html, ALLOWED);
  const text = htmlToText(clean);
  return { body: text, html_body: wrap(clean), plain_body: text };
}

function wrap(html: string): string {
  return `<div class="zd-comment" dir="auto">${html}</div>`;
}

function textToHtml(text: string): string {
  return text
    .split(/\n{2,}/)
    .map((paragraph) => `<p dir="auto">${inline(paragraph)}</p>`)
    .join('');
}

/** The part of Markdown that agents use: bold, italic, code, links, bare URLs. */
function inline(text: string): string {
  return escapeHtml(text)
    .replace(/\*\*([^*\n]+)\*\*/g, '<strong>$1</strong>')
    .replace(/`([^`\n]+)`/g, '<code>$1</code>')
    .replace(/\[([^\]\n]+)\]\((https?:\/\/[^\s)]+)\)/g, '<a href="$2">$1</a>')
    .replace(/(^|\s)(https?:\/\/[^\s<]+)/g, '$1<a href="$2">$2</a>')
    .replace(/\n/g, '<br>');
}

export function htmlToText(html: string): string {
  const spaced = html
    .replace(/<br\s*\/?>/gi, '\n')
    .replace(/<li[^>]*>/gi, '* ')
    .replace(/<\/li>/gi, '\n')
    .replace(/<\/(p|div|h\d|ul|ol|tr|blockquote)>/gi, '\n\n');
  return unescapeHtml(sanitizeHtml(spaced, { allowedTags: [], allowedAttributes: {} }))
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

function escapeHtml(text: string): string {
  return text
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;');
}

function unescapeHtml(text: string): string {
  return text
    .replace(/&nbsp;/g, ' ')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&#39;/g, "'")
    .replace(/&amp;/g, '&');
}
