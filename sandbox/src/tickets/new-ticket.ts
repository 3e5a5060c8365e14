import type { Account } from '../account.ts';
import { invalidBase } from '../http/errors.ts';
import type { Ticket, User } from '../model.ts';
import { newUser } from '../users/new-user.ts';
import type { Actor } from './actor.ts';
import type { TicketInput } from './ticket-input.ts';

/** A ticket before the fields of `input` are applied. A follow-up takes its ticket's place in the talk. */
export function newTicket(account: Account, input: TicketInput, actor: Actor): Ticket {
  const { store, clock } = account;
  const requester = findRequester(account, input, actor.user);
  const source = input.via_followup_source_id
    ? store.tickets.get(Number(input.via_followup_source_id))
    : undefined;
  if (input.via_followup_source_id && source?.status !== 'closed') {
    throw invalidBase('Follow-up source: must be a closed ticket');
  }
  const id = account.ids.nextTicket();
  source?.followup_ids.push(id);
  const form = [...store.ticketForms.values()].find((candidate) => candidate.default);
  const custom = [...store.customStatuses.values()].find(
    (candidate) => candidate.default && candidate.status_category === 'new',
  );
  return {
    id,
    external_id: null,
    via: actor.via,
    created_at: clock.iso(),
    updated_at: clock.iso(),
    generated_timestamp: Math.floor(clock.now() / 1000),
    type: null,
    subject: source ? `Re: ${source.subject}` : '',
    description: '',
    priority: null,
    status: 'new',
    custom_status_id: custom?.id ?? null,
    recipient: input.recipient ?? null,
    requester_id: requester.id,
    submitter_id: input.submitter_id ?? actor.user.id,
    assignee_id: null,
    organization_id: null,
    group_id: [...store.groups.keys()][0] ?? null,
    collaborator_ids: [],
    is_public: true,
    due_at: null,
    tags: [],
    values: {},
    ticket_form_id: form?.id ?? 0,
    brand_id: account.id * 1000,
    from_messaging_channel: input.from_messaging_channel ?? false,
    followup_ids: [],
    statusSince: clock.now(),
  };
}

function findRequester(account: Account, input: TicketInput, actor: User): User {
  if (input.requester_id !== undefined) {
    const found = account.store.users.get(Number(input.requester_id));
    if (!found) throw invalidBase('Requester: is not a known user');
    return found;
  }
  const email = input.requester?.email;
  if (!email) return actor;
  return (
    account.store.userByEmail(email) ??
    newUser(account, { name: input.requester?.name ?? email, email, role: 'end-user' })
  );
}
