import { TICKET_FIELD, TRIGGERS, webhookSpec } from '../setup-spec.ts';
import type { SetupSpec } from '../setup-spec.ts';
import type { Applied } from './applied.ts';
import { checkField } from './check-field.ts';
import { checkTriggers } from './check-triggers.ts';
import { checkWebhook } from './check-webhook.ts';
import type { Finding } from './finding.ts';
import { FixRun } from './fix-run.ts';
import type { Look, OnFixProgress } from './fix-run.ts';
import type { Judged } from './judged.ts';
import { LISTS } from './lists.ts';
import { idsOf } from './own-objects.ts';
import { readList } from './read-list.ts';
import { createObject, updateObject } from './write-object.ts';
import type { Creation } from './write-object.ts';
import { rewriteAll, wholeTrigger } from './whole-trigger.ts';
import type { ZendeskCall } from './zendesk-call.ts';

const FIELDS = {
  envelope: 'ticket_field',
  path: '/api/v2/ticket_fields',
  part: 'ticketFields',
} as const;
const WEBHOOKS = { envelope: 'webhook', path: '/api/v2/webhooks', part: 'webhooks' } as const;
const TRIGGER_LIST = { envelope: 'trigger', path: '/api/v2/triggers', part: 'triggers' } as const;

/**
 * Makes the chosen fixes, in the order in which the objects depend on each other; fixes for a person are left
 * out. Everything is read again right before it is written, so that a second run, a second admin or a run
 * after a crash finds what is done and does the rest. Only objects of ours are written to. Never throws.
 */
export async function applyFixes(
  call: ZendeskCall,
  spec: SetupSpec,
  findings: readonly Finding[],
  onProgress?: OnFixProgress,
): Promise<Applied> {
  const run = new FixRun({ call, spec, ...(onProgress && { onProgress }) }, findings);
  await run.look('ticketFields', 'webhooks', 'triggers');
  await applyToField(run);
  if (run.isAbout('webhook')) await applyToWebhooks(run);
  if (run.isAbout('comment_trigger', 'closed_trigger')) await applyToTriggers(run);
  return { results: run.results(), undo: run.undo, found: idsOf(run.seen.own) };
}

async function applyToField(run: FixRun): Promise<void> {
  for (const group of byObject(run.judge(checkField))) {
    const { id } = group[0]!.finding.object;
    const owned = ({ own }: Look) => own.field;
    if (id === undefined) await createObject(run, group, { ...FIELDS, body: TICKET_FIELD, owned });
    else await updateObject(run, group, { ...at(FIELDS, id), ...changesOf(group) });
  }
}

async function applyToWebhooks(run: FixRun): Promise<void> {
  const { backendUrl, slug } = run.spec;
  await run.look('webhooks');
  for (const group of byObject(run.judge(checkWebhook))) {
    const { id } = group[0]!.finding.object;
    const body = { ...webhookSpec(backendUrl, slug) };
    const owned = ({ own }: Look) => own.webhook;
    if (id === undefined) await createObject(run, group, { ...WEBHOOKS, body, owned });
    else await updateObject(run, group, { ...at(WEBHOOKS, id), ...changesOf(group) });
  }
}

async function applyToTriggers(run: FixRun): Promise<void> {
  const look = await run.look('triggers');
  for (const group of byObject(run.judge(checkTriggers))) {
    const ready = group.filter((each) => isReady(look, each));
    const blocked = group.filter((each) => !ready.includes(each));
    run.record(blocked, { outcome: 'blocked' });
    const [first] = ready;
    if (!first) continue;
    const { id } = first.finding.object;
    if (id === undefined) await createObject(run, ready, await newTrigger(run, first));
    else await rewriteTrigger(run, ready, id);
  }
}

/** A trigger needs a webhook to tell, and a body that carries the field needs the field. */
function isReady({ own }: Look, { finding }: Judged): boolean {
  if (finding.code === 'body_wrong_field' && !own.field.kept) return false;
  return own.webhook.kept !== undefined || finding.code === 'trigger_duplicate';
}

/** In the first category, where the account has any: https://developer.zendesk.com/api-reference/ticketing/business-rules/triggers/ */
async function newTrigger(run: FixRun, { finding }: Judged): Promise<Creation> {
  const spec = TRIGGERS.find(({ key }) => finding.object.kind === `${key}_trigger`)!;
  const { title, description, conditions, leanBody, key } = spec;
  const webhookId = run.seen.own.webhook.kept!.id;
  const categories = await readList(run.call, LISTS.triggerCategories);
  const category = categories.kind === 'read' ? categories.value[0]?.id : undefined;
  return {
    ...TRIGGER_LIST,
    body: {
      ...{ title, description, active: true, conditions },
      ...(category !== undefined && { category_id: category }),
      actions: [{ field: 'notification_webhook', value: [webhookId, leanBody] }],
    },
    owned: ({ own }) => own.triggers[key],
  };
}

async function rewriteTrigger(run: FixRun, group: readonly Judged[], id: string): Promise<void> {
  const { triggers } = run.seen.account;
  const trigger = triggers.kind === 'read' && triggers.value.find((each) => each.id === id);
  if (!trigger) return;
  await updateObject(run, group, {
    ...at(TRIGGER_LIST, id),
    wrote: wholeTrigger(trigger, rewriteAll(trigger, group)),
    before: wholeTrigger(trigger, trigger),
  });
}

/** Findings of one object are mended by one write. */
function byObject(judged: readonly Judged[]): Judged[][] {
  const groups = Map.groupBy(judged, ({ finding: { object } }) => `${object.kind}:${object.id}`);
  return [...groups.values()];
}

function changesOf(group: readonly Judged[]) {
  const all = group.flatMap(({ change }) => change ?? []);
  return {
    wrote: Object.fromEntries(all.map(({ field, after }) => [field, after])),
    before: Object.fromEntries(all.map(({ field, before }) => [field, before])),
  };
}

function at<List extends { path: string }>({ path, ...list }: List, id: string) {
  return { ...list, path: `${path}/${id}` };
}
