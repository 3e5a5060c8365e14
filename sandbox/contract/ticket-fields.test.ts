import { expect, test } from 'vitest';
import type { Json } from './api.ts';
import { contract } from './contract.ts';
import { faultsIn, META } from './shape.ts';

contract('ticket fields', (world) => {
  async function create(field: object): Promise<Json> {
    const answer = await world.api.call('POST', '/ticket_fields.json', {
      ticket_field: { type: 'text', title: `${world.prefix} field`, ...field },
    });
    const { ticket_field: made } = answer.body;
    if (made) world.owns(`/ticket_fields/${made.id}.json`);
    return answer;
  }

  test('creates a field with 201 and the defaults of the platform', async () => {
    const { status, body } = await create({ agent_description: 'Do not edit' });

    expect(status).toBe(201);
    expect(
      faultsIn(body.ticket_field, {
        ...{ url: 'string', id: 'number', type: 'string', title: 'string', raw_title: 'string' },
        ...{ title_in_portal: 'string', raw_title_in_portal: 'string', description: 'string' },
        ...{ raw_description: 'string', agent_description: 'string|null', position: 'number' },
        ...{ active: 'boolean', required: 'boolean', collapsed_for_agents: 'boolean' },
        ...{ regexp_for_validation: 'string|null', visible_in_portal: 'boolean' },
        ...{ editable_in_portal: 'boolean', required_in_portal: 'boolean', tag: 'string|null' },
        ...{ removable: 'boolean', created_at: 'time', updated_at: 'time' },
      }),
    ).toEqual([]);
    expect(body.ticket_field).toMatchObject({ active: true, required: false, removable: true });
    expect(body.ticket_field.id).toBeGreaterThan(2 ** 31);
  });

  test('lists all fields at once, or by cursor', async () => {
    const { body } = await create({});

    const all = await world.api.get('/ticket_fields.json');
    const page = await world.api.get('/ticket_fields.json?page[size]=1');

    expect(all.ticket_fields.map(({ id }: Json) => id)).toContain(body.ticket_field.id);
    expect(page.ticket_fields).toHaveLength(1);
    expect(faultsIn(page.meta, META)).toEqual([]);
  });

  test('changes everything of a field but its type', async () => {
    const { body } = await create({});
    const path = `/ticket_fields/${body.ticket_field.id}.json`;

    const { ticket_field: changed } = await world.api.put(path, {
      ticket_field: { title: `${world.prefix} renamed`, active: false, type: 'checkbox' },
    });

    expect(changed).toMatchObject({
      title: `${world.prefix} renamed`,
      active: false,
      type: 'text',
    });
  });

  test('refuses a field without a title and one of no known type', async () => {
    const untitled = await create({ title: '' });
    const unknown = await create({ type: 'poem' });

    for (const answer of [untitled, unknown]) {
      expect(answer.status).toBe(422);
      expect(answer.body).toMatchObject({ error: 'RecordInvalid', details: expect.any(Object) });
    }
  });

  test('carries a value on every ticket, null until it is set and again when it is emptied', async () => {
    const { body } = await create({ type: 'textarea' });
    const { id } = body.ticket_field;
    const { ticket } = await world.api.post('/tickets.json', {
      ticket: { subject: `${world.prefix} with a value`, comment: { body: 'x' } },
    });
    world.owns(`/tickets/${ticket.id}.json`);
    const write = async (value: unknown) => {
      const answer = await world.api.put(`/tickets/${ticket.id}.json`, {
        ticket: { custom_fields: [{ id, value }] },
      });
      return valueOf(answer.ticket);
    };
    const valueOf = (shown: Json) =>
      shown.custom_fields.find((field: Json) => field.id === id).value;

    expect(valueOf(ticket)).toBeNull();
    expect(await write('{"v":1}')).toBe('{"v":1}');
    expect(await write('')).toBeNull();
  });

  test('deletes a field with 204', async () => {
    const { body } = await create({});
    const path = `/ticket_fields/${body.ticket_field.id}.json`;

    const gone = await world.api.call('DELETE', path);

    expect([gone.status, gone.body]).toEqual([204, '']);
    expect((await world.api.call('GET', path)).status).toBe(404);
  });
});
