import type { Condition, Conditions } from '@smart-assistant/shared/setup/account-schemas.ts';
import { leavesNothingOut } from '@smart-assistant/shared/setup/condition-fault.ts';
import { conditionText, valueText } from '@smart-assistant/shared/setup/conditions.ts';
import type { ChangedTicket } from '../zendesk/schemas.ts';

/** Whether something holds; undefined when the export does not say for certain. */
type Certainty = boolean | undefined;

/** Hold whenever somebody writes a public comment: no other can be written on such tickets, or on no others. */
const ALWAYS = [
  'comment_is_public is true',
  'comment_is_public is requester_can_see_comment',
  'comment_is_public is not_relevant',
  'comment_is_public is_not false',
  'ticket_is_public is public',
  'ticket_is_public is_not private',
  'status less_than closed',
  'status is_not closed',
];
const NEVER = ['comment_is_public is false', 'comment_is_public is_not true'];

/**
 * Channels that have one name and one number. Others share a name: `web` is the web form, the widget and follow-ups.
 * https://developer.zendesk.com/documentation/ticketing/reference-guides/via-types/
 */
const VIA_IDS: Record<string, string> = { email: '4', api: '5' };

/** What a ticket has, where a condition compares it by its id; undefined where the export does not say. */
const ID_OF: Record<string, (ticket: ChangedTicket) => string | null | undefined> = {
  brand_id: ({ brandId }) => brandId,
  group_id: ({ groupId }) => groupId,
  ticket_form_id: ({ formId }) => formId,
  via_id: ({ viaChannel }) => VIA_IDS[viaChannel ?? ''],
};

/** Whether one of these triggers' conditions is met by a public comment on a ticket as it is now. */
export function reaches(triggers: readonly Conditions[], ticket: ChangedTicket): Certainty {
  return some(triggers.map((conditions) => meets(conditions, ticket)));
}

function meets({ all, any }: Conditions, ticket: ChangedTicket): Certainty {
  const holds = (condition: Condition) => conditionHolds(condition, ticket);
  const anyHolds = any.length === 0 || leavesNothingOut(any) || some(any.map(holds));
  return every([...all.map(holds), anyHolds]);
}

function conditionHolds(condition: Condition, ticket: ChangedTicket): Certainty {
  const text = conditionText(condition);
  if (ALWAYS.includes(text)) return true;
  if (NEVER.includes(text)) return false;
  const { field, operator, value } = condition;
  if (field === 'current_tags') return tagsHold(operator, valueText(value), ticket.tags);
  return idHolds(operator, valueText(value), ID_OF[field]?.(ticket));
}

function tagsHold(operator: string, wanted: string, tags: readonly string[]): Certainty {
  const hasOne = wanted.split(/\s+/).some((tag) => tags.includes(tag));
  if (operator === 'includes') return hasOne;
  return operator === 'not_includes' ? !hasOne : undefined;
}

/** `is` and `is_not` alone: "changed to" and its like are about the update. A word, `current_groups`, is no id. */
function idHolds(operator: string, wanted: string, id: string | null | undefined): Certainty {
  if (id === undefined || !/^\d*$/.test(wanted)) return undefined;
  const isSame = (id ?? '') === wanted;
  if (operator === 'is' || operator === '') return isSame;
  return operator === 'is_not' ? !isSame : undefined;
}

function every(claims: readonly Certainty[]): Certainty {
  if (claims.includes(false)) return false;
  return claims.includes(undefined) ? undefined : true;
}

function some(claims: readonly Certainty[]): Certainty {
  if (claims.includes(true)) return true;
  return claims.includes(undefined) ? undefined : false;
}
