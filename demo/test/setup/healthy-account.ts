import { TRIGGERS } from '@smart-assistant/shared/setup-spec.ts';
import type { TriggerSpec } from '@smart-assistant/shared/setup-spec.ts';
import { newSandbox, underTest } from './account-under-test.ts';
import type { AccountUnderTest } from './account-under-test.ts';
import type { Sandbox } from '@smart-assistant/sandbox/sandbox.ts';

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- answers of an API we drive ourselves here
type Json = any;
type Role = TriggerSpec['key'];

/** Somebody else's objects, which set-up must leave alone. */
export interface Neighbours {
  fieldId: number;
  webhookId: string;
  triggerId: number;
}

/** An account on which everything is as it should be, with neighbours, and short ways to spoil it. */
export interface HealthyAccount extends AccountUnderTest {
  sandbox: Sandbox;
  neighbours: Neighbours;
  fieldId: string;
  webhookId: string;
  triggerIds: Record<Role, string>;
  field: (changes: object) => Promise<Json>;
  webhook: (changes: object) => Promise<Json>;
  trigger: (role: Role) => Promise<Json>;
  /** Any trigger property; conditions and actions are sent whole, as Zendesk wants it. */
  editTrigger: (role: Role, changes: object) => Promise<Json>;
  body: (role: Role, body: (now: string) => string) => Promise<Json>;
  conditions: (role: Role, conditions: { all?: object[]; any?: object[] }) => Promise<Json>;
}

export async function startHealthy({ isManual = false } = {}): Promise<HealthyAccount> {
  const sandbox = await newSandbox();
  const it = underTest(sandbox.account('acme'));
  const neighbours = await addNeighbours(it);
  const { found } = await it.fix();
  const healthy: HealthyAccount = {
    ...{ ...it, sandbox, neighbours },
    fieldId: found.stateFieldId!,
    webhookId: found.webhookId!,
    triggerIds: { comment: found.commentTriggerId!, closed: found.closedTriggerId! },
    field: (changes) =>
      it.api('PUT', `/ticket_fields/${found.stateFieldId}`, { ticket_field: changes }),
    webhook: (changes) => it.api('PATCH', `/webhooks/${found.webhookId}`, { webhook: changes }),
    trigger: async (role) =>
      (await it.api('GET', `/triggers/${healthy.triggerIds[role]}`)).trigger as Json,
    editTrigger: async (role, changes) => {
      const { conditions, actions } = await healthy.trigger(role);
      const trigger = { conditions, actions, ...changes };
      return it.api('PUT', `/triggers/${healthy.triggerIds[role]}`, { trigger });
    },
    body: async (role, body) => {
      const { actions } = await healthy.trigger(role);
      const [id, now] = actions[0].value;
      const value = [id, body(now)];
      return healthy.editTrigger(role, { actions: [{ field: 'notification_webhook', value }] });
    },
    conditions: (role, { all = [], any = [] }) =>
      healthy.editTrigger(role, { conditions: { all, any } }),
  };
  if (isManual) await pasteManualBodies(healthy);
  it.account.clearCalls();
  return healthy;
}

async function pasteManualBodies(healthy: HealthyAccount): Promise<void> {
  for (const { key, manualBody } of TRIGGERS) {
    await healthy.body(key, () => manualBody(healthy.fieldId));
  }
}

async function addNeighbours({ api }: AccountUnderTest): Promise<Neighbours> {
  const { ticket_field: field } = await api('POST', '/ticket_fields', {
    ticket_field: { type: 'text', title: 'Order number', visible_in_portal: true },
  });
  const { webhook } = await api('POST', '/webhooks', {
    webhook: {
      ...{ name: 'Warehouse', endpoint: 'https://warehouse.example.com/hooks/zendesk' },
      ...{ http_method: 'POST', request_format: 'json', status: 'active' },
      subscriptions: ['conditional_ticket_events'],
    },
  });
  const { trigger } = await api('POST', '/triggers', {
    trigger: {
      title: 'Tell the warehouse of returns',
      conditions: { all: [{ field: 'current_tags', operator: 'includes', value: 'return' }] },
      actions: [{ field: 'notification_webhook', value: [webhook.id, '{"id":"{{ticket.id}}"}'] }],
    },
  });
  return { fieldId: field.id, webhookId: webhook.id, triggerId: trigger.id };
}

const LISTS = [
  ...['/ticket_fields', '/ticket_forms', '/webhooks', '/triggers', '/trigger_categories'],
  ...['/automations', '/macros', '/apps/installations'],
];

/** Every object of the account that set-up could reach, by kind and id, without those of ours. */
export async function foreignObjects(
  it: HealthyAccount,
  ours: ReadonlySet<string>,
): Promise<Record<string, Json>> {
  const found: Record<string, Json> = {};
  for (const list of LISTS) {
    const answer = await it.api('GET', list);
    const key = list.split('/').at(-1)!;
    for (const each of answer[key]) {
      if (!ours.has(String(each.id))) found[`${key}/${each.id}`] = withoutOurs(each, ours);
    }
  }
  return found;
}

/** Zendesk itself puts a new field on the form when there is only one. */
function withoutOurs(object: Json, ours: ReadonlySet<string>): Json {
  if (!object.ticket_field_ids) return object;
  const ids = object.ticket_field_ids.filter((id: number) => !ours.has(String(id)));
  return { ...object, ticket_field_ids: ids };
}

export function ownIds({ fieldId, webhookId, triggerIds }: HealthyAccount): string[] {
  return [fieldId, webhookId, ...Object.values(triggerIds)];
}
