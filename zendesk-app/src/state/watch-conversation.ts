import type { AppSettings } from '@smart-assistant/shared/app-settings.ts';
import type { Zendesk } from '../zaf/zendesk.ts';
import { SeenStates } from './field-reading.ts';
import type { FieldReading } from './field-reading.ts';
import { readTicket } from './read-ticket.ts';
import type { TicketSnapshot, TicketSource } from './read-ticket.ts';

/** What the sidebar knows about the ticket's conversation right now. */
export type ConversationView =
  | { status: 'loading' }
  | { status: 'not_configured'; problems: (keyof AppSettings)[] }
  | { status: 'failed' }
  | ReadConversation;

export interface ReadConversation {
  status: 'read';
  settings: AppSettings;
  ticket: TicketSnapshot;
  reading: FieldReading;
  /** The last attempt to refresh failed: what is shown may be old. */
  isStale: boolean;
}

export interface ConversationWatch {
  /** Reads the saved ticket again, now. */
  refresh(): Promise<void>;
  /** The server says which state it wrote last; an older one on the ticket was put back by somebody. */
  hearOfNewest(n: number): void;
  stop(): void;
}

/** One save raises several events within milliseconds; one read answers them all. */
const SETTLE_MS = 250;

/**
 * Reads the conversation and keeps reading it as the ticket changes. `show` gets every new view; it is never
 * called after `stop`. No request goes to our server.
 */
export function watchConversation(
  zendesk: Zendesk,
  show: (view: ConversationView) => void,
): ConversationWatch {
  let current: ReadConversation | undefined;
  let newestRead = 0;
  let isStopped = false;
  const seen = new SeenStates();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let stopListening: (() => void) | undefined;

  async function read(source: TicketSource): Promise<void> {
    newestRead += 1;
    const thisRead = newestRead;
    const next = await attempt(source).catch((): ConversationView => {
      return current ? { ...current, isStale: true } : { status: 'failed' };
    });
    if (isStopped || thisRead !== newestRead) return;
    if (next.status === 'read') current = next;
    show(next);
  }

  async function attempt(source: TicketSource): Promise<ConversationView> {
    const { checkSettings, readState } = await import('./verify.ts');
    const checked = checkSettings(zendesk.settings);
    if ('problems' in checked) return { status: 'not_configured', problems: checked.problems };

    const { settings } = checked;
    if (!isStopped) stopListening ??= listen(zendesk, settings.state_field_id, refreshSoon);
    const ticket = await readTicket(zendesk, settings.state_field_id, source);
    const reading = await readState(ticket.fieldValue, {
      publicKey: settings.state_public_key,
      slug: settings.tenant_slug,
      ticketId: ticket.ticketId,
      requesterId: ticket.requesterId,
    });
    return { status: 'read', settings, ticket, reading: seen.judge(reading), isStale: false };
  }

  function refreshSoon(): void {
    clearTimeout(timer);
    timer = setTimeout(() => void read(current ? 'saved' : 'shown'), SETTLE_MS);
  }

  void read('shown');

  return {
    refresh: () => read(current ? 'saved' : 'shown'),
    hearOfNewest(n) {
      const reading = current?.reading;
      if (reading?.status !== 'verified' || n <= reading.state.n) return;
      seen.hearOf(n, reading.state);
      // Most often the ticket has simply not been read since: only what is saved there now tells.
      void read('saved');
    },
    stop() {
      isStopped = true;
      clearTimeout(timer);
      stopListening?.();
    },
  };
}

/** Zendesk does not promise that an open ticket's field follows every write, hence the other events. */
function listen(zendesk: Zendesk, fieldId: string, onChange: () => void): () => void {
  const hide = () => {
    zendesk.invoke(`ticketFields:custom_field_${fieldId}.hide`).catch(() => undefined);
  };
  hide();
  const stops = [
    zendesk.on('ticket.updated', onChange),
    zendesk.on(`ticket.custom_field_${fieldId}.changed`, onChange),
    zendesk.on('ticket.comments.changed', onChange),
    zendesk.on('app.activated', () => {
      hide();
      onChange();
    }),
    // Zendesk draws all fields anew with the form.
    zendesk.on('ticket.form.id.changed', hide),
  ];
  window.addEventListener('online', onChange);
  return () => {
    stops.forEach((stop) => stop());
    window.removeEventListener('online', onChange);
  };
}
