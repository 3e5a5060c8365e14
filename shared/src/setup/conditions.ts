import type { Condition } from './account-schemas.ts';

/** A condition as text, the same for values of another JSON type. */
export function conditionText({ field, operator, value }: Condition): string {
  return [field, operator || 'is', valueText(value)].filter(Boolean).join(' ');
}

export function conditionsText(conditions: readonly Condition[]): string {
  return conditions.map(conditionText).join(', ') || 'none';
}

export function valueText(value: unknown): string {
  if (Array.isArray(value)) return value.map(valueText).join(' ');
  return value === null || value === undefined ? '' : String(value);
}

/** What is missed by a trigger with a condition too many: a code of `MISSED`, and the words for it. */
export type MissedCode = keyof typeof MISSED;

export const MISSED = {
  first_messages: 'the first message of a ticket',
  follow_ups: 'any message but the first of a ticket',
  customer_comments: 'what customers write',
  agent_comments: 'what agents write, so it may talk over them',
  api_comments: 'comments that come through the API, customers in your own portal among them',
  other_channels: 'tickets from other channels',
  other_brands: 'tickets of other brands',
  other_forms: 'tickets on other forms',
  other_people: "other people's tickets",
  tagged: 'tickets with or without certain tags',
  other_words: 'comments with other words',
  other_statuses: 'tickets in other statuses',
  others: 'tickets that do not meet it',
};

/** Fields by what a condition on them leaves out. */
const MISSED_BY_FIELD: Record<string, MissedCode> = {
  via_id: 'other_channels',
  brand_id: 'other_brands',
  ticket_form_id: 'other_forms',
  assignee_id: 'other_people',
  group_id: 'other_people',
  requester_id: 'other_people',
  organization_id: 'other_people',
  requester_role: 'other_people',
  current_tags: 'tagged',
  comment_includes_word: 'other_words',
  subject_includes_word: 'other_words',
  status: 'other_statuses',
  custom_status_id: 'other_statuses',
};

/** Web service (API): https://developer.zendesk.com/documentation/ticketing/reference-guides/via-types/ */
const VIA_API = '5';

/** What a trigger does not tell of because of this condition. */
export function missedBy({ field, operator, value }: Condition): MissedCode {
  const negated = operator.startsWith('is_not') || operator.startsWith('not_');
  const wanted = valueText(value);
  if (field === 'update_type') {
    return (wanted === 'Create') === negated ? 'first_messages' : 'follow_ups';
  }
  if (field === 'role') {
    const isOnlyCustomers = (wanted === 'end_user') !== negated;
    return isOnlyCustomers ? 'agent_comments' : 'customer_comments';
  }
  if (field === 'current_via_id') {
    return negated && wanted === VIA_API ? 'api_comments' : 'other_channels';
  }
  return MISSED_BY_FIELD[field] ?? 'others';
}
