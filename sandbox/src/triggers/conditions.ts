import type { Account } from '../account.ts';
import type { Ticket, User } from '../model.ts';
import type { Condition, Conditions } from '../rule-records.ts';
import { STATUSES } from '../tickets/apply-fields.ts';
import { viaId } from '../tickets/via.ts';
import { compare, includesAny } from './operators.ts';
import type { TicketUpdate } from './update.ts';

/** https://developer.zendesk.com/documentation/ticketing/reference-guides/conditions-reference/ */
export function matches(account: Account, conditions: Conditions, update: Examined): boolean {
  const holds = (condition: Condition) => conditionHolds(account, condition, update);
  return conditions.all.every(holds) && (conditions.any.length === 0 || conditions.any.some(holds));
}

/** What conditions look at. */
export type Examined = Omit<TicketUpdate, 'audit'>;

type Check = (account: Account, condition: Condition, update: Examined) => boolean;

const CHECKS: Record<string, Check> = {
  update_type: (_, { operator, value }, { before }) =>
    compare(operator, now(before ? 'Change' : 'Create'), String(value)) ?? false,
  comment_is_public: (_, condition, update) => commentIs(condition, update),
  comment_includes_word: (_, condition, update) => commentHasWord(condition, update),
  status: (account, condition, update) => statusHolds(account, condition, update),
  custom_status_id: (_, condition, update) => listHolds(condition, update, 'custom_status_id'),
  current_via_id: (_, { operator, value }, { actor }) =>
    compare(operator, now(viaId(actor.via)), String(value)) ?? false,
  via_id: (_, { operator, value }, { ticket }) =>
    compare(operator, now(viaId(ticket.via)), String(value)) ?? false,
  role: (_, condition, { actor }) => roleHolds(condition, actor.user),
  requester_role: (account, condition, { ticket }) =>
    roleHolds(condition, account.store.users.get(ticket.requester_id)),
  current_tags: (_, { operator, value }, { ticket }) =>
    includesAny(ticket.tags, value) === (operator === 'includes' || operator === 'is'),
  ticket_is_public: (_, { operator, value }, { ticket }) =>
    compare(operator, now(ticket.is_public ? 'public' : 'private'), String(value)) ?? false,
};

function conditionHolds(account: Account, condition: Condition, update: Examined): boolean {
  const check = CHECKS[condition.field];
  if (check) return check(account, condition, update);
  return plainHolds(condition, update);
}

/** Fields that are compared as they are: priority, type, assignee, group, custom fields, … */
function plainHolds({ field, operator, value }: Condition, update: Examined): boolean {
  const custom = /^(?:custom_fields|ticket_fields)_(\d+)$/.exec(field)?.[1];
  const read = (ticket: Ticket | undefined): unknown =>
    custom ? ticket?.values[custom] : ticket?.[field as keyof Ticket];
  const pair = { was: read(update.before), is: read(update.ticket), existed: !!update.before };
  return compare(operator, pair, person(value, update)) ?? false;
}

/** `current_user`, `requester_id` and `assignee_id` stand for a person. */
function person(value: unknown, { ticket, actor }: Examined): string {
  if (value === 'current_user') return String(actor.user.id);
  if (value === 'requester_id') return String(ticket.requester_id);
  if (value === 'assignee_id') return String(ticket.assignee_id ?? '');
  return value === null || value === undefined ? '' : String(value);
}

/** Without a comment in the update nothing matches, so that a field-only update sends no echo. */
function commentIs({ operator, value }: Condition, { comment }: Examined): boolean {
  if (!comment) return false;
  const wanted = String(value);
  const holds =
    wanted === 'not_relevant' ||
    (wanted === 'requester_can_see_comment' && comment.public) ||
    String(comment.public) === wanted;
  return operator === 'is_not' ? !holds : holds;
}

function commentHasWord({ operator, value }: Condition, { comment }: Examined): boolean {
  const text = (comment?.plain_body ?? '').toLowerCase();
  const wanted = String(value).toLowerCase();
  if (operator === 'is' || operator === 'is_not') {
    return (comment !== undefined && text.includes(wanted)) === (operator === 'is');
  }
  return includesAny(text.split(/[^\p{L}\p{N}]+/u), wanted) === (operator === 'includes');
}

/** The category: every custom status of it matches. Order for less and greater is as listed by Zendesk. */
function statusHolds(account: Account, condition: Condition, update: Examined): boolean {
  const { operator, value } = condition;
  const wanted = String(value) as (typeof STATUSES)[number];
  const rank = (status: string) => STATUSES.indexOf(status as (typeof STATUSES)[number]);
  if (operator === 'less_than') return rank(update.ticket.status) < rank(wanted);
  if (operator === 'greater_than') return rank(update.ticket.status) > rank(wanted);
  const onCreate = !update.before && operator.includes('value');
  if (onCreate && !account.switches.changedToMatchesCreate) return operator.startsWith('not_');
  const pair = {
    was: update.before?.status,
    is: update.ticket.status,
    existed: update.before !== undefined,
  };
  return compare(operator, pair, wanted) ?? false;
}

function listHolds(condition: Condition, update: Examined, field: 'custom_status_id'): boolean {
  const is = String(update.ticket[field] ?? '');
  if (condition.operator === 'includes') return includesAny([is], condition.value);
  if (condition.operator === 'not_includes') return !includesAny([is], condition.value);
  return plainHolds(condition, update);
}

function roleHolds({ operator, value }: Condition, user: User | undefined): boolean {
  const wanted = String(value);
  const isAgent = user !== undefined && user.role !== 'end-user';
  const holds =
    (/^end[-_]user$/.test(wanted) && !isAgent) ||
    (wanted === 'agent' && isAgent) ||
    (wanted === 'admin' && user?.role === 'admin') ||
    wanted === String(user?.id);
  return operator === 'is_not' ? !holds : holds;
}

function now(is: unknown) {
  return { was: is, is, existed: true };
}
