import { fill, h } from '../dom.ts';
import { avatar } from '../agent/chrome.ts';
import { isAboutTicket, onChange } from '../live.ts';
import { richText } from '../rich-text.ts';
import type { User } from '../session.ts';
import { fullTime, shortTime } from '../time.ts';
import { toastError } from '../toast.ts';
import { addComment, readRequest } from './requests.ts';
import type { Author, RequestComment } from './requests.ts';
import { customerStatus } from './status.ts';

/** One request as the customer sees it: the public conversation and a box to reply in; live. */
export async function requestPage(main: HTMLElement, id: number, user: User): Promise<void> {
  const title = h('h1', {});
  const state = h('span', { class: 'state' });
  const list = h('ol', { class: 'talk', 'aria-label': 'Conversation' });
  const announcer = h('div', { class: 'visually-hidden', role: 'status', 'aria-live': 'polite' });
  const form = replyForm(id, user);
  fill(main, h('header', { class: 'request' }, title, state), list, form, announcer);

  const seen = new Set<number>();
  const show = async () => {
    const { request, comments, users } = await readRequest(id);
    fill(title, request.subject);
    fill(state, customerStatus(request.status));
    state.className = `state state-${request.status}`;
    form.hidden = request.status === 'closed';
    const isFirst = seen.size === 0;
    for (const comment of comments.filter((each) => !seen.has(each.id))) {
      seen.add(comment.id);
      const author = users.get(comment.author_id);
      list.append(
        bubble(comment, { author, isOwn: comment.author_id === user.id, isNew: !isFirst }),
      );
      if (isFirst) continue;
      fill(announcer, `New message from ${author?.name ?? 'the shop'}`);
      list.lastElementChild?.scrollIntoView({ block: 'nearest' });
    }
  };
  await show();
  onChange((change) => {
    if (isAboutTicket(change, id)) show().catch(toastError);
  });
}

function replyForm(id: number, user: User): HTMLFormElement {
  const text = h('textarea', { rows: 3, required: true, 'aria-label': 'Your reply' });
  text.placeholder = 'Add to conversation';
  const button = h('button', { class: 'primary' }, 'Send');
  const send = async (event: SubmitEvent) => {
    event.preventDefault();
    if (!text.value.trim()) return;
    button.disabled = true;
    try {
      await addComment(id, text.value);
      text.value = '';
    } catch (error) {
      toastError(error);
    } finally {
      button.disabled = false;
    }
  };
  return h(
    'form',
    { class: 'card reply', onsubmit: send },
    h('div', { class: 'row' }, avatar(user), text),
    h('div', { class: 'actions' }, button),
  );
}

interface BubbleOptions {
  author: Author | undefined;
  isOwn: boolean;
  isNew: boolean;
}

function bubble(comment: RequestComment, { author, isOwn, isNew }: BubbleOptions): HTMLElement {
  const name = author?.name ?? 'Customer service';
  const role = author?.agent ? 'agent' : 'end-user';
  return h(
    'li',
    { class: `bubble ${isOwn ? 'own' : 'theirs'}${isNew ? ' is-new' : ''}` },
    avatar({ id: comment.author_id, name, role }),
    h(
      'article',
      {},
      h(
        'header',
        {},
        h('strong', {}, name),
        h(
          'time',
          { datetime: comment.created_at, title: fullTime(comment.created_at) },
          shortTime(comment.created_at),
        ),
      ),
      h('div', { class: 'text' }, richText(comment.html_body)),
      attachments(comment),
    ),
  );
}

function attachments({ attachments: files = [] }: RequestComment): HTMLElement | undefined {
  if (files.length === 0) return undefined;
  const items = files.map(({ file_name, content_url }) =>
    h('li', {}, h('a', { href: content_url, target: '_blank', rel: 'noreferrer' }, file_name)),
  );
  return h('ul', { class: 'attachments', 'aria-label': 'Attachments' }, ...items);
}
