import { expect, test } from 'vitest';
import { apiToken, clientWith } from './client.ts';
import { freshWorld, PUBLIC_COMMENT } from './set-up.ts';

const world = freshWorld({ clock: 'virtual' });

const REMINDER = {
  title: 'Remind the customer after a day',
  conditions: {
    all: [
      { field: 'status', operator: 'is', value: 'pending' },
      { field: 'PENDING', operator: 'greater_than', value: '24' },
      { field: 'current_tags', operator: 'not_includes', value: 'reminded vip' },
    ],
    any: [],
  },
  actions: [{ field: 'current_tags', value: 'reminded' }],
};

test('creates, changes and deletes an automation', async () => {
  const { zendesk } = world;

  const { status, body } = await zendesk.call('POST', '/automations', { automation: REMINDER });
  const path = `/automations/${body.automation.id}`;
  const { automation } = await zendesk.put(path, { automation: { active: false } });
  const { automations: active } = await zendesk.get('/automations.json?active=true');
  const gone = await zendesk.call('DELETE', path);

  expect(status).toBe(201);
  expect(body.automation).toMatchObject({ ...REMINDER, active: true, default: false });
  expect(automation).toMatchObject({ title: REMINDER.title, active: false });
  expect(active.map(({ title }: { title: string }) => title)).toEqual([
    'Close ticket 4 days after status is set to solved',
  ]);
  expect([gone.status, (await zendesk.call('GET', path)).status]).toEqual([204, 404]);
});

test('runs an automation once its hours have passed, and signs what it does', async () => {
  const { acme, sandbox, zendesk } = world;
  await zendesk.post('/automations', { automation: REMINDER });
  acme.update(1, { by: 'bob', status: 'pending' });
  acme.update(6, { by: 'bob', status: 'pending' });

  await sandbox.advance('24 hours');
  expect(acme.ticket(1)['tags']).toEqual(['website']);
  await sandbox.advance('2 hours');

  expect(acme.ticket(1)['tags']).toEqual(['reminded', 'website']);
  expect(acme.ticket(6)['tags']).toEqual(['vip']);
  expect(acme.audits(1).at(-1)!.via).toMatchObject({
    channel: 'rule',
    source: { rel: 'automation', from: { title: REMINDER.title } },
  });
});

test('creates, changes and deletes a macro', async () => {
  const { zendesk } = world;
  const macro = {
    title: 'Thank the customer',
    actions: [{ field: 'comment_value', value: ['channel:all', 'Thank you!'] }],
  };

  const { status, body } = await zendesk.call('POST', '/macros', { macro });
  const path = `/macros/${body.macro.id}`;
  await zendesk.put(path, { macro: { active: false } });
  const { macros: active } = await zendesk.get('/macros.json?active=true&page[size]=100');
  const gone = await zendesk.call('DELETE', path);

  expect(status).toBe(201);
  expect(body.macro).toMatchObject({ ...macro, active: true, restriction: null });
  expect(active.map(({ title }: { title: string }) => title)).toEqual([
    'Take it',
    'Waiting for the warehouse',
  ]);
  expect([gone.status, (await zendesk.call('GET', path)).status]).toEqual([204, 404]);
});

test.each(['automation', 'macro'])('refuses a %s without a title or an action', async (kind) => {
  const { zendesk } = world;
  const post = (given: object) => zendesk.call('POST', `/${kind}s`, { [kind]: given });

  const untitled = await post({ ...REMINDER, title: ' ' });
  const idle = await post({ ...REMINDER, actions: [] });

  expect(untitled).toMatchObject({ status: 422, body: { details: { title: [{}] } } });
  expect(idle).toMatchObject({ status: 422, body: { details: { base: [{}] } } });
});

test('lists every kind of rule by cursor and by offset', async () => {
  const { zendesk } = world;

  for (const kind of ['triggers', 'automations', 'macros', 'views', 'trigger_categories']) {
    const byCursor = await zendesk.get(`/${kind}.json?page[size]=1`);
    const byOffset = await zendesk.get(`/${kind}.json?per_page=1`);

    expect(byCursor[kind]).toHaveLength(1);
    expect(byCursor).toMatchObject({ meta: { has_more: expect.any(Boolean) }, links: {} });
    expect(byOffset[kind]).toEqual(byCursor[kind]);
    expect(byOffset).toMatchObject({ count: expect.any(Number), previous_page: null });
  }
});

test('shows in a view what its conditions select for the agent who looks', async () => {
  const { acme, zendesk } = world;
  const { views } = await zendesk.get('/views.json');
  const { id: unassigned } = views[1];
  const { id: unsolved } = views[2];
  const count = async (by: typeof zendesk, id: number) =>
    (await by.get(`/views/${id}/tickets.json`)).tickets.length;
  const carol = clientWith(acme, apiToken(acme, acme.users['carol']!.email));
  const before = await count(zendesk, unassigned);

  acme.update(1, { by: 'bob', assignee_id: acme.users.bob.id });

  expect(await count(zendesk, unassigned)).toBe(before - 1);
  expect(await count(zendesk, unsolved)).toBe(14);
  expect(await count(carol, unsolved)).toBe(1);
});

const TAGGING = { conditions: PUBLIC_COMMENT, actions: [{ field: 'current_tags', value: 'seen' }] };

const postTrigger = (given: object) =>
  world.zendesk.call('POST', '/triggers', { trigger: { ...TAGGING, title: 'T', ...given } });

test('sorts triggers by cursor and by offset, and not when the two are mixed', async () => {
  for (const title of ['banana', 'Apple', 'cherry']) await postTrigger({ title });
  const titles = async (query: string) => {
    const { triggers } = await world.zendesk.get(`/triggers.json?${query}`);
    return triggers.map(({ title }: { title: string }) => title);
  };
  const byPosition = await titles('');

  expect(await titles('page[size]=9&sort=alphabetical')).toEqual(byPosition.toSorted(byLetters));
  expect(await titles('sort_by=alphabetical&sort_order=desc')).toEqual(
    byPosition.toSorted(byLetters).reverse(),
  );
  expect(await titles('page[size]=9&sort=-position')).toEqual(byPosition.toReversed());
  expect(await titles('page[size]=9&sort=alphabetical&per_page=9')).toEqual(byPosition);
});

const byLetters = (a: string, b: string) => a.toLowerCase().localeCompare(b.toLowerCase());

test('limits how many triggers are active and how many categories there are', async () => {
  const { acme, zendesk } = world;
  const { count } = await zendesk.get('/triggers/active.json');
  acme.switches.ruleLimits = { activeTriggers: count + 1, triggerCategories: 1 };
  const first = await postTrigger({});

  const second = await postTrigger({});
  const asleep = await postTrigger({ active: false });
  const path = `/triggers/${asleep.body.trigger.id}`;
  const woken = await zendesk.call('PUT', path, { trigger: { active: true } });
  const category = { trigger_category: { name: 'More' } };
  const more = await zendesk.call('POST', '/trigger_categories', category);

  expect([first, second, asleep, woken].map(({ status }) => status)).toEqual([201, 422, 201, 422]);
  expect(more).toMatchObject({ status: 403, body: { errors: [{ code: 'ProductLimitExceeded' }] } });
});

test('creates, shows and renames a trigger category', async () => {
  const { zendesk } = world;
  const { trigger_category: made } = await zendesk.post('/trigger_categories', {
    trigger_category: { name: 'Shop', position: 3 },
  });
  const path = `/trigger_categories/${made.id}`;

  const renamed = await zendesk.call('PATCH', path, { trigger_category: { name: 'Web shop' } });
  const unnamed = await zendesk.call('PATCH', path, { trigger_category: { name: ' ' } });

  expect(renamed.status).toBe(200);
  expect((await zendesk.get(path)).trigger_category).toEqual({
    id: made.id,
    name: 'Web shop',
    position: 3,
  });
  expect(unnamed.status).toBe(400);
});
