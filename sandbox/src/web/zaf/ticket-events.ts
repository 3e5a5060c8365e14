import type { StoreEvent } from '../agent/ticket-store.ts';
import { shown, shownField } from '../agent/ticket.ts';
import type { TicketView } from '../agent/ticket.ts';
import { personOf, zafComments } from './ticket-values.ts';

export interface ZafEvent {
  name: string;
  message?: unknown;
}

export interface EventRules {
  /** Do apps hear of custom fields that the API or a trigger has changed? Zendesk does not say. */
  customFieldEvents: boolean;
}

/** The events that an app hears when the ticket store has changed. */
export function ticketEvents(event: StoreEvent, view: TicketView, rules: EventRules): ZafEvent[] {
  if (event.type !== 'changed') {
    const saved: ZafEvent[] = event.type === 'submit.done' ? [{ name: 'ticket.saved' }] : [];
    return [{ name: `ticket.${event.type}` }, ...saved];
  }
  return event.changed
    .filter((name) => rules.customFieldEvents || event.source === 'agent' || !isCustomField(name))
    .filter((name) => name !== 'updated' || event.source === 'account')
    .map((name) => changeEvent(name, view));
}

/** What an app hears when it subscribes to a change event of a ticket that has just been loaded. */
export function stateAtLoad(event: string, view: TicketView): unknown {
  const name = /^ticket\.(status|tags|custom_field_\d+)\.changed$/.exec(event)?.[1];
  return name && valueOf(name, view);
}

function changeEvent(name: string, view: TicketView): ZafEvent {
  if (name === 'updated') return { name: 'ticket.updated', message: lastWriter(view) };
  return { name: `ticket.${name}.changed`, message: valueOf(name, view) };
}

function valueOf(name: string, view: TicketView): unknown {
  if (isCustomField(name)) {
    return shownField(view, Number(name.slice('custom_field_'.length))) ?? null;
  }
  switch (name) {
    case 'comments':
      return zafComments(view);
    case 'comment.text':
      return view.draft.text;
    case 'comment.type':
      return view.draft.isPublic ? 'publicReply' : 'internalNote';
    case 'assignee':
      return { user: personOf(view, shown(view, 'assignee_id')) };
    default:
      return shown(view, name as 'status');
  }
}

const isCustomField = (name: string) => name.startsWith('custom_field_');

const lastWriter = (view: TicketView) => personOf(view, view.comments.at(-1)?.author_id ?? null);
