import { fill, h, icon } from '../dom.ts';
import { toggleColorScheme } from '../color-scheme.ts';
import { allUsers, signIn } from '../session.ts';
import type { User } from '../session.ts';
import { toastError } from '../toast.ts';
import type { App } from '../zaf/app.ts';

interface ChromeOptions {
  user: User;
  apps: App[];
  main: HTMLElement;
}

/** The parts around every page of the workspace: skip link, navigation strip, top bar. */
export function frameOfPage({ user, apps, main }: ChromeOptions): HTMLElement[] {
  return [
    h('a', { class: 'skip', href: '#main' }, 'Skip to content'),
    navigation(apps),
    h(
      'header',
      { class: 'topbar' },
      h('div', { id: 'tabs', class: 'tabs' }),
      h(
        'button',
        {
          class: 'quiet',
          'aria-label': 'Switch between light and dark',
          onclick: toggleColorScheme,
        },
        icon('moon'),
      ),
      userSwitcher(user, ({ role }) => role !== 'end-user'),
    ),
    main,
  ];
}

function navigation(apps: App[]): HTMLElement {
  const link = (href: string, label: string, picture: Element) =>
    h(
      'a',
      {
        href,
        title: label,
        'aria-label': label,
        'aria-current': isCurrent(href) ? 'page' : false,
      },
      picture,
    );
  const navBarApps = apps.filter(({ locations }) => locations['nav_bar']);
  return h(
    'nav',
    { class: 'strip', 'aria-label': 'Workspace' },
    h('span', { class: 'brand', 'aria-hidden': 'true' }, 'P'),
    link('/agent', 'Tickets', icon('views')),
    ...navBarApps.map((app) => link(`/agent/apps/${app.appId}`, app.name, appIcon(app))),
    h('span', { class: 'gap' }),
    link('/requests', 'Help center, as a customer', icon('customer')),
    link('/sandbox', 'Sandbox', icon('sandbox')),
  );
}

/**
 * The app's `assets/icon_nav_bar.svg` in the colour of the strip; a plain one until it is there, and for apps
 * without. Drawn as a mask: no markup of the app comes into this page.
 * https://developer.zendesk.com/documentation/apps/app-developer-guide/styling/
 */
function appIcon({ assetUrlPrefix }: App): HTMLElement {
  const box = h('span', { class: 'app-icon' }, icon('apps'));
  const picture = new Image();
  picture.crossOrigin = 'anonymous';
  picture.addEventListener('load', () => {
    box.replaceChildren();
    box.style.maskImage = `url("${picture.src}")`;
  });
  picture.src = new URL('icon_nav_bar.svg', assetUrlPrefix).href;
  return box;
}

function isCurrent(href: string): boolean {
  if (href === '/agent') return /^\/agent(\/tickets\/|$)/.test(location.pathname);
  return location.pathname === href;
}

/** A list of everybody who fits; choosing one signs them in and loads the page anew. */
export function userSwitcher(user: User, fits: (user: User) => boolean): HTMLElement {
  const select: HTMLSelectElement = h(
    'select',
    { 'aria-label': 'Signed in as', onchange: () => switchTo(Number(select.value)) },
    h('option', { value: user.id }, labelOf(user)),
  );
  allUsers()
    .then((users) => {
      const options = users.filter(fits).map((other) => {
        const selected = other.id === user.id;
        return h('option', { value: other.id, selected }, labelOf(other));
      });
      fill(select, ...options);
    })
    .catch(toastError);
  return h('label', { class: 'user' }, avatar(user), select);
}

function switchTo(userId: number): void {
  signIn(userId)
    .then(() => location.reload())
    .catch(toastError);
}

const labelOf = ({ name, role }: User) => (role === 'end-user' ? name : `${name} (${role})`);

/** Initials on a colour of the person's own. */
export function avatar({ id, name, role }: Pick<User, 'id' | 'name' | 'role'>): HTMLElement {
  const initials = name
    .split(/\s+/)
    .map((word) => word[0] ?? '')
    .slice(0, 2)
    .join('');
  const tone = role === 'end-user' ? `customer tone-${id % 5}` : 'staff';
  return h('span', { class: `avatar ${tone}`, 'aria-hidden': 'true' }, initials.toUpperCase());
}

/** Names the open ticket in the tab strip. */
export function showTab(label: string): void {
  const tabs = document.querySelector('#tabs');
  if (tabs) fill(tabs, h('span', { class: 'tab' }, label));
  document.title = `${label} – Agent workspace`;
}
