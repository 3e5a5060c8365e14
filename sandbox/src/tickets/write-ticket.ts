import type { Account } from '../account.ts';
import { publishTicketEvents } from '../delivery/ticket-events.ts';
import { recordInvalid, updateConflict } from '../http/errors.ts';
import type { Audit, AuditEvent, Comment, Metadata, Ticket } from '../model.ts';
import { runTriggers } from '../triggers/engine.ts';
import type { Actor } from './actor.ts';
import { applyFields, setStatus } from './apply-fields.ts';
import { buildComment } from './comment.ts';
import { diffEvents } from './diff.ts';
import { newTicket } from './new-ticket.ts';
import { checkSolve } from './required-on-solve.ts';
import type { TicketInput } from './ticket-input.ts';

export interface Written {
  ticket: Ticket;
  audit: Audit;
  comment: Comment | undefined;
}

/** `POST /api/v2/tickets`. */
export function createTicket(account: Account, input: TicketInput, actor: Actor): Written {
  const draft = newTicket(account, input, actor);
  return write(account, { before: undefined, draft, input: withDescription(input), actor });
}

/** `PUT /api/v2/tickets/{id}`: one audit, one run of the triggers. Throws ApiError and then nothing is kept. */
export function updateTicket(
  account: Account,
  ticket: Ticket,
  input: TicketInput,
  actor: Actor,
): Written {
  refuseClosed(ticket);
  refuseOutdated(ticket, input);
  const before = structuredClone(ticket);
  return write(account, { before, draft: structuredClone(ticket), input, actor });
}

interface Write {
  before: Ticket | undefined;
  draft: Ticket;
  input: TicketInput;
  actor: Actor;
}

function write(account: Account, { before, draft, input, actor }: Write): Written {
  applyFields(account, draft, input, actor.user);
  const audit = newAudit(account, { draft, input, actor });
  const comment = input.comment
    ? buildComment(account, {
        ticket: draft,
        input: input.comment,
        actor: actor.user,
        via: actor.via,
        auditId: audit.id,
        metadata: audit.metadata,
      })
    : undefined;
  if (before && comment) reopen(account, { before, draft, comment, input });
  checkSolve(account, { before, draft }, { actor: actor.user, via: actor.via });
  if (!before) describe(draft, comment);
  if (comment) audit.events.push(commentEvent(comment));
  audit.events.push(...diffEvents(account, { before, after: draft }));
  keep(account, { draft, audit, comment });
  const update = { ticket: draft, before, comment, actor, audit };
  if (!actor.silent) runTriggers(account, update);
  touch(account, draft, audit);
  publishTicketEvents(account, update);
  account.events.emit({ type: before ? 'ticket.changed' : 'ticket.created', ticketId: draft.id });
  return { ticket: draft, audit, comment };
}

/** The reply of the requester reopens; https://support.zendesk.com/hc/en-us/articles/4408832558874 */
function reopen(
  account: Account,
  { before, draft, comment, input }: Omit<Write, 'actor'> & { comment: Comment },
): void {
  const author = account.store.users.get(comment.author_id);
  const waits = ['pending', 'hold', 'solved'].includes(before?.status ?? '');
  if (author?.role === 'end-user' && waits && input.status === undefined && comment.public) {
    setStatus(account, draft, 'open');
  }
}

function newAudit(account: Account, write: Omit<Write, 'before'>): Audit {
  const metadata: Metadata = {
    system: {
      client: write.actor.via.channel === 'web' ? 'Mozilla/5.0 (sandbox)' : 'API client',
      ip_address: '203.0.113.7',
      location: 'Lisbon, 11, Portugal',
      latitude: 38.7219,
      longitude: -9.1398,
    },
    custom: write.input.metadata ?? {},
  };
  const audits = account.store.audits(write.draft.id);
  return {
    id: account.ids.nextInLine(account.switches.ids, audits.at(-1)?.id),
    ticket_id: write.draft.id,
    created_at: account.clock.iso(),
    author_id: write.actor.user.id,
    via: write.actor.via,
    metadata,
    events: [],
  };
}

function commentEvent(comment: Comment): AuditEvent {
  const { id, body, html_body, plain_body, author_id, attachments } = comment;
  const shownAttachments = attachments.map(({ bytes: _, ...shown }) => shown);
  return {
    id,
    type: 'Comment',
    public: comment.public,
    body,
    html_body,
    plain_body,
    author_id,
    attachments: shownAttachments,
    audit_id: comment.audit_id,
  };
}

function keep(
  account: Account,
  written: { draft: Ticket; audit: Audit; comment: Comment | undefined },
): void {
  const { draft, audit, comment } = written;
  account.store.tickets.set(draft.id, draft);
  if (comment) account.store.comments(draft.id).push(comment);
  if (audit.events.length > 0) account.store.audits(draft.id).push(audit);
}

/** `updated_at` moves only with a ticket event, `generated_timestamp` on every update. */
function touch(account: Account, ticket: Ticket, audit: Audit): void {
  ticket.generated_timestamp = Math.floor(account.clock.now() / 1000);
  if (audit.events.length > 0) ticket.updated_at = account.clock.iso();
}

function describe(draft: Ticket, comment: Comment | undefined): void {
  draft.description = comment?.plain_body ?? '';
  draft.is_public = comment?.public ?? true;
}

function withDescription(input: TicketInput): TicketInput {
  if (input.comment || !input.description) return input;
  return { ...input, comment: { body: input.description } };
}

/** https://developer.zendesk.com/api-reference/ticketing/tickets/tickets/: a closed ticket takes no update. */
function refuseClosed(ticket: Ticket): void {
  if (ticket.status !== 'closed') return;
  throw recordInvalid({ status: [{ description: 'Status: closed prevents ticket update' }] });
}

/** `safe_update: false` has the same effect as true; stamps are compared as instants. */
function refuseOutdated(ticket: Ticket, input: TicketInput): void {
  if (input.safe_update === undefined) return;
  if (Date.parse(input.updated_stamp ?? '') !== Date.parse(ticket.updated_at)) {
    throw updateConflict();
  }
}
