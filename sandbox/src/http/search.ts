import { Router, type Request } from 'express';
import type { Account } from '../account.ts';
import type { Ticket, User } from '../model.ts';
import { canSee } from '../tickets/visibility.ts';
import { agents, userOf } from './caller.ts';
import { ApiError, errorList } from './errors.ts';
import { paginate, param } from './paginate.ts';
import { presentTicket, presentUser } from './present.ts';

/** More results than this cannot be paged through: 422. https://developer.zendesk.com/api-reference/ticketing/ticket-management/search/ */
const MAX_RESULTS = 1000;

export function searchRouter(account: Account): Router {
  const router = Router();

  router.get('/search', agents, (req, res) => {
    const page = Number(param(req, 'page') ?? 1);
    const perPage = Number(param(req, 'per_page') ?? 100);
    if (page * perPage > MAX_RESULTS) {
      const description = 'Invalid search: requested response size was greater than 1000';
      throw new ApiError(422, { error: 'Invalid', description });
    }
    const { items, envelope } = paginate(account, req, find(account, userOf(res), queryOf(req)));
    res.json({ results: items, facets: null, ...envelope });
  });

  router.get('/search/count', agents, (req, res) => {
    res.json({ count: find(account, userOf(res), queryOf(req)).length });
  });

  // By cursor, and only with a type.
  router.get('/search/export', agents, (req, res) => {
    const type = param(req, 'filter[type]');
    if (!type) throw errorList(400, 'MissingParameter', 'filter[type] is required');
    const found = find(account, userOf(res), `type:${type} ${queryOf(req)}`);
    const { items, envelope } = paginate(account, req, found, { alwaysCursor: true });
    res.json({ results: items, facets: null, ...envelope });
  });

  return router;
}

function queryOf(req: Request): string {
  const query = param(req, 'query');
  if (query) return query;
  throw new ApiError(400, { error: 'InvalidParameter', description: 'query is required' });
}

function find(account: Account, viewer: User, query: string): Record<string, unknown>[] {
  const terms = query.match(/"[^"]*"|\S+/g) ?? [];
  const type = terms.find((term) => term.startsWith('type:'))?.slice('type:'.length);
  const rest = terms.filter((term) => !term.startsWith('type:'));
  const tickets = [...account.store.tickets.values()]
    .filter((ticket) => canSee(viewer, ticket) && isIndexed(account, ticket))
    .filter((ticket) => rest.every((term) => ticketMatches(account, ticket, term)))
    .map((ticket) => ({ ...presentTicket(account, ticket), result_type: 'ticket' }));
  const users = [...account.store.users.values()]
    .filter((user) => isIndexed(account, user))
    .filter(({ name, email }) =>
      rest.every((term) => `${name} ${email}`.toLowerCase().includes(term.toLowerCase())),
    )
    .map((user) => ({ ...presentUser(account, user), result_type: 'user' }));
  if (type === 'ticket') return tickets;
  if (type === 'user') return users;
  return [...tickets, ...users];
}

/** The index lags: what was created within the last seconds is not found yet (a switch). */
function isIndexed(account: Account, record: { created_at: string }): boolean {
  const age = account.clock.now() - Date.parse(record.created_at);
  return age >= account.switches.searchLagSeconds * 1000;
}

const RANK = ['new', 'open', 'pending', 'hold', 'solved', 'closed'];

/** `key:value`, `key<value`, `key>value`, or a word of the subject or a comment. */
function ticketMatches(account: Account, ticket: Ticket, term: string): boolean {
  const [, key = '', sign = '', value = ''] = /^(\w+)([:<>])(.+)$/.exec(term) ?? [];
  switch (key) {
    case '': {
      const word = term.replaceAll('"', '').toLowerCase();
      const texts = account.store.comments(ticket.id).map((comment) => comment.plain_body);
      return [ticket.subject, ...texts].some((text) => text.toLowerCase().includes(word));
    }
    case 'status': {
      const difference = RANK.indexOf(ticket.status) - RANK.indexOf(value);
      return sign === ':' ? difference === 0 : sign === '<' ? difference < 0 : difference > 0;
    }
    case 'tags':
      return ticket.tags.includes(value);
    case 'requester':
    case 'requester_id':
      return [
        String(ticket.requester_id),
        account.store.users.get(ticket.requester_id)?.email,
      ].includes(value);
    case 'fieldvalue':
      return Object.values(ticket.values).includes(value);
    case 'created':
    case 'updated': {
      const stamp = Date.parse(key === 'created' ? ticket.created_at : ticket.updated_at);
      const wanted = Date.parse(value);
      return sign === '<' ? stamp < wanted : stamp > wanted;
    }
    default:
      return String(ticket[key as keyof Ticket] ?? '') === value;
  }
}
