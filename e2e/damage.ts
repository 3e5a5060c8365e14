import type { SetUpWorld } from './set-up-world.ts';

/** What each change to a working account is, by the finding that it must lead to. */
export type Damage = keyof typeof DAMAGES;

type Api = SetUpWorld['api'];

const DAMAGES = {
  async webhook_inactive(api: Api) {
    const { webhooks } = await api('GET', '/api/v2/webhooks');
    const { id } = webhooks.find(({ name }: { name: string }) => name === 'Smart Assistant');
    await api('PATCH', `/api/v2/webhooks/${id}`, { webhook: { status: 'inactive' } });
  },
  async body_no_ticket_id(api: Api) {
    const trigger = await triggerOf(api, 'Notify Assistant on new comment');
    const [webhookId, body] = trigger.actions[0].value;
    const value = [webhookId, body.replace('{{ticket.id}}', '{{ticket.requester.id}}')];
    const actions = [{ field: 'notification_webhook', value }];
    await change(api, trigger, { actions });
  },
  async trigger_narrowed(api: Api) {
    const trigger = await triggerOf(api, 'Notify Assistant on new comment');
    const narrow = { field: 'via_id', operator: 'is', value: '4' };
    const { all, any } = trigger.conditions;
    await change(api, trigger, { conditions: { all: [...all, narrow], any } });
  },
  async field_visible_in_portal(api: Api) {
    const { ticket_fields: fields } = await api('GET', '/api/v2/ticket_fields');
    const { id } = fields.find(({ title }: { title: string }) => title === 'Smart Assistant state');
    const ticket_field = { visible_in_portal: true };
    await api('PUT', `/api/v2/ticket_fields/${id}`, { ticket_field });
  },
  async tags_replaced(api: Api) {
    const all = [{ field: 'update_type', operator: 'is', value: 'Create' }];
    const actions = [{ field: 'set_tags', value: 'sorted' }];
    const trigger = { title: 'Sort by topic', conditions: { all, any: [] }, actions };
    await api('POST', '/api/v2/triggers', { trigger });
  },
};

/** Does to a working account what people do. */
export async function damage({ api }: Pick<SetUpWorld, 'api'>, ...kinds: Damage[]): Promise<void> {
  for (const kind of kinds) await DAMAGES[kind](api);
}

/** The trigger with this title. */
export async function triggerOf(api: Api, wanted: string) {
  const { triggers } = await api('GET', '/api/v2/triggers');
  return triggers.find(({ title }: { title: string }) => title === wanted);
}

/** Triggers are written whole. */
async function change(
  api: Api,
  { id, title, conditions, actions }: { id: number; title: string } & Record<string, unknown>,
  changed: object,
): Promise<void> {
  const trigger = { title, conditions, actions, ...changed };
  await api('PUT', `/api/v2/triggers/${id}`, { trigger });
}
