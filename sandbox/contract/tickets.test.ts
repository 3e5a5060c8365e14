import { beforeAll, expect, test } from 'vitest';
import type { Json } from './api.ts';
import { contract } from './contract.ts';
import { faultsIn, META, type Shape } from './shape.ts';

const TICKET: Shape = {
  ...{ url: 'string', id: 'number', external_id: 'string|null', via: 'object' },
  ...{ created_at: 'time', updated_at: 'time', generated_timestamp: 'number' },
  ...{ type: 'string|null', subject: 'string', raw_subject: 'string', description: 'string' },
  ...{ priority: 'string|null', status: 'string', recipient: 'string|null' },
  ...{ requester_id: 'number', submitter_id: 'number', assignee_id: 'number|null' },
  ...{ organization_id: 'number|null', group_id: 'number|null', collaborator_ids: 'array' },
  ...{ follower_ids: 'array', email_cc_ids: 'array', problem_id: 'number|null' },
  ...{ has_incidents: 'boolean', is_public: 'boolean', due_at: 'time|null', tags: 'array' },
  ...{ custom_fields: 'array', fields: 'array', followup_ids: 'array', brand_id: 'number' },
  ...{ allow_channelback: 'boolean', allow_attachments: 'boolean' },
  ...{ from_messaging_channel: 'boolean', custom_status_id: 'number|null' },
};

const AUDIT: Shape = {
  ...{ id: 'number', ticket_id: 'number', created_at: 'time', author_id: 'number' },
  ...{ metadata: 'object', events: 'array', via: 'object' },
};

contract('tickets', (world) => {
  let id: number;
  const path = () => `/tickets/${id}.json`;
  const update = (ticket: object) => world.api.call('PUT', path(), { ticket });

  async function create(subject: string): Promise<Json> {
    const answer = await world.api.call('POST', '/tickets.json', {
      ticket: {
        subject: `${world.prefix} ${subject}`,
        comment: { body: 'Written by a contract test' },
        tags: [world.prefix],
      },
    });
    world.owns(`/tickets/${answer.body.ticket.id}.json`);
    return answer;
  }

  beforeAll(async () => {
    id = (await create('the first')).body.ticket.id;
  });

  test('creates a ticket with 201, its address and its audit', async () => {
    const { status, body } = await create('another');

    expect(status).toBe(201);
    expect(faultsIn(body.ticket, TICKET)).toEqual([]);
    expect(faultsIn(body.audit, AUDIT)).toEqual([]);
    expect(body.audit.events[0].type).toBe('Comment');
  });

  test('shows a ticket without its comments, and its people on request', async () => {
    const { ticket, users } = await world.api.get(`${path()}?include=users`);

    expect(faultsIn(ticket, TICKET)).toEqual([]);
    expect(ticket).not.toHaveProperty('comments');
    expect(ticket.fields).toEqual(ticket.custom_fields);
    expect(users.map((user: Json) => user.id)).toContain(ticket.requester_id);
  });

  test('answers an update with the ticket and one audit that holds all of it', async () => {
    const metadata = { contract: { turn: world.prefix } };

    const { status, body } = await update({
      comment: { body: 'An internal note', public: false },
      priority: 'high',
      metadata,
    });

    const { ticket, audit } = body;
    expect([status, ticket.priority, audit.ticket_id]).toEqual([200, 'high', id]);
    expect(audit.metadata).toMatchObject({ custom: metadata, system: expect.any(Object) });
    expect(audit.via.channel).toBe('api');
    const comment = audit.events.find((event: Json) => event.type === 'Comment');
    expect(comment).toMatchObject({ public: false, body: 'An internal note', attachments: [] });
    expect(audit.events).toContainEqual(
      expect.objectContaining({
        type: 'Change',
        field_name: 'priority',
        value: 'high',
        previous_value: null,
      }),
    );
  });

  test('finds the metadata of an update in the audits', async () => {
    await update({ type: 'question', metadata: { contract: { step: 'audits' } } });

    const { audits, meta } = await world.api.get(
      `/tickets/${id}/audits.json?page[size]=100&sort=-created_at`,
    );

    expect(faultsIn(audits[0], AUDIT)).toEqual([]);
    expect(faultsIn(meta, META)).toEqual([]);
    expect(audits.map(({ metadata }: Json) => metadata.custom)).toContainEqual({
      contract: { step: 'audits' },
    });
  });

  test('refuses a safe update whose stamp is old, and takes one whose stamp is right', async () => {
    const { ticket } = await world.api.get(path());
    const safe = { safe_update: true };

    const old = await update({ ...safe, external_id: 'a', updated_stamp: '2020-01-01T00:00:00Z' });
    const right = await update({ ...safe, external_id: 'b', updated_stamp: ticket.updated_at });

    expect([old.status, old.body.error]).toEqual([409, 'UpdateConflict']);
    expect([right.status, right.body.ticket.external_id]).toEqual([200, 'b']);
  });

  test('adds, replaces and removes tags at their own address', async () => {
    const tags = (method: string, given: string[]) =>
      world.api.call(method, `/tickets/${id}/tags.json`, { tags: given });

    const added = await tags('PUT', ['one']);
    const replaced = await tags('POST', [world.prefix, 'two']);
    const removed = await tags('DELETE', ['two']);

    expect([added.status, replaced.status, removed.status]).toEqual([200, 201, 200]);
    expect(added.body.tags).toContain('one');
    expect(replaced.body.tags).not.toContain('one');
    expect(removed.body.tags).toEqual([world.prefix]);
  });

  test('refuses every update of a closed ticket under details.status, and still reads it', async () => {
    const { user: me } = await world.api.get('/users/me');
    const { body } = await create('to be closed');
    const address = `/tickets/${body.ticket.id}.json`;
    await world.api.put(address, { ticket: { status: 'closed', assignee_id: me.id } });

    const refused = await world.api.call('PUT', address, { ticket: { status: 'open' } });

    expect(refused.status).toBe(422);
    expect(refused.body).toMatchObject({
      error: 'RecordInvalid',
      details: {
        status: [{ description: expect.stringContaining('closed prevents ticket update') }],
      },
    });
    expect((await world.api.get(address)).ticket.status).toBe('closed');
  });

  test('continues a closed ticket with its tags, as the follow-up of it', async () => {
    const { user: me } = await world.api.get('/users/me');
    const closed = (await create('to be continued')).body.ticket.id;
    const change = { status: 'closed', assignee_id: me.id };
    await world.api.put(`/tickets/${closed}.json`, { ticket: change });

    const { ticket } = await world.api.post('/tickets.json', {
      ticket: { via_followup_source_id: closed, comment: { body: 'Written by a contract test' } },
    });

    world.owns(`/tickets/${ticket.id}.json`);
    expect(ticket.tags).toContain(world.prefix);
    expect(ticket.via.source).toMatchObject({ rel: 'follow_up', from: { ticket_id: closed } });
  });

  test('creates a ticket once per idempotency key', async () => {
    const body = { ticket: { subject: `${world.prefix} once`, comment: { body: 'Once' } } };
    const post = () =>
      world.api.call('POST', '/tickets.json', body, { 'idempotency-key': `${world.prefix}-key` });

    const [first, second] = [await post(), await post()];

    world.owns(`/tickets/${first.body.ticket.id}.json`);
    expect(second.body.ticket.id).toBe(first.body.ticket.id);
    expect(first.headers.get('x-idempotency-lookup')).toBe('miss');
    expect(second.headers.get('x-idempotency-lookup')).toBe('hit');
  });
});
