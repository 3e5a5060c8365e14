import { fill, h } from '../dom.ts';
import { failurePage } from '../failure-page.ts';
import { onChange } from '../live.ts';
import { ensureUser } from '../session.ts';
import { toast } from '../toast.ts';
import { loadApps } from './apps.ts';
import { appPage } from './app-page.ts';
import { frameOfPage } from './chrome.ts';
import { ticketPage } from './ticket-page.ts';
import { ticketsPage } from './tickets-page.ts';

const subdomain = document.documentElement.dataset['account'] ?? '';

try {
  const user = await ensureUser(
    ({ role }) => role !== 'end-user',
    ({ role }) => role === 'agent',
  );
  const apps = await loadApps();
  const main = h('main', { id: 'main', tabindex: -1 });
  fill(document.body, ...frameOfPage({ user, apps, main }));

  const [, , place, id = ''] = location.pathname.split('/');
  if (place === 'tickets') await ticketPage(main, Number(id), { user, apps, subdomain });
  else if (place === 'apps') await appPage(main, id, { user, apps, subdomain });
  else await ticketsPage(main);
  onChange(({ type }) => {
    if (type === 'app') toast('The installed apps have changed. Reload the page to see them.');
  });
  document.body.dataset['ready'] = 'true';
} catch (error) {
  failurePage(error, {
    title: 'The workspace could not be opened',
    wayOut: { href: location.href, text: 'Try again' },
  });
}
