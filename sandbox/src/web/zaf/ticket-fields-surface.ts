import { fieldsOnForm } from '../agent/ticket.ts';
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
  const custom = () => fieldsOnForm(store.view);
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
  const describe = ({ id, title, type, custom_field_options: options }: TicketField) => {
    const name = `custom_field_${id}`;
    return {
      name,
      label: title,
      type,
      isVisible: !states.hidden.has(name),
      isEnabled: !states.disabled.has(name),
      optionValues: (options ?? []).map((option) => ({ label: option.name, value: option.value })),
    };
  };
  return {
    ticketFields: { get: (name) => (name ? describe(known(name)) : custom().map(describe)) },
    'ticketFields.hide': mark(states.hidden, true),
    'ticketFields.show': mark(states.hidden, false),
    'ticketFields.disable': mark(states.disabled, true),
    'ticketFields.enable': mark(states.disabled, false),
  };
}
