import { Router, type Request } from 'express';
import type { Account } from '../account.ts';
import type { TicketField } from '../model.ts';
import { refuseLocked } from '../requirements/refuse-locked.ts';
import { admins, agents, userOf } from './caller.ts';
import { notFound, recordInvalid } from './errors.ts';
import { paginate, param, usesCursor } from './paginate.ts';
import { readBody } from './read-body.ts';
import { createTicketField, deleteTicketField, writable } from '../tickets/ticket-field.ts';

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
      const fields = all.map((field) => presentField(account, req, field));
      return void res.json({
        ticket_fields: fields,
        next_page: null,
        previous_page: null,
        count: fields.length,
      });
    }
    const { items, envelope } = paginate(account, req, all);
    res.json({
      ticket_fields: items.map((field) => presentField(account, req, field)),
      ...envelope,
    });
  });

  router.post('/ticket_fields', admins, (req, res) => {
    const given = readBody<Partial<TicketField>>(req, 'ticket_field');
    const field = createTicketField(account, given, { creator_user_id: userOf(res).id });
    res.status(201).json({ ticket_field: presentField(account, req, field) });
  });
}

function singleRoutes(router: Router, account: Account): void {
  const { ticketFields } = account.store;

  router.get('/ticket_fields/:id', agents, (req, res) => {
    res.json({ ticket_field: presentField(account, req, find(req.params['id'])) });
  });

  // The type is fixed at creation and agent_can_edit is read-only: both are ignored.
  router.put('/ticket_fields/:id', admins, (req, res) => {
    const field = find(req.params['id']);
    const given = writable(readBody<Partial<TicketField>>(req, 'ticket_field'));
    if (given.title !== undefined && !given.title.trim()) {
      throw recordInvalid({
        title: [{ description: 'Title: cannot be blank', error: 'BlankValue' }],
      });
    }
    Object.assign(field, given, { updated_at: account.clock.iso() });
    field.raw_title = field.title;
    res.json({ ticket_field: presentField(account, req, field) });
  });

  router.delete('/ticket_fields/:id', admins, (req, res) => {
    const field = find(req.params['id']);
    if (!field.removable) {
      throw recordInvalid({ base: [{ description: 'System field: cannot be deleted' }] });
    }
    refuseLocked(account, 'ticket_fields', field.id);
    deleteTicketField(account, field);
    res.status(204).end();
  });

  function find(id: unknown): TicketField {
    const field = ticketFields.get(Number(id));
    if (!field) throw notFound();
    return field;
  }
}

/** Who made it is told with `?creator=true` only. */
function presentField(account: Account, req: Request, field: TicketField) {
  const { creator_user_id, creator_app_name, ...shown } = field;
  return {
    url: `${account.url}/api/v2/ticket_fields/${field.id}.json`,
    ...shown,
    ...(param(req, 'creator') === 'true' && { creator_user_id, creator_app_name }),
  };
}
