import type { StoreEvent } from '../agent/ticket-store.ts';
import { shownField } from '../agent/ticket.ts';
import type { TicketView } from '../agent/ticket.ts';
import { personOf, TICKET_PROPERTIES, zafComments } from './ticket-values.ts';

/** A plain event, or a property's new value and the one before. */
export type ZafEvent =
  { name: string; message?: unknown } | { property: string; is: unknown; was: unknown };

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
    .map((name) => changeEvent(name, event.before, view));
}

/**
 * What an app hears when it subscribes to a change event of a ticket that has just been loaded. Comments are left
 * out: they are no field of the form.
 */
export function stateAtLoad(event: string, view: TicketView): unknown {
  const name = /^ticket\.(.+)\.changed$/.exec(event)?.[1] ?? '';
  return isCustomField(name) || name in TICKET_PROPERTIES ? valueOf(name, view) : undefined;
}

function changeEvent(name: string, before: TicketView, view: TicketView): ZafEvent {
  if (name === 'updated') return { name: 'ticket.updated', message: lastWriter(view) };
  return { property: `ticket.${name}`, is: valueOf(name, view), was: valueOf(name, before) };
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
    default:
      return TICKET_PROPERTIES[name]?.(view) ?? null;
  }
}

const isCustomField = (name: string) => /^custom_field_\d+$/.test(name);

const lastWriter = (view: TicketView) => personOf(view, view.comments.at(-1)?.author_id ?? null);
