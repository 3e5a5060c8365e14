import { expect, test } from 'vitest';
import { connect, freshWorld, PUBLIC_COMMENT } from './set-up.ts';

const world = freshWorld({ clock: 'virtual' });

interface Condition {
  field: string;
  operator: string;
  value?: unknown;
}

const all = (...conditions: Condition[]) => ({ all: conditions, any: [] });
const settled = () => world.sandbox.settle();
const ticketIds = () =>
  world.receiver.received.splice(0).map(({ body }) => Number(JSON.parse(body).ticket_id));

test('creates a trigger at the end of the order, in the first category when none is given', async () => {
  const { zendesk } = world;
  const { triggerId } = await connect(world);
  const { trigger_categories: categories } = await zendesk.get('/trigger_categories');

  const { trigger } = await zendesk.get(`/triggers/${triggerId}`);
  const { triggers } = await zendesk.get('/triggers');

  expect(trigger).toMatchObject({ active: true, category_id: categories[0].id, default: false });
  expect(triggers.at(-1).id).toBe(triggerId);
});

test('takes all and any directly under the trigger too', async () => {
  const { zendesk } = world;
  const { webhookId } = await connect(world);

  const { trigger } = await zendesk.post('/triggers', {
    trigger: {
      title: 'Flat',
      all: PUBLIC_COMMENT.all,
      actions: [{ field: 'notification_webhook', value: [webhookId, '{}'] }],
    },
  });

  expect(trigger.conditions).toEqual(PUBLIC_COMMENT);
});

test.each([
  [
    'a via name',
    [{ field: 'current_via_id', operator: 'is_not', value: 'web' }],
    "Invalid value 'web' in 'Update via / Is not / web'",
  ],
  ['an unknown field', [{ field: 'mood', operator: 'is', value: 'good' }], "Invalid field 'mood'"],
  [
    'an operator of another field',
    [{ field: 'current_tags', operator: 'greater_than', value: 'a' }],
    "Invalid operator 'greater_than' in 'Tags'",
  ],
])('refuses a condition with %s', async (_, conditions, description) => {
  const { zendesk } = world;
  const { webhookId } = await connect(world);

  const answer = await zendesk.call('POST', '/triggers', {
    trigger: {
      title: 'Bad',
      conditions: { all: conditions, any: [] },
      actions: [{ field: 'notification_webhook', value: [webhookId, '{}'] }],
    },
  });

  expect(answer).toMatchObject({
    status: 422,
    body: { error: 'RecordInvalid', details: { base: [{ description }] } },
  });
});

test('refuses a trigger without a title, an unknown webhook, broken Liquid and 65 KB', async () => {
  const { zendesk } = world;
  const { webhookId } = await connect(world);
  const create = async (trigger: Record<string, unknown>) =>
    (
      await zendesk.call('POST', '/triggers', {
        trigger: { conditions: PUBLIC_COMMENT, ...trigger },
      })
    ).body.details;
  const action = (id: string, body: string) => [
    { field: 'notification_webhook', value: [id, body] },
  ];

  expect(await create({ actions: action(webhookId, '{}') })).toHaveProperty('title');
  expect(await create({ title: 'T', actions: action('01NOPE', '{}') })).toHaveProperty('base');
  expect(await create({ title: 'T', actions: action(webhookId, '{% for x %}') })).toHaveProperty(
    'base',
  );
  expect(
    await create({ title: 'T', actions: action(webhookId, 'x'.repeat(66_560)) }),
  ).toHaveProperty('base');
  expect(await create({ title: 'T', actions: [] })).toEqual({
    base: [{ description: 'Trigger must contain at least one action' }],
  });
});

test('empties the conditions of a trigger that is updated with actions only', async () => {
  const { zendesk } = world;
  const { triggerId } = await connect(world);
  const { trigger } = await zendesk.get(`/triggers/${triggerId}`);

  const renamed = await zendesk.put(`/triggers/${triggerId}`, { trigger: { title: 'Renamed' } });
  const wiped = await zendesk.put(`/triggers/${triggerId}`, {
    trigger: { actions: trigger.actions },
  });
  const refused = await zendesk.call('PUT', `/triggers/${triggerId}`, {
    trigger: { conditions: trigger.conditions },
  });

  expect(renamed.trigger.conditions).toEqual(PUBLIC_COMMENT);
  expect(wiped.trigger.conditions).toEqual({ all: [], any: [] });
  expect(refused.status).toBe(422);
});

test('answers via ids as numbers and takes them back', async () => {
  const { zendesk } = world;
  const { triggerId } = await connect(world, {
    conditions: all({ field: 'current_via_id', operator: 'is_not', value: '5' }),
  });

  const { trigger } = await zendesk.get(`/triggers/${triggerId}`);
  const { conditions, actions } = trigger;
  const again = await zendesk.call('PUT', `/triggers/${triggerId}`, {
    trigger: { conditions, actions },
  });

  expect(conditions.all[0].value).toBe(5);
  expect(again.status).toBe(200);
});

test('searches, reorders, switches off and deletes triggers', async () => {
  const { zendesk } = world;
  const { triggerId } = await connect(world);

  const found = await zendesk.get('/triggers/search?query=notify%20assistant');
  await zendesk.put('/triggers/update_many', { triggers: [{ id: triggerId, active: false }] });
  const active = await zendesk.get('/triggers/active');
  const ids = (await zendesk.get('/triggers')).triggers.map(({ id }: { id: number }) => id);
  const reordered = await zendesk.put('/triggers/reorder', { trigger_ids: ids.reverse() });
  const deleted = await zendesk.call('DELETE', `/triggers/destroy_many?ids=${triggerId}`);

  expect(found.triggers.map(({ id }: { id: number }) => id)).toEqual([triggerId]);
  expect(active.triggers.some(({ id }: { id: number }) => id === triggerId)).toBe(false);
  expect(reordered.triggers[0].id).toBe(triggerId);
  expect(deleted.status).toBe(204);
  expect((await zendesk.call('GET', `/triggers/${triggerId}`)).status).toBe(404);
});

test('lists the definitions that validation goes by', async () => {
  const { definitions } = await world.zendesk.get('/triggers/definitions');

  const status = definitions.conditions_all.find(
    ({ subject }: { subject: string }) => subject === 'status',
  );
  expect(status.operators).toContainEqual({ value: 'value', title: 'Changed to', terminal: false });
  expect(status.operators).toContainEqual({ value: 'changed', title: 'Changed', terminal: true });
  expect(status.values.map(({ value }: { value: string }) => value)).toContain('closed');
});

test('fires for public comments of customers and agents, also for the one that opens a ticket', async () => {
  const { acme } = world;
  await connect(world);

  acme.comment(1, { by: 'alice', text: 'Hi' });
  acme.comment(1, { by: 'bob', text: 'Hello' });
  acme.comment(1, { by: 'bob', text: 'Note to self', public: false });
  const opened = acme.createTicket({ by: 'alice', subject: 'New', text: 'First' });
  await settled();

  expect(ticketIds().sort()).toEqual([1, 1, opened['id']].sort());
});

test('fires for updates through the API as for any other', async () => {
  const { zendesk } = world;
  await connect(world);

  await zendesk.put('/tickets/1', { ticket: { comment: { body: 'From the API', public: true } } });
  await settled();

  expect(ticketIds()).toEqual([1]);
});

test('tells updates through the API apart by their via', async () => {
  const { acme, zendesk } = world;
  await connect(world, {
    conditions: all(...PUBLIC_COMMENT.all, {
      field: 'current_via_id',
      operator: 'is_not',
      value: '5',
    }),
  });

  await zendesk.put('/tickets/1', { ticket: { comment: { body: 'From the API', public: true } } });
  await settled();
  expect(ticketIds()).toEqual([]);
  acme.comment(2, { by: 'marta', text: 'Desde la web' });
  await settled();

  expect(ticketIds()).toEqual([2]);
});

test('fires when a ticket is solved and again when it is closed, and never afterwards', async () => {
  const { acme, sandbox } = world;
  const changedTo = (value: string) => ({ field: 'status', operator: 'value', value });
  await connect(world, {
    conditions: { all: [], any: [changedTo('solved'), changedTo('closed')] },
  });

  acme.update(1, { by: 'bob', status: 'solved' });
  await settled();
  expect(ticketIds()).toEqual([1]);
  await sandbox.advance('4 days');
  expect(acme.ticket(1)['status']).toBe('solved');
  await sandbox.advance('2 hours');

  expect(acme.ticket(1)['status']).toBe('closed');
  expect(acme.audits(1).at(-1)).toMatchObject({ author_id: -1, via: { channel: 'rule' } });
  expect(ticketIds().filter((id) => id === 1)).toEqual([1]);
});

test('fires nothing when the system itself closes a ticket after 28 days', async () => {
  const { acme, sandbox } = world;
  await connect(world, {
    conditions: all({ field: 'status', operator: 'value', value: 'closed' }),
  });
  await stopAutomation();
  acme.update(1, { by: 'bob', status: 'solved' });

  await sandbox.advance('27 days');
  expect(acme.ticket(1)['status']).toBe('solved');
  await sandbox.advance('25 hours');

  expect(acme.ticket(1)['status']).toBe('closed');
  expect(ticketIds()).toEqual([]);
});

test('matches a ticket that is created as solved only by switch', async () => {
  const { acme, zendesk } = world;
  await connect(world, {
    conditions: all({ field: 'status', operator: 'value', value: 'solved' }),
  });
  const create = () =>
    zendesk.post('/tickets', {
      ticket: { comment: { body: 'Done' }, status: 'solved', assignee_id: acme.users.bob.id },
    });

  await create();
  await settled();
  expect(ticketIds()).toEqual([]);
  acme.switches.changedToMatchesCreate = true;
  const { ticket } = await create();
  await settled();

  expect(ticketIds()).toEqual([ticket.id]);
});

test.each([
  ['comment_is_public', 'is', 'false', false],
  ['comment_is_public', 'is', 'not_relevant', true],
  ['comment_is_public', 'is', 'requester_can_see_comment', true],
  ['update_type', 'is', 'Change', true],
  ['update_type', 'is', 'Create', false],
  ['role', 'is', 'end_user', true],
  ['role', 'is', 'agent', false],
  ['requester_role', 'is_not', 'agent', true],
  ['current_tags', 'includes', 'vip website', true],
  ['current_tags', 'not_includes', 'website', false],
  ['status', 'less_than', 'solved', true],
  ['status', 'greater_than', 'open', false],
  ['status', 'not_changed', undefined, true],
  ['status', 'value_previous', 'open', false],
  ['ticket_is_public', 'is', 'private', false],
  ['comment_includes_word', 'includes', 'refund', true],
  ['comment_includes_word', 'is', 'exact phrase', false],
  ['assignee_id', 'is', '', true],
  ['requester_id', 'is', 'current_user', true],
  ['priority', 'is', 'urgent', false],
])('decides %s %s %j for a comment of the requester', async (field, operator, value, fires) => {
  const { acme } = world;
  await connect(world, { conditions: all({ field, operator, value }) });

  acme.comment(1, { by: 'alice', text: 'I want a refund, please' });
  await settled();

  expect(ticketIds()).toEqual(fires ? [1] : []);
});

test('compares custom fields', async () => {
  const { zendesk } = world;
  const { ticket_field: field } = await zendesk.post('/ticket_fields', {
    ticket_field: { type: 'text', title: 'State' },
  });
  await connect(world, {
    conditions: all({ field: `custom_fields_${field.id}`, operator: 'present' }),
  });

  await zendesk.put('/tickets/1', { ticket: { priority: 'high' } });
  await zendesk.put('/tickets/2', { ticket: { custom_fields: [{ id: field.id, value: 'x' }] } });
  await settled();

  expect(ticketIds()).toEqual([2]);
});

test('runs each trigger once per update, starting anew after one changed the ticket', async () => {
  const { acme, zendesk } = world;
  await connect(world, {
    conditions: all({ field: 'current_tags', operator: 'includes', value: 'escalated' }),
  });
  const { trigger } = await zendesk.post('/triggers', {
    trigger: {
      title: 'Escalate',
      conditions: PUBLIC_COMMENT,
      actions: [
        { field: 'current_tags', value: 'escalated' },
        { field: 'priority', value: 'high' },
      ],
    },
  });

  acme.comment(1, { by: 'alice', text: 'Now!' });
  await settled();

  expect(ticketIds()).toEqual([1]);
  expect(acme.ticket(1)).toMatchObject({ priority: 'high', tags: ['escalated', 'website'] });
  const [audit] = acme.audits(1).slice(-1);
  expect(audit!.events).toContainEqual(
    expect.objectContaining({
      field_name: 'priority',
      via: {
        channel: 'rule',
        source: { from: { id: trigger.id, title: 'Escalate' }, to: {}, rel: 'trigger' },
      },
    }),
  );
});

test('guards categories: a full one stays, an unknown one is refused', async () => {
  const { zendesk } = world;
  const { trigger_category: added } = await zendesk.post('/trigger_categories', {
    trigger_category: { name: 'Assistant' },
  });
  const { trigger_categories: categories } = await zendesk.get('/trigger_categories');

  const full = await zendesk.call('DELETE', `/trigger_categories/${categories[0].id}`);
  const reorder = await zendesk.call('PUT', '/triggers/reorder', { trigger_ids: [] });
  const empty = await zendesk.call('DELETE', `/trigger_categories/${added.id}`);

  expect(full.body.errors[0].code).toBe('TriggerCategoryNotEmpty');
  expect(reorder.body.errors[0].code).toBe('LimitOneCategory');
  expect(empty.status).toBe(204);
});

async function stopAutomation() {
  const { zendesk } = world;
  const { automations } = await zendesk.get('/automations');
  await zendesk.put(`/automations/${automations[0].id}`, { automation: { active: false } });
}
