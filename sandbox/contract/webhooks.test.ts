import { expect, test } from 'vitest';
import type { Json } from './api.ts';
import { contract } from './contract.ts';
import { faultsIn, LINKS, META } from './shape.ts';

contract('webhooks', (world) => {
  const wanted = () => ({
    name: `${world.prefix} webhook`,
    endpoint: world.webhookUrl,
    http_method: 'POST',
    request_format: 'json',
    status: 'active',
    subscriptions: ['conditional_ticket_events'],
    authentication: {
      type: 'basic_auth',
      add_position: 'header',
      data: { username: 'zd', password: 'a-secret' },
    },
  });

  async function create(webhook: object = {}): Promise<Json> {
    const given = { ...wanted(), ...webhook };
    const answer = await world.api.call('POST', '/webhooks', { webhook: given });
    if (answer.body.webhook) world.owns(`/webhooks/${answer.body.webhook.id}`);
    return answer;
  }

  test('creates a webhook with 201, a ULID and user ids as strings', async () => {
    const { status, body } = await create();

    expect(status).toBe(201);
    expect(
      faultsIn(body.webhook, {
        ...{ id: 'ulid', name: 'string', endpoint: 'string', http_method: 'string' },
        ...{ request_format: 'string', status: 'string', subscriptions: 'array' },
        ...{ created_at: 'time', created_by: 'string', updated_at: 'time', updated_by: 'string' },
      }),
    ).toEqual([]);
  });

  test('echoes no password', async () => {
    const { body } = await create();

    const { webhook } = await world.api.get(`/webhooks/${body.webhook.id}`);

    expect(webhook.authentication).toMatchObject({
      type: 'basic_auth',
      data: { username: 'zd' },
    });
    expect(JSON.stringify(webhook)).not.toContain('a-secret');
  });

  test('changes a webhook with 204 and no body, in part or as a whole', async () => {
    const { body } = await create();
    const path = `/webhooks/${body.webhook.id}`;
    const { authentication: _, ...whole } = wanted();

    const inPart = await world.api.call('PATCH', path, { webhook: { status: 'inactive' } });
    const { webhook: patched } = await world.api.get(path);
    const replaced = await world.api.call('PUT', path, { webhook: { ...whole, name: 'Another' } });
    const { webhook } = await world.api.get(path);

    expect([inPart.status, inPart.body, replaced.status, replaced.body]).toEqual([
      204,
      '',
      204,
      '',
    ]);
    expect(patched).toMatchObject({ name: wanted().name, status: 'inactive' });
    expect(webhook).toMatchObject({ name: 'Another', status: 'active' });
  });

  test('lists webhooks by a part of their name, always by cursor', async () => {
    await create();

    const page = await world.api.get(
      `/webhooks?filter[name_contains]=${world.prefix}&page[size]=1`,
    );

    expect(page.webhooks).toHaveLength(1);
    expect(faultsIn(page.meta, META)).toEqual([]);
    expect(faultsIn(page.links, LINKS)).toEqual([]);
  });

  test('shows the signing secret at its own address, and another one after a reset', async () => {
    const { body } = await create();
    const path = `/webhooks/${body.webhook.id}/signing_secret`;

    const { signing_secret: first } = await world.api.get(path);
    const reset = await world.api.call('POST', path);

    expect(faultsIn(first, { algorithm: 'string', secret: 'string' })).toEqual([]);
    expect(first.algorithm).toBe('SHA256');
    expect(reset.status).toBe(201);
    expect((await world.api.get(path)).signing_secret).toEqual(reset.body.signing_secret);
    expect(reset.body.signing_secret.secret).not.toBe(first.secret);
  });

  test('tests a webhook and tells what the endpoint answered', async () => {
    const { response } = await world.api.post('/webhooks/test', {
      request: {
        endpoint: world.webhookUrl,
        http_method: 'POST',
        request_format: 'json',
        payload: '{"ticket_id":"1"}',
      },
    });

    expect(faultsIn(response, { status: 'number', headers: 'array' })).toEqual([]);
    expect(faultsIn(response.headers[0], { key: 'string', value: 'string' })).toEqual([]);
  });

  test('logs what a trigger made it deliver, with every attempt', async () => {
    const { body } = await create();
    const { webhook } = body;
    const { trigger } = await world.api.post('/triggers.json', {
      trigger: {
        title: `${world.prefix} delivers`,
        conditions: {
          all: [{ field: 'current_tags', operator: 'includes', value: `${world.prefix}_deliver` }],
          any: [],
        },
        actions: [{ field: 'notification_webhook', value: [webhook.id, '{"id":"{{ticket.id}}"}'] }],
      },
    });
    world.owns(`/triggers/${trigger.id}.json`);
    const { ticket } = await world.api.post('/tickets.json', {
      ticket: {
        subject: `${world.prefix} delivers`,
        comment: { body: 'x' },
        tags: [`${world.prefix}_deliver`],
      },
    });
    world.owns(`/tickets/${ticket.id}.json`);

    const path = `/webhooks/${webhook.id}/invocations`;
    const invocation = await world.eventually(
      async () => (await world.api.get(path)).invocations[0] as Json | undefined,
    );
    const { attempts } = await world.api.get(`${path}/${invocation.id}/attempts`);

    expect(
      faultsIn(invocation, { id: 'string', status: 'string', latest_completed_at: 'time' }),
    ).toEqual([]);
    expect(
      faultsIn(attempts[0], {
        ...{ id: 'string', invocation_id: 'string', status: 'string', completed_at: 'time' },
        ...{ request: 'object', response: 'object' },
      }),
    ).toEqual([]);
    const { headers, payload } = attempts[0].request;
    const names = headers.map(({ key }: Json) => key.toLowerCase());
    expect(names).toEqual(
      expect.arrayContaining([
        'x-zendesk-account-id',
        'x-zendesk-webhook-id',
        'x-zendesk-webhook-invocation-id',
        'x-zendesk-webhook-signature',
        'x-zendesk-webhook-signature-timestamp',
      ]),
    );
    expect(typeof payload === 'string' ? JSON.parse(payload) : payload).toEqual({
      id: String(ticket.id),
    });
  });

  test('refuses a webhook without an endpoint and one that does not exist, as a list of errors', async () => {
    const invalid = await create({ endpoint: '' });
    const missing = await world.api.call('GET', '/webhooks/01HZX3M8Q2C4V6B8N0K2J4H6G8');

    expect([invalid.status, missing.status]).toEqual([400, 404]);
    for (const { body } of [invalid, missing]) {
      expect(body.errors).toMatchObject([{ code: expect.any(String), title: expect.any(String) }]);
    }
  });

  test('deletes a webhook with 204', async () => {
    const { body } = await create();
    const path = `/webhooks/${body.webhook.id}`;

    const gone = await world.api.call('DELETE', path);

    expect([gone.status, (await world.api.call('GET', path)).status]).toEqual([204, 404]);
  });
});
