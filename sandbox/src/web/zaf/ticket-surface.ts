import { shown, shownField } from '../agent/ticket.ts';
import type { TicketStore } from '../agent/ticket-store.ts';
import { apiPathError } from './surface.ts';
import type { Surface } from './surface.ts';
import {
  assignee,
  group,
  organisation,
  personOf,
  wholeTicket,
  zafComments,
} from './ticket-values.ts';

/** Rules Zendesk leaves open, settable by the page's query string. */
export interface TicketRules {
  /** May apps read the value of a field that is not on the ticket's form? They can never set it. */
  offFormFields: 'readable' | 'missing';
}

/** What `ticket…` and `comment…` paths read, write and do. */
export function ticketSurface(store: TicketStore, rules: TicketRules): Surface {
  const view = () => store.view;
  return {
    ticket: { get: () => wholeTicket(view()) },
    'ticket.id': { get: () => view().ticket.id },
    'ticket.isNew': { get: () => false },
    'ticket.description': { get: () => view().ticket.description },
    'ticket.createdAt': { get: () => view().ticket.created_at },
    'ticket.updatedAt': { get: () => view().ticket.updated_at },
    'ticket.via': { get: () => view().ticket.via },
    'ticket.viewers': { get: () => [] },
    'ticket.form': { get: () => ({ id: view().ticket.ticket_form_id }) },
    'ticket.brand': { get: () => ({ id: view().ticket.brand_id }) },
    'ticket.organization': { get: () => organisation(view()) },
    ...peoplePaths(store),
    ...propertyPaths(store),
    ...commentPaths(store),
    'ticket.customField': customFieldEntry(store, rules),
  };
}

function propertyPaths(store: TicketStore): Surface {
  const surface: Surface = {};
  for (const name of ['subject', 'status', 'priority', 'type', 'tags'] as const) {
    surface[`ticket.${name}`] = {
      get: () => shown(store.view, name),
      set: (value) => store.edit(({ changes }) => Object.assign(changes, { [name]: value })),
    };
  }
  surface['ticket.externalId'] = {
    get: () => shown(store.view, 'external_id'),
    set: (value) => store.edit(({ changes }) => Object.assign(changes, { external_id: value })),
  };
  const change = (edit: (tags: string[], asked: string[]) => string[]) => (params: unknown[]) => {
    const tags = edit(shown(store.view, 'tags'), params.flat().map(String));
    store.edit(({ changes }) => Object.assign(changes, { tags }));
  };
  surface['ticket.tags.add'] = {
    invoke: change((tags, asked) => [...new Set([...tags, ...asked])]),
  };
  surface['ticket.tags.remove'] = {
    invoke: change((tags, asked) => tags.filter((tag) => !asked.includes(tag))),
  };
  return surface;
}

function peoplePaths(store: TicketStore): Surface {
  const person = (id: number | null) => personOf(store.view, id);
  return {
    'ticket.requester': { get: () => person(store.view.ticket.requester_id) },
    'ticket.assignee': { get: () => assignee(store.view) },
    'ticket.assignee.user': { get: () => person(shown(store.view, 'assignee_id')) },
    'ticket.assignee.group': { get: () => group(store.view) },
  };
}

function commentPaths(store: TicketStore): Surface {
  const setText = (text: string) => store.edit((draft) => void (draft.text = text));
  const append = ([text]: unknown[]) =>
    setText([store.view.draft.text, String(text ?? '')].filter(Boolean).join('\n'));
  const appendHtml = ([html]: unknown[]) => append([textOf(String(html ?? ''))]);
  const type = () => (store.view.draft.isPublic ? 'publicReply' : 'internalNote');
  return {
    'ticket.comments': { get: () => zafComments(store.view) },
    'ticket.comment': {
      get: () => ({
        text: store.view.draft.text,
        type: type(),
        useRichText: false,
        attachments: [],
      }),
    },
    'ticket.comment.text': {
      get: () => store.view.draft.text,
      set: (value) => setText(String(value ?? '')),
    },
    'ticket.comment.type': {
      get: type,
      set: (value) => store.edit((draft) => void (draft.isPublic = value !== 'internalNote')),
    },
    'ticket.comment.useRichText': { get: () => false },
    'ticket.comment.attachments': { get: () => [] },
    'ticket.comment.appendText': { invoke: append },
    'ticket.comment.appendMarkdown': { invoke: append },
    'ticket.comment.appendHtml': { invoke: appendHtml },
    'comment.appendText': { invoke: append },
    'comment.appendMarkdown': { invoke: append },
    'comment.appendHtml': { invoke: appendHtml },
  };
}

function customFieldEntry(store: TicketStore, rules: TicketRules): Surface[string] {
  const known = (argument: string, isOffFormEnough: boolean): number => {
    const id = Number(/^custom_field_(\d+)$/.exec(argument)?.[1]);
    const { fields, formFieldIds } = store.view;
    const exists = fields.some((field) => field.id === id);
    if (!exists || !(isOffFormEnough || formFieldIds.has(id))) {
      throw apiPathError(`ticket.customField:${argument}`, `Could not find field ${argument}`);
    }
    return id;
  };
  return {
    get: (argument = '') => {
      const id = known(argument, rules.offFormFields === 'readable');
      return shownField(store.view, id) ?? null;
    },
    set: (value, argument = '') => {
      const id = known(argument, false);
      store.edit(({ fields }) => void (fields[id] = value));
    },
  };
}

const textOf = (html: string) =>
  new DOMParser().parseFromString(html, 'text/html').body.textContent ?? '';
