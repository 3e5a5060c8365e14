import { expect, test } from 'vitest';
import type { Json } from './api.ts';
import { contract } from './contract.ts';
import { faultsIn, META, OFFSET } from './shape.ts';

contract('triggers', (world) => {
  /** Never fires by itself: it waits for a tag that only this run uses. */
  const rule = () => ({
    title: `${world.prefix} trigger`,
    active: false,
    conditions: {
      all: [{ field: 'current_tags', operator: 'includes', value: world.prefix }],
      any: [],
    },
    actions: [{ field: 'current_tags', value: `${world.prefix}_fired` }],
  });

  async function create(trigger: object): Promise<Json> {
    const answer = await world.api.call('POST', '/triggers.json', { trigger });
    if (answer.body.trigger) world.owns(`/triggers/${answer.body.trigger.id}.json`);
    return answer;
  }

  test('creates a trigger with 201 in the first category', async () => {
    const { status, body } = await create(rule());

    expect(status).toBe(201);
    expect(
      faultsIn(body.trigger, {
        ...{ url: 'string', id: 'number', title: 'string', raw_title: 'string' },
        ...{ description: 'string|null', active: 'boolean', default: 'boolean' },
        ...{ position: 'number', category_id: 'string', conditions: 'object', actions: 'array' },
        ...{ created_at: 'time', updated_at: 'time' },
      }),
    ).toEqual([]);
    expect(body.trigger).toMatchObject(rule());
  });

  test('replaces actions and conditions that are sent together', async () => {
    const { body } = await create(rule());
    const path = `/triggers/${body.trigger.id}.json`;
    const actions = [{ field: 'priority', value: 'high' }];

    const { trigger } = await world.api.put(path, {
      trigger: { conditions: rule().conditions, actions },
    });

    expect(trigger).toMatchObject({ actions, conditions: rule().conditions });
    expect((await world.api.get(path)).trigger.actions).toEqual(actions);
  });

  test('refuses a trigger without an action, without a title and with an unknown value', async () => {
    const unknownVia = { field: 'current_via_id', operator: 'is_not', value: 'nowhere' };
    const answers = [
      await create({ ...rule(), actions: [] }),
      await create({ ...rule(), title: '' }),
      await create({ ...rule(), conditions: { all: [unknownVia], any: [] } }),
    ];

    for (const { status, body } of answers) {
      expect(status).toBe(422);
      expect(body).toMatchObject({ error: 'RecordInvalid', details: expect.any(Object) });
    }
    expect(answers[2].body.details.base[0].description).toContain("Invalid value 'nowhere'");
  });

  test('lists triggers by cursor and by offset, and finds one by its title', async () => {
    await create(rule());

    const byCursor = await world.api.get('/triggers.json?page[size]=1');
    const byOffset = await world.api.get('/triggers.json?per_page=1');
    const found = await world.api.get(`/triggers/search.json?query=${world.prefix}`);

    expect(faultsIn(byCursor.meta, META)).toEqual([]);
    expect(faultsIn(byOffset, OFFSET)).toEqual([]);
    expect(found.triggers.map(({ title }: Json) => title)).toContain(rule().title);
  });

  test('lists the definitions of conditions and actions', async () => {
    const { definitions } = await world.api.get('/triggers/definitions.json');

    const subjects = definitions.conditions_all.map(({ subject }: Json) => subject);
    expect(subjects).toEqual(
      expect.arrayContaining(['update_type', 'comment_is_public', 'status']),
    );
    expect(
      faultsIn(definitions.conditions_all[0], {
        ...{ title: 'string', subject: 'string', type: 'string', group: 'string' },
        ...{ nullable: 'boolean', repeatable: 'boolean', operators: 'array' },
      }),
    ).toEqual([]);
    expect(definitions.actions.map(({ subject }: Json) => subject)).toContain(
      'notification_webhook',
    );
  });

  test('changes a ticket that fits, once, and signs the change', async () => {
    const { body } = await create({ ...rule(), active: true });
    const { ticket } = await world.api.post('/tickets.json', {
      ticket: { subject: `${world.prefix} fits`, comment: { body: 'x' }, tags: [world.prefix] },
    });
    world.owns(`/tickets/${ticket.id}.json`);

    const { audits } = await world.api.get(`/tickets/${ticket.id}/audits.json`);

    const changes = audits
      .flatMap(({ events }: Json) => events)
      .filter(({ via }: Json) => via?.source?.from?.id === body.trigger.id);
    expect(changes).toMatchObject([
      { field_name: 'tags', via: { channel: 'rule', source: { rel: 'trigger' } } },
    ]);
  });

  test('creates a trigger category with 200 and keeps one that is in use', async () => {
    const made = await world.api.call('POST', '/trigger_categories.json', {
      trigger_category: { name: `${world.prefix} category` },
    });
    const path = `/trigger_categories/${made.body.trigger_category.id}.json`;
    world.owns(path);
    await create({ ...rule(), category_id: made.body.trigger_category.id });

    const refused = await world.api.call('DELETE', path);
    const { trigger_categories: all } = await world.api.get(
      '/trigger_categories.json?page[size]=100',
    );

    expect(made.status).toBe(200);
    expect(
      faultsIn(made.body.trigger_category, { id: 'string', name: 'string', position: 'number' }),
    ).toEqual([]);
    expect(refused.status).toBe(400);
    expect(refused.body.errors).toMatchObject([{ code: 'TriggerCategoryNotEmpty' }]);
    expect(all.map(({ id }: Json) => id)).toContain(made.body.trigger_category.id);
  });

  test('deletes a trigger with 204', async () => {
    const { body } = await create(rule());
    const path = `/triggers/${body.trigger.id}.json`;

    const gone = await world.api.call('DELETE', path);

    expect([gone.status, (await world.api.call('GET', path)).status]).toEqual([204, 404]);
  });
});
