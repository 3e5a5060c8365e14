import { read } from '../api.ts';
import { fill, h } from '../dom.ts';
import { isAboutTicket, onChange } from '../live.ts';
import { shortTime } from '../time.ts';
import { allUsers } from '../session.ts';
import { toastError } from '../toast.ts';
import { showTab } from './chrome.ts';
import { statusBadge } from './status.ts';
import type { Ticket } from './ticket.ts';

/** The list of tickets, newest change first, kept up to date. */
export async function ticketsPage(main: HTMLElement): Promise<void> {
  showTab('All tickets');
  const body = h('tbody');
  fill(
    main,
    h(
      'section',
      { class: 'list', 'aria-label': 'Tickets' },
      h('h1', {}, 'All tickets'),
      h('table', {}, head(), body),
    ),
  );
  const show = async () => fill(body, ...(await rows()));
  await show();
  onChange((change) => {
    if (isAboutTicket(change)) show().catch(toastError);
  });
}

function head(): HTMLElement {
  const titles = ['Status', 'Ticket', 'Subject', 'Requester', 'Updated'];
  return h('thead', {}, h('tr', {}, ...titles.map((title) => h('th', { scope: 'col' }, title))));
}

async function rows(): Promise<HTMLElement[]> {
  const [{ tickets }, users] = await Promise.all([
    read<{ tickets: Ticket[] }>('/api/v2/tickets.json?per_page=100'),
    allUsers(),
  ]);
  const names = new Map(users.map(({ id, name }) => [id, name]));
  const newest = tickets.toSorted(
    (a, b) => b.updated_at.localeCompare(a.updated_at) || a.id - b.id,
  );
  return newest.map((ticket) =>
    h(
      'tr',
      {},
      h('td', {}, statusBadge(ticket.status)),
      h('td', {}, `#${ticket.id}`),
      h('td', {}, h('a', { href: `/agent/tickets/${ticket.id}` }, ticket.subject)),
      h('td', {}, names.get(ticket.requester_id) ?? ''),
      h('td', {}, shortTime(ticket.updated_at)),
    ),
  );
}
