import { fill, h } from '../dom.ts';
import { failurePage } from '../failure-page.ts';
import { currentUser, ensureUser, requesterOf, signIn } from '../session.ts';
import type { User } from '../session.ts';
import { userSwitcher } from '../agent/chrome.ts';
import { articlePage, articlesPage } from './articles-pages.ts';
import { newRequestPage } from './new-request-page.ts';
import { requestPage } from './request-page.ts';
import { requestsPage } from './requests-page.ts';

const DEFAULT_LOCALE = 'en-us';
const isCustomer = ({ role }: User) => role === 'end-user';

try {
  const [, area = '', place = '', ...rest] = location.pathname.split('/');
  const isHelp = area === 'hc';
  const user = await customerFor(isHelp ? undefined : Number(place) || undefined);
  const main = h('main', { id: 'main', tabindex: -1 });
  fill(
    document.body,
    h('a', { class: 'skip', href: '#main' }, 'Skip to content'),
    banner(user),
    main,
  );

  const [, article] = rest;
  if (isHelp && article) await articlePage(main, place, article);
  else if (isHelp) await articlesPage(main, place || DEFAULT_LOCALE);
  else if (place === 'new') newRequestPage(main);
  else if (place) await requestPage(main, Number(place), user);
  else await requestsPage(main);
  document.body.dataset['ready'] = 'true';
} catch (error) {
  failurePage(error, {
    title: 'This page could not be opened',
    wayOut: { href: '/requests', text: 'My requests' },
  });
}

/** Signs in whoever wrote the request; the sandbox asks nobody for a password. */
async function customerFor(requestId: number | undefined): Promise<User> {
  if (requestId === undefined) return ensureUser(isCustomer);
  const requesterId = await requesterOf(requestId);
  const current = await currentUser();
  if (current?.id === requesterId) return current;
  await signIn(requesterId);
  return ensureUser(({ id }) => id === requesterId);
}

function banner(user: User): HTMLElement {
  const shop = document.documentElement.dataset['account'] ?? '';
  return h(
    'header',
    { class: 'banner' },
    h('a', { class: 'shop', href: '/requests' }, shop.charAt(0).toUpperCase() + shop.slice(1)),
    h(
      'nav',
      { 'aria-label': 'Help center' },
      h('a', { href: '/hc' }, 'Articles'),
      h('a', { href: '/requests' }, 'My requests'),
      h('a', { href: '/requests/new' }, 'Submit a request'),
    ),
    userSwitcher(user, isCustomer),
  );
}
