import { fill, h } from '../dom.ts';
import { isAboutTicket, onChange } from '../live.ts';
import { allUsers } from '../session.ts';
import { toast, toastError } from '../toast.ts';
import type { ZafHost } from '../zaf-host.ts';
import { stateAtLoad, ticketEvents } from '../zaf/ticket-events.ts';
import type { ZafEvent } from '../zaf/ticket-events.ts';
import { ticketFieldsSurface } from '../zaf/ticket-fields-surface.ts';
import { ticketSurface } from '../zaf/ticket-surface.ts';
import { appsTray } from './apps-tray.ts';
import { hostApp } from './apps.ts';
import type { PageContext } from './apps.ts';
import { showTab } from './chrome.ts';
import { Composer } from './composer.ts';
import { Conversation, viaLabel } from './conversation.ts';
import { hostRules } from './host-rules.ts';
import { Properties } from './properties.ts';
import { statusBadge, statusLabel } from './status.ts';
import { TicketStore } from './ticket-store.ts';
import { shown } from './ticket.ts';
import type { TicketView } from './ticket.ts';

/** One open ticket: properties, conversation, composer, apps; live. */
export async function ticketPage(
  main: HTMLElement,
  ticketId: number,
  page: PageContext,
): Promise<void> {
  const store = await TicketStore.open(ticketId);
  const agents = (await allUsers()).filter(({ role }) => role !== 'end-user');
  const states = {
    hidden: new Set<string>(),
    disabled: new Set<string>(),
    changed: () => properties.show(store.view),
  };
  const hosts = page.apps.map((app) => ({
    app,
    host: hostApp(app, page, {
      location: 'ticket_sidebar',
      context: () => ({ ticketId }),
      atSubscribe: (event) => stateAtLoad(event, store.view),
      surface: { ...ticketSurface(store, hostRules), ...ticketFieldsSurface(store, states) },
    }),
  }));
  const conversation = new Conversation();
  const composer = new Composer(store, (status) => {
    composer.busy = true;
    submit(
      store,
      hosts.map(({ host }) => host),
      status,
    )
      .catch(toastError)
      .finally(() => {
        composer.busy = false;
        composer.show(store.view);
      });
  });
  const properties = new Properties({ store, agents, states });
  const header = h('header', { class: 'ticket-header' });
  const show = () => {
    showHeader(header, store.view);
    properties.show(store.view);
    conversation.show(store.view);
    composer.show(store.view);
  };

  const middle = h(
    'section',
    { class: 'middle', 'aria-label': 'Ticket' },
    header,
    conversation.element,
    composer.element,
  );
  fill(main, properties.element, middle, appsTray(hosts), composer.footer, conversation.announcer);
  main.classList.add('ticket');
  show();

  store.on((event, view) => {
    show();
    for (const told of ticketEvents(event, view, hostRules)) {
      for (const { host } of hosts) tell(host, told);
    }
  });
  onChange((change) => {
    if (isAboutTicket(change, ticketId)) store.refresh().catch(toastError);
  });
}

function tell(host: ZafHost, event: ZafEvent): void {
  if ('property' in event) host.emitChange(event.property, event);
  else host.emit(event.name, event.message);
}

/** Asks the apps first: each may object to the save. */
async function submit(store: TicketStore, hosts: ZafHost[], status: string): Promise<void> {
  const objections = (await Promise.all(hosts.map((host) => host.ask('ticket.save')))).flat();
  if (objections.length > 0) throw new Error(objections.join('\n'));
  await store.submit(status);
  toast(`Ticket #${store.view.ticket.id} has been updated as ${statusLabel(status)}`);
}

function showHeader(header: HTMLElement, view: TicketView): void {
  const { ticket, users } = view;
  showTab(`#${ticket.id} ${ticket.subject}`);
  fill(
    header,
    h('h1', {}, shown(view, 'subject')),
    h(
      'p',
      {},
      statusBadge(ticket.status),
      h('span', {}, `Ticket #${ticket.id}`),
      h('span', {}, users.get(ticket.requester_id)?.name ?? ''),
      h('span', {}, `Via ${viaLabel(ticket.via?.channel)}`),
    ),
  );
}
