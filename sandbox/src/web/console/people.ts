import { h } from '../dom.ts';
import { avatar } from '../agent/chrome.ts';
import type { AccountDescription } from './account.ts';

/** Everybody in the account, with what they wrote last. */
export function peopleTable({ users, tickets }: AccountDescription): HTMLElement {
  const rows = users.map((user) => {
    const own = tickets.filter(({ requester_id: id }) => id === user.id);
    const links = own
      .slice(0, 4)
      .map(({ id }) => h('a', { href: `/agent/tickets/${id}` }, `#${id}`));
    return h(
      'tr',
      {},
      h(
        'td',
        {},
        h(
          'span',
          { class: 'who' },
          avatar(user),
          h('span', {}, user.name, h('br'), h('code', {}, user.email)),
        ),
      ),
      h('td', {}, user.suspended ? `${user.role}, suspended` : user.role),
      h('td', { class: 'links' }, ...links, own.length > 4 && `+${own.length - 4}`),
    );
  });
  const titles = ['Name', 'Role', 'Tickets'];
  const head = h('thead', {}, h('tr', {}, ...titles.map((t) => h('th', { scope: 'col' }, t))));
  return h(
    'div',
    { class: 'scroll', tabindex: 0, role: 'group', 'aria-label': 'Names and tickets' },
    h('table', {}, head, h('tbody', {}, ...rows)),
  );
}

/** What a client needs to sign in to the API. Nothing here is secret outside this machine. */
export function credentialsTable({ credentials, url }: AccountDescription): HTMLElement {
  const { clientId, clientSecret, admin } = credentials;
  const rows: Array<[string, string]> = [
    ['Account', url],
    ['OAuth client id', clientId],
    ['OAuth client secret', clientSecret],
    ['Admin e-mail', admin.email],
    ['API token (legacy)', admin.apiToken],
  ];
  const entries = rows.flatMap(([name, value]) => [
    h('dt', {}, name),
    h('dd', {}, h('code', {}, value || '–')),
  ]);
  return h('dl', {}, ...entries);
}
