import { fill, h } from '../dom.ts';
import type { User } from '../session.ts';
import type { FieldStates } from '../zaf/ticket-fields-surface.ts';
import { avatar } from './chrome.ts';
import { fieldsOnForm, shown, shownField } from './ticket.ts';
import type { TicketField, TicketView } from './ticket.ts';
import type { TicketStore } from './ticket-store.ts';

interface PropertiesOptions {
  store: TicketStore;
  agents: User[];
  states: FieldStates;
}

const TYPES = ['', 'question', 'incident', 'problem', 'task'];
const PRIORITIES = ['', 'low', 'normal', 'high', 'urgent'];

/** The ticket's properties at the left of the conversation. */
export class Properties {
  readonly element = h('aside', { class: 'properties', 'aria-label': 'Ticket properties' });
  readonly #options: PropertiesOptions;

  constructor(options: PropertiesOptions) {
    this.#options = options;
  }

  /** Draws all properties; a control that the agent is typing in is left alone. */
  show(view: TicketView): void {
    if (this.element.contains(document.activeElement) && this.#isTyping()) return;
    fill(
      this.element,
      this.#requester(view),
      this.#assignee(view),
      this.#tags(view),
      this.#choice(view, 'type', TYPES),
      this.#choice(view, 'priority', PRIORITIES),
      ...this.#customFields(view),
    );
  }

  #isTyping(): boolean {
    const active = document.activeElement;
    return active instanceof HTMLTextAreaElement || active instanceof HTMLInputElement;
  }

  #requester({ users, ticket }: TicketView): HTMLElement {
    const user = users.get(ticket.requester_id);
    return h(
      'div',
      { class: 'property' },
      h('span', { class: 'label' }, 'Requester'),
      h('div', { class: 'person' }, user ? avatar(user) : '', user?.name ?? '–'),
    );
  }

  #assignee(view: TicketView): HTMLElement {
    const current = shown(view, 'assignee_id');
    const options = this.#options.agents.map(({ id, name }) =>
      h('option', { value: id, selected: id === current }, name),
    );
    const select = h('select', {}, h('option', { value: '' }, '–'), ...options);
    select.addEventListener('change', () => {
      const assignee_id = select.value ? Number(select.value) : null;
      this.#options.store.edit(({ changes }) => Object.assign(changes, { assignee_id }));
    });
    return labelled('Assignee', select);
  }

  #tags(view: TicketView): HTMLElement {
    const input = h('input', { value: shown(view, 'tags').join(' '), autocomplete: 'off' });
    input.addEventListener('change', () => {
      const tags = input.value.split(/[\s,]+/).filter(Boolean);
      this.#options.store.edit(({ changes }) => Object.assign(changes, { tags }));
    });
    return labelled('Tags', input);
  }

  #choice(view: TicketView, name: 'type' | 'priority', values: string[]): HTMLElement {
    const current = shown(view, name) ?? '';
    const options = values.map((value) =>
      h('option', { value, selected: value === current }, value ? capital(value) : '–'),
    );
    const select = h('select', {}, ...options);
    select.addEventListener('change', () => {
      const value = select.value || null;
      this.#options.store.edit(({ changes }) => Object.assign(changes, { [name]: value }));
    });
    return labelled(capital(name), select);
  }

  #customFields(view: TicketView): HTMLElement[] {
    const { states } = this.#options;
    return fieldsOnForm(view)
      .filter(({ id }) => !states.hidden.has(`custom_field_${id}`))
      .map((field) => this.#customField(view, field));
  }

  #customField(view: TicketView, field: TicketField): HTMLElement {
    const value = String(shownField(view, field.id) ?? '');
    const control = controlFor(field, value);
    control.toggleAttribute(
      'disabled',
      this.#options.states.disabled.has(`custom_field_${field.id}`),
    );
    control.dataset['fieldId'] = String(field.id);
    control.addEventListener('change', () =>
      this.#options.store.edit(({ fields }) => void (fields[field.id] = control.value || null)),
    );
    return labelled(field.title, control);
  }
}

type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

function controlFor({ type, custom_field_options: options }: TicketField, value: string): Control {
  if (type === 'textarea') {
    const area = h('textarea', { rows: 2, spellcheck: 'false' });
    area.value = value;
    return area;
  }
  if (options?.length) {
    const items = options.map((option) =>
      h('option', { value: option.value, selected: option.value === value }, option.name),
    );
    return h('select', {}, h('option', { value: '' }, '–'), ...items);
  }
  return h('input', { value, autocomplete: 'off' });
}

const labelled = (label: string, control: HTMLElement) =>
  h('label', { class: 'property' }, h('span', { class: 'label' }, label), control);

const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1);
