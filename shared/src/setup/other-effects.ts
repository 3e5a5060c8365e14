import type { Action, Condition } from './account-schemas.ts';
import { valueText } from './conditions.ts';

export function writesField({ field }: Action, fieldId: string): boolean {
  return field === `custom_fields_${fieldId}` || field === `ticket_fields_${fieldId}`;
}

/** Recipients that are the customer: https://developer.zendesk.com/documentation/ticketing/reference-guides/actions-reference/ */
const CUSTOMER = ['requester_id', 'requester_and_ccs', 'current_user'];
/** An e-mail that passes the comment on says nothing of its own. */
const PASSES_ON = /\{\{\s*ticket\.(?:latest_(?:public_)?comment|(?:public_)?comments|description)/;

/** What a rule's own answers will look like to a customer; undefined when it gives none. */
export function answersCustomer({
  conditions,
  actions,
}: {
  conditions: readonly Condition[];
  actions: readonly Action[];
}): string | undefined {
  // "Autoreply with articles": Zendesk's own answer from the help center.
  if (actions.some(({ field }) => field === 'deflection')) return 'two replies per question';
  if (!actions.some(sendsOwnWords)) return undefined;
  const isOnCreate = conditions.some(
    ({ field, value }) => field === 'update_type' && valueText(value) === 'Create',
  );
  return isOnCreate ? 'two replies to a first message' : 'an e-mail of its own besides the reply';
}

function sendsOwnWords({ field, value }: Action): boolean {
  if (field !== 'notification_user') return false;
  const [recipient, ...words] = Array.isArray(value) ? value.map(valueText) : [valueText(value)];
  return CUSTOMER.includes(recipient ?? '') && !words.some((text) => PASSES_ON.test(text));
}
