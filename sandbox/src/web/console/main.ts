import { fill, h, icon } from '../dom.ts';
import { toggleColorScheme } from '../color-scheme.ts';
import { failurePage } from '../failure-page.ts';
import { onChange } from '../live.ts';
import { toastError } from '../toast.ts';
import { readAccount, readDeliveries } from './account.ts';
import type { AccountDescription } from './account.ts';
import { callsList } from './calls.ts';
import { clockControls } from './clock.ts';
import { DeliveryList } from './deliveries.ts';
import { faultControls } from './faults.ts';
import { credentialsTable, peopleTable } from './people.ts';
import { triggersList, webhooksTable } from './rules.ts';
import { switchControls } from './switches.ts';

/** Changes come in bursts; the page is drawn once for each. */
const REDRAW_AFTER_MS = 150;

const deliveries = new DeliveryList();
const parts: Record<string, HTMLElement> = {};
const PARTS: Array<[string, string, (account: AccountDescription) => Node]> = [
  ['people', 'People', peopleTable],
  ['credentials', 'Credentials', credentialsTable],
  ['clock', 'Clock', clockControls],
  ['faults', 'Faults', faultControls],
  ['webhooks', 'Webhooks', webhooksTable],
  ['triggers', 'Triggers', triggersList],
  ['calls', 'Newest API calls', callsList],
  ['switches', 'Switches', switchControls],
];

try {
  const account = await readAccount();
  fill(document.body, banner(account), mainOf());
  await draw(account);
  document.body.dataset['ready'] = 'true';
  let timer: number | undefined;
  onChange(() => {
    clearTimeout(timer);
    timer = setTimeout(() => readAccount().then(draw).catch(toastError), REDRAW_AFTER_MS);
  });
} catch (error) {
  failurePage(error, {
    title: 'The account could not be read',
    wayOut: { href: location.href, text: 'Try again' },
  });
}

async function draw(account: AccountDescription): Promise<void> {
  deliveries.show(await readDeliveries());
  for (const [id, , make] of PARTS) {
    const part = parts[id];
    // A control in use is not taken away from under the pointer.
    if (part && !part.contains(document.activeElement)) fill(part, make(account));
  }
}

function mainOf(): HTMLElement {
  const sections = PARTS.map(([id, title]) => {
    const body = h('div', { class: 'body' });
    parts[id] = body;
    return h('section', { class: `panel ${id}`, 'aria-label': title }, h('h2', {}, title), body);
  });
  return h(
    'main',
    { id: 'main' },
    h(
      'section',
      { class: 'panel deliveries', 'aria-label': 'Webhook deliveries' },
      h('h2', {}, 'Webhook deliveries'),
      deliveries.element,
    ),
    ...sections,
  );
}

function banner({ subdomain, url }: AccountDescription): HTMLElement {
  return h(
    'header',
    { class: 'banner' },
    h(
      'div',
      {},
      h('h1', {}, `Sandbox account “${subdomain}”`),
      h('p', {}, 'A pocket Zendesk on this machine, at ', h('code', {}, url)),
    ),
    h(
      'nav',
      { 'aria-label': 'Pages' },
      h('a', { href: '/agent' }, 'Agent workspace'),
      h('a', { href: '/requests' }, 'Help center'),
      h('a', { href: '/sandbox.json' }, 'JSON'),
    ),
    h(
      'button',
      { class: 'quiet', 'aria-label': 'Switch between light and dark', onclick: toggleColorScheme },
      icon('moon'),
    ),
  );
}
