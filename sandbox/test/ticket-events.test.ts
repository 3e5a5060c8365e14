import { expect, test } from 'vitest';
import { freshWorld, PUBLIC_COMMENT, WEBHOOK } from './set-up.ts';

const world = freshWorld({ clock: 'virtual' });

const EVENT = 'zen:event-type:ticket.';

async function subscribe(...names: string[]): Promise<string> {
  const subscriptions = names.map((name) => EVENT + name);
  const { webhook } = await world.zendesk.post('/webhooks', {
    webhook: { ...WEBHOOK, endpoint: world.receiver.url, subscriptions },
  });
  return webhook.id;
}

async function sent() {
  await world.sandbox.settle();
  return world.receiver.received.splice(0).map(({ body }) => JSON.parse(body));
}

test('tells a subscriber of a comment in Zendesk’s own JSON, notes included', async () => {
  const { acme } = world;
  await subscribe('comment_added');

  const comment = acme.comment(1, { by: 'bob', text: 'He said "no"', public: false });
  acme.update(1, { by: 'bob', priority: 'high' });

  expect(await sent()).toMatchObject([
    {
      type: `${EVENT}comment_added`,
      subject: 'zen:ticket:1',
      detail: { id: '1', actor_id: String(acme.users.bob.id), status: 'OPEN' },
      event: {
        comment: {
          id: String(comment['id']),
          body: 'He said "no"',
          is_public: false,
          author: { is_staff: true, name: 'Bob Keller' },
        },
      },
    },
  ]);
});

test('sends each change of one update as an event of one sequence', async () => {
  const { zendesk } = world;
  await subscribe('status_changed', 'tags_changed', 'created');

  await zendesk.put('/tickets/1', { ticket: { status: 'pending', tags: ['vip'] } });

  const events = await sent();
  expect(events.map(({ type }) => type).sort()).toEqual([
    `${EVENT}status_changed`,
    `${EVENT}tags_changed`,
  ]);
  expect(new Set(events.map(({ event }) => event.meta.sequence.id)).size).toBe(1);
  expect(events.map(({ event }) => event)).toContainEqual(
    expect.objectContaining({ previous: 'OPEN', current: 'PENDING' }),
  );
  expect(events[0].detail.via.channel).toBe('web_service');
});

test('tells of the 28-day close, which no trigger sees, by switch', async () => {
  const { acme, sandbox, zendesk } = world;
  const { automations } = await zendesk.get('/automations');
  await zendesk.put(`/automations/${automations[0].id}`, { automation: { active: false } });
  await subscribe('status_changed');
  acme.update(1, { by: 'bob', status: 'solved' });
  await sandbox.advance('10 days');
  acme.update(2, { by: 'bob', status: 'solved' });
  await sent();

  await sandbox.advance('19 days');
  const [closed] = (await sent()).filter(({ detail }) => detail.id === '1');
  acme.switches.systemCloseEvents = false;
  await sandbox.advance('10 days');

  expect(closed.event).toMatchObject({ previous: 'SOLVED', current: 'CLOSED' });
  expect(acme.ticket(2)['status']).toBe('closed');
  expect(await sent()).toEqual([]);
});

test('refuses a trigger for a webhook that subscribes to events', async () => {
  const webhookId = await subscribe('comment_added');

  const answer = await world.zendesk.call('POST', '/triggers', {
    trigger: {
      title: 'Both',
      conditions: PUBLIC_COMMENT,
      actions: [{ field: 'notification_webhook', value: [webhookId, '{}'] }],
    },
  });

  expect(answer.status).toBe(422);
});
