import { Router } from 'express';
import type { Account } from '../account.ts';
import type { TicketField } from '../model.ts';
import { admins, agents, userOf } from './caller.ts';
import { notFound, recordInvalid } from './errors.ts';
import { paginate, usesCursor } from './paginate.ts';
import { readBody } from './read-body.ts';
import { newTicketField, WRITABLE } from '../tickets/ticket-field.ts';

const TYPES = [
  'text',
  'textarea',
  'checkbox',
  'date',
  'integer',
  'decimal',
  'regexp',
  'partialcreditcard',
  'multiselect',
  'tagger',
  'lookup',
];

/** https://developer.zendesk.com/api-reference/ticketing/tickets/ticket_fields/ */
export function ticketFieldsRouter(account: Account): Router {
  const router = Router();
  listRoutes(router, account);
  singleRoutes(router, account);
  return router;
}

function listRoutes(router: Router, account: Account): void {
  const { ticketFields } = account.store;

  // Without page[…] the whole list comes, unpaginated.
  router.get('/ticket_fields', (req, res) => {
    const isEndUser = userOf(res).role === 'end-user';
    const all = [...ticketFields.values()].filter((field) => !isEndUser || field.visible_in_portal);
    if (!usesCursor(req)) {
      const fields = all.map((field) => presentField(account, field));
      return void res.json({
        ticket_fields: fields,
        next_page: null,
        previous_page: null,
        count: fields.length,
      });
    }
    const { items, envelope } = paginate(account, req, all);
    res.json({ ticket_fields: items.map((field) => presentField(account, field)), ...envelope });
  });

  router.post('/ticket_fields', admins, (req, res) => {
    const given = readBody<Partial<TicketField>>(req, 'ticket_field');
    const type = given.type ?? 'text';
    if (!TYPES.includes(type)) {
      throw recordInvalid({ type: [{ description: `Type: ${type} is invalid` }] });
    }
    if (!given.title?.trim()) {
      throw recordInvalid({
        title: [{ description: 'Title: cannot be blank', error: 'BlankValue' }],
      });
    }
    const field = newTicketField(account, { ...pick(given), type, title: given.title });
    field.creator_user_id = userOf(res).id;
    res.status(201).json({ ticket_field: presentField(account, field) });
  });
}

function singleRoutes(router: Router, account: Account): void {
  const { ticketFields, tickets, ticketForms } = account.store;

  router.get('/ticket_fields/:id', agents, (req, res) => {
    res.json({ ticket_field: presentField(account, find(req.params['id'])) });
  });

  // The type is fixed at creation and agent_can_edit is read-only: both are ignored.
  router.put('/ticket_fields/:id', admins, (req, res) => {
    const field = find(req.params['id']);
    const given = pick(readBody<Partial<TicketField>>(req, 'ticket_field'));
    if (given.title !== undefined && !given.title.trim()) {
      throw recordInvalid({
        title: [{ description: 'Title: cannot be blank', error: 'BlankValue' }],
      });
    }
    Object.assign(field, given, { updated_at: account.clock.iso() });
    field.raw_title = field.title;
    res.json({ ticket_field: presentField(account, field) });
  });

  router.delete('/ticket_fields/:id', admins, (req, res) => {
    const field = find(req.params['id']);
    if (!field.removable) {
      throw recordInvalid({ base: [{ description: 'System field: cannot be deleted' }] });
    }
    ticketFields.delete(field.id);
    for (const ticket of tickets.values()) {
      const kept = Object.entries(ticket.values).filter(([id]) => id !== String(field.id));
      ticket.values = Object.fromEntries(kept);
    }
    for (const form of ticketForms.values()) {
      form.ticket_field_ids = form.ticket_field_ids.filter((id) => id !== field.id);
    }
    res.status(204).end();
  });

  function find(id: unknown): TicketField {
    const field = ticketFields.get(Number(id));
    if (!field) throw notFound();
    return field;
  }
}

function presentField(account: Account, field: TicketField) {
  return { url: `${account.url}/api/v2/ticket_fields/${field.id}.json`, ...field };
}

function pick(given: Partial<TicketField>): Partial<TicketField> {
  const entries = Object.entries(given).filter(([key]) => WRITABLE.has(key));
  return Object.fromEntries(entries) as Partial<TicketField>;
}
