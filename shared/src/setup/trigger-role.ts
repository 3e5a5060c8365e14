import { TRIGGERS } from '../setup-spec.ts';
import type { TriggerSpec } from '../setup-spec.ts';
import type { Trigger } from './account-schemas.ts';
import { notifications } from './trigger-actions.ts';

export type TriggerRole = TriggerSpec['key'];

const CLOSED_BODY = /"(?:event|ticket_status)"\s*:\s*"closed"/;
const COMMENT_BODY = /"event"\s*:\s*"public_comment"|latest_public_comment/;

/**
 * Which of the two triggers this is, whatever was edited: title and conditions weigh double, the body decides
 * where they disagree. Undefined when nothing speaks for either.
 */
export function roleOfTrigger(trigger: Trigger): TriggerRole | undefined {
  const votes: Array<TriggerRole | undefined> = [
    ...twice(TRIGGERS.find(({ title }) => title === trigger.title)?.key),
    ...twice(roleOfConditions(trigger)),
    roleOfBody(trigger),
  ];
  const count = (role: TriggerRole) => votes.filter((vote) => vote === role).length;
  const [comment, closed] = [count('comment'), count('closed')];
  if (comment === closed) return undefined;
  return comment > closed ? 'comment' : 'closed';
}

function roleOfConditions({ conditions }: Trigger): TriggerRole | undefined {
  const fields = [...conditions.all, ...conditions.any].map(({ field }) => field);
  if (fields.some((field) => field.startsWith('comment_'))) return 'comment';
  if (fields.some((field) => ['status', 'custom_status_id'].includes(field))) return 'closed';
  return undefined;
}

function roleOfBody(trigger: Trigger): TriggerRole | undefined {
  const bodies = notifications(trigger).map(({ body }) => body ?? '');
  if (bodies.some((body) => CLOSED_BODY.test(body))) return 'closed';
  return bodies.some((body) => COMMENT_BODY.test(body)) ? 'comment' : undefined;
}

function twice<T>(value: T): [T, T] {
  return [value, value];
}
