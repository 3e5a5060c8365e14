import { TRIGGERS } from '../setup-spec.ts';
import type { TriggerSpec } from '../setup-spec.ts';

import type { Action, Trigger } from './account-schemas.ts';
import { checkBody, NEW_FIELD } from './check-body.ts';
import { checkClosedConditions } from './check-closed-conditions.ts';
import { checkCommentConditions } from './check-comment-conditions.ts';
import { newFinding } from './finding.ts';
import type { Difference, FindingParts, Fix, SetupObject } from './finding.ts';
import { checkOrder } from './check-order.ts';
import type { CheckInput, CheckResult, Judged, TriggerDraft } from './judged.ts';
import { merged } from './judged.ts';
import { personDoes } from './places.ts';
import { notificationOf, notifications } from './trigger-actions.ts';
import { triggerDifferences } from './trigger-differences.ts';

/** What is missed while a trigger does not do its work. */
const MISSED_WITHOUT = {
  comment: 'Nothing tells the assistant of new comments.',
  closed: 'Nothing tells the assistant that a ticket is over.',
};

/** Judges both triggers of ours. Silent where triggers or webhooks could not be read. */
export function checkTriggers(input: CheckInput): CheckResult {
  const { triggers, webhooks } = input.account;
  if (triggers.kind === 'unreadable' || webhooks.kind === 'unreadable') return merged([]);
  return merged(TRIGGERS.map((spec) => checkOne(input, spec)));
}

export function triggerObject(spec: TriggerSpec, trigger?: Trigger): SetupObject {
  return {
    kind: `${spec.key}_trigger`,
    name: trigger?.title ?? spec.title,
    ...(trigger && { id: trigger.id }),
  };
}

function checkOne(input: CheckInput, spec: TriggerSpec): CheckResult {
  const { kept, duplicates } = input.own.triggers[spec.key];
  if (!kept) return { judged: [missing(input, spec)], passed: [] };
  const judged = [
    ...judgeState(spec, kept),
    ...judgeConditions(spec, kept),
    ...judgeActions(input, spec, kept),
    ...checkOrder(input, spec, kept),
    ...duplicates.map((each) => duplicate(spec, each)),
  ];
  const object = triggerObject(spec, kept);
  return { judged, passed: judged.length === 0 ? [{ object, check: 'trigger_right' }] : [] };
}

function missing({ account }: CheckInput, spec: TriggerSpec): Judged {
  const object = triggerObject(spec);
  if (account.triggers.kind === 'read' && account.triggers.isCut) {
    const fix = personDoes('triggers');
    return { finding: newFinding({ code: 'list_cut', object, fix, params: { part: 'triggers' } }) };
  }
  const differences: Difference[] = [
    { field: 'title', before: undefined, after: spec.title },
    ...triggerDifferences(
      { active: false, conditions: { all: [], any: [] }, actions: [] },
      {
        active: true,
        conditions: spec.conditions,
        actions: [{ field: 'notification_webhook', value: ['', spec.leanBody] }],
      },
    ).map((each) => ({ ...each, before: undefined })),
  ];
  const write = { verb: 'create', method: 'POST', path: '/api/v2/triggers', differences } as const;
  const params = { missed: MISSED_WITHOUT[spec.key] };
  const fix: Fix = { kind: 'write', write };
  return { finding: newFinding({ code: 'trigger_missing', object, fix, params }) };
}

/** A finding that is mended by rewriting the trigger; the preview shows what this one rewrite changes. */
function rewritten(
  spec: TriggerSpec,
  trigger: Trigger,
  { rewrite, ...parts }: Omit<FindingParts, 'object' | 'fix'> & Required<Pick<Judged, 'rewrite'>>,
): Judged {
  const fix: Fix = {
    kind: 'write',
    write: {
      verb: 'update',
      method: 'PUT',
      path: `/api/v2/triggers/${trigger.id}`,
      differences: triggerDifferences(trigger, rewrite(trigger)),
    },
  };
  return { finding: newFinding({ ...parts, object: triggerObject(spec, trigger), fix }), rewrite };
}

function judgeState(spec: TriggerSpec, trigger: Trigger): Judged[] {
  if (trigger.active) return [];
  const values = { field: 'active', expected: 'true', actual: 'false' };
  const params = { missed: MISSED_WITHOUT[spec.key] };
  const rewrite = (draft: TriggerDraft) => ({ ...draft, active: true });
  return [rewritten(spec, trigger, { code: 'trigger_inactive', ...values, params, rewrite })];
}

function duplicate(spec: TriggerSpec, trigger: Trigger): Judged {
  const values = { field: 'active', expected: 'false', actual: 'true' };
  const rewrite = (draft: TriggerDraft) => ({ ...draft, active: false });
  return rewritten(spec, trigger, { code: 'trigger_duplicate', ...values, rewrite });
}

function judgeConditions(spec: TriggerSpec, trigger: Trigger): Judged[] {
  const check = spec.key === 'comment' ? checkCommentConditions : checkClosedConditions;
  return check(trigger.conditions).map(({ mend, ...fault }) =>
    rewritten(spec, trigger, {
      ...fault,
      field: 'conditions',
      rewrite: (draft) => ({ ...draft, conditions: mend(draft.conditions) }),
    }),
  );
}

function judgeActions(input: CheckInput, spec: TriggerSpec, trigger: Trigger): Judged[] {
  const webhookId = input.own.webhook.kept?.id;
  const found = notifications(trigger);
  const ours = found.find((each) => each.webhookId === webhookId);
  const first = ours ?? found[0];
  const params = { missed: MISSED_WITHOUT[spec.key] };
  const judged: Judged[] = [];
  const add = (parts: Omit<FindingParts, 'object' | 'fix'>, change: (value: Told) => Told) => {
    const rewrite = (draft: TriggerDraft) => withNotification(draft, { webhookId, spec, change });
    judged.push(rewritten(spec, trigger, { ...parts, rewrite }));
  };

  if (!first) {
    add({ code: 'trigger_no_webhook', field: 'actions', params }, (told) => told);
  } else if (!ours) {
    const values = { field: 'webhook', expected: webhookId, actual: first.webhookId };
    add({ code: 'trigger_wrong_webhook', ...values, params }, (told) => told);
  } else if (found.filter((each) => each.webhookId === webhookId).length > 1) {
    add({ code: 'trigger_notifies_twice', field: 'actions' }, (told) => told);
  }
  if (!first) return judged;
  for (const { mended, ...fault } of checkBody(first.body, spec, fieldId(input))) {
    add({ ...fault, field: 'body' }, (told) => ({ ...told, body: mended }));
  }
  return judged;
}

/** The field the body must carry; undefined where that cannot be said. */
function fieldId({ own, account }: CheckInput): string | undefined {
  const { ticketFields } = account;
  const isToBeMade = ticketFields.kind === 'read' && !ticketFields.isCut;
  return own.field.kept?.id ?? (isToBeMade ? NEW_FIELD : undefined);
}

interface Told {
  webhookId: string;
  body: string;
}

/** The trigger's actions with exactly one notification of ours; whatever else it does stays as it is. */
function withNotification(
  draft: TriggerDraft,
  {
    webhookId = '',
    spec,
    change,
  }: { webhookId: string | undefined; spec: TriggerSpec; change: (told: Told) => Told },
): TriggerDraft {
  const now = notifications(draft);
  const current = now.find((each) => each.webhookId === webhookId) ?? now[0];
  const replaced = new Set([webhookId, current?.webhookId]);
  const isReplaced = (action: Action) => replaced.has(notificationOf(action)?.webhookId ?? 'none');
  const told = change({ webhookId, body: current?.body ?? spec.leanBody });
  const action = { field: 'notification_webhook', value: [told.webhookId, told.body] };
  const at = Math.max(0, draft.actions.findIndex(isReplaced));
  const others = draft.actions.filter((each) => !isReplaced(each));
  return { ...draft, actions: others.toSpliced(at, 0, action) };
}
