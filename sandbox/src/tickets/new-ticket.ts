import type { Account } from '../account.ts';
import { invalidBase } from '../http/errors.ts';
import type { Ticket, User } from '../model.ts';
import { newUser } from '../users/new-user.ts';
import type { Actor } from './actor.ts';
import type { TicketInput } from './ticket-input.ts';
import { viaFollowUp } from './via.ts';

/**
 * A ticket before the fields of `input` are applied. A follow-up takes most values of its closed ticket along, not
 * its priority, type, group and assignee: https://support.zendesk.com/hc/en-us/articles/8421655952026
 */
export function newTicket(account: Account, input: TicketInput, actor: Actor): Ticket {
  const { store, clock, switches } = account;
  const requester = findRequester(account, input, actor.user);
  const source = followedUp(account, input);
  const id = account.ids.nextTicket();
  source?.followup_ids.push(id);
  const form = [...store.ticketForms.values()].find((candidate) => candidate.default);
  const custom = [...store.customStatuses.values()].find(
    (candidate) => candidate.default && candidate.status_category === 'new',
  );
  return {
    id,
    external_id: null,
    via: source ? viaFollowUp(actor.via, source) : actor.via,
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
    organization_id: source?.organization_id ?? null,
    group_id: [...store.groups.keys()][0] ?? null,
    collaborator_ids: [],
    is_public: true,
    due_at: null,
    tags: [...(source?.tags ?? [])],
    values:
      switches.followUpCopies === 'tags-and-fields' ? structuredClone(source?.values ?? {}) : {},
    ticket_form_id: source?.ticket_form_id ?? form?.id ?? 0,
    brand_id: account.id * 1000,
    from_messaging_channel: input.from_messaging_channel ?? false,
    followup_ids: [],
    statusSince: clock.now(),
  };
}

/** https://developer.zendesk.com/documentation/ticketing/managing-tickets/creating-and-updating-tickets: else no effect. */
function followedUp({ store }: Account, input: TicketInput): Ticket | undefined {
  const source = store.tickets.get(Number(input.via_followup_source_id));
  return source?.status === 'closed' ? source : undefined;
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
