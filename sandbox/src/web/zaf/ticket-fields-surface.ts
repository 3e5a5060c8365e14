import type { TicketField } from '../agent/ticket.ts';
import type { TicketStore } from '../agent/ticket-store.ts';
import { apiPathError } from './surface.ts';
import type { Surface } from './surface.ts';

/** How the page shows custom fields; apps may hide and lock them. Cosmetic, as in Zendesk. */
export interface FieldStates {
  hidden: Set<string>;
  disabled: Set<string>;
  changed: () => void;
}

/** What `ticketFields…` paths read and do. */
export function ticketFieldsSurface(store: TicketStore, states: FieldStates): Surface {
  const custom = () => store.view.fields.filter(({ removable }) => removable !== false);
  const known = (name: string): TicketField => {
    const field = custom().find(({ id }) => `custom_field_${id}` === name);
    if (!field) throw apiPathError(`ticketFields:${name}`, `Could not find field ${name}`);
    return field;
  };
  const mark = (set: Set<string>, isIn: boolean) => ({
    invoke: (_params: unknown[], name = '') => {
      known(name);
      if (isIn) set.add(name);
      else set.delete(name);
      states.changed();
    },
  });
  const describe = ({ id, title, type }: TicketField) => {
    const name = `custom_field_${id}`;
    const isVisible = !states.hidden.has(name);
    return { name, label: title, type, isVisible, isEnabled: !states.disabled.has(name) };
  };
  const part = (name: 'name' | 'label' | 'type' | 'isVisible' | 'isEnabled') => ({
    get: (field = '') => describe(known(field))[name],
  });
  return {
    ticketFields: { get: (name) => (name ? describe(known(name)) : custom().map(describe)) },
    'ticketFields.name': part('name'),
    'ticketFields.label': part('label'),
    'ticketFields.type': part('type'),
    'ticketFields.isVisible': part('isVisible'),
    'ticketFields.isEnabled': part('isEnabled'),
    'ticketFields.hide': mark(states.hidden, true),
    'ticketFields.show': mark(states.hidden, false),
    'ticketFields.disable': mark(states.disabled, true),
    'ticketFields.enable': mark(states.disabled, false),
  };
}
