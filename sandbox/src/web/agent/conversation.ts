import { fill, h } from '../dom.ts';
import { richText } from '../rich-text.ts';
import { fullTime, shortTime } from '../time.ts';
import { avatar } from './chrome.ts';
import type { Comment, TicketView } from './ticket.ts';

/** The ticket's comments. New ones are added, read out, and scrolled to when the end was in view. */
export class Conversation {
  readonly element = h('ol', { class: 'comments', tabindex: 0, 'aria-label': 'Conversation' });
  readonly announcer = h('div', {
    class: 'visually-hidden',
    role: 'status',
    'aria-live': 'polite',
  });
  #shown = new Set<number>();

  show(view: TicketView): void {
    const wasAtEnd = this.#isAtEnd();
    const isFirst = this.#shown.size === 0;
    const added = view.comments.filter(({ id }) => !this.#shown.has(id));
    for (const comment of added) {
      this.#shown.add(comment.id);
      this.element.append(commentItem(comment, view, !isFirst));
    }
    if (added.length === 0) return;
    if (isFirst || wasAtEnd) this.element.scrollTop = this.element.scrollHeight;
    if (!isFirst) this.#announce(added, view);
  }

  #isAtEnd(): boolean {
    const { scrollTop, scrollHeight, clientHeight } = this.element;
    // A few pixels of slack for fractional scrolling.
    return scrollHeight - scrollTop - clientHeight < 40;
  }

  #announce(added: Comment[], view: TicketView): void {
    const lines = added.map((comment) => {
      const kind = comment.public ? 'New reply' : 'New internal note';
      return `${kind} from ${authorName(comment, view)}`;
    });
    fill(this.announcer, lines.join('. '));
  }
}

function commentItem(comment: Comment, view: TicketView, isNew: boolean): HTMLElement {
  const author = view.users.get(comment.author_id);
  const isCustomer = (author?.role ?? 'end-user') === 'end-user';
  const kind = comment.public ? (isCustomer ? 'from-customer' : 'from-staff') : 'note';
  return h(
    'li',
    { class: `comment ${kind}${isNew ? ' is-new' : ''}`, 'data-comment-id': comment.id },
    avatar(author ?? { id: comment.author_id, name: '?', role: 'end-user' }),
    h(
      'article',
      {},
      h(
        'header',
        {},
        h('strong', {}, authorName(comment, view)),
        !comment.public && h('span', { class: 'tag internal' }, 'Internal'),
        h('span', { class: 'via' }, viaLabel(comment.via?.channel)),
        h(
          'time',
          { datetime: comment.created_at, title: fullTime(comment.created_at) },
          shortTime(comment.created_at),
        ),
      ),
      h('div', { class: 'text' }, richText(comment.html_body || '')),
      attachments(comment),
    ),
  );
}

function attachments({ attachments: files = [] }: Comment): HTMLElement | undefined {
  if (files.length === 0) return undefined;
  const items = files.map(({ file_name, content_url }) =>
    h('li', {}, h('a', { href: content_url, target: '_blank', rel: 'noreferrer' }, file_name)),
  );
  return h('ul', { class: 'attachments', 'aria-label': 'Attachments' }, ...items);
}

const authorName = (comment: Comment, view: TicketView) =>
  view.users.get(comment.author_id)?.name ?? `User ${comment.author_id}`;

const VIA: Record<string, string> = {
  web: 'Web',
  api: 'API',
  email: 'Email',
  native_messaging: 'Messaging',
};
export const viaLabel = (channel: string | undefined) => VIA[channel ?? ''] ?? channel ?? '';
