import { expect, test } from 'vitest';
import { contract } from './contract.ts';

contract('errors', (world) => {
  test('says with a string that nobody is signed in', async () => {
    const { status, body } = await world.nobody.call('GET', '/tickets.json');

    expect([status, body]).toEqual([401, { error: "Couldn't authenticate you" }]);
  });

  test('says with an OAuth error that a token is not valid', async () => {
    const { status, body } = await world.as('not-a-token').call('GET', '/tickets.json');

    expect([status, body.error]).toEqual([401, 'invalid_token']);
    expect(body.error_description).toEqual(expect.any(String));
  });

  test('says with an object that a token lacks the scope for a call', async () => {
    const { token: own } = await world.api.get('/oauth/tokens/current.json');
    const { token } = await world.api.post('/oauth/tokens.json', {
      token: { client_id: own.client_id, scopes: ['hc:read'] },
    });
    world.owns(`/oauth/tokens/${token.id}.json`);

    const { status, body } = await world.as(token.full_token).call('GET', '/tickets.json');

    expect(status).toBe(403);
    expect(body.error).toMatchObject({ title: 'Forbidden', message: expect.any(String) });
  });

  test('says with a string and a description that there is no such record or path', async () => {
    const record = await world.api.call('GET', '/tickets/999999999.json');
    const path = await world.api.call('GET', '/no_such_endpoint.json');

    expect([record.status, record.body]).toEqual([
      404,
      { error: 'RecordNotFound', description: 'Not found' },
    ]);
    expect([path.status, path.body.error]).toEqual([404, 'InvalidEndpoint']);
  });

  test('lists under details, by field, what a record lacks', async () => {
    const { status, body } = await world.api.call('POST', '/ticket_fields.json', {
      ticket_field: { type: 'text' },
    });

    expect(status).toBe(422);
    expect(body).toMatchObject({
      error: 'RecordInvalid',
      description: 'Record validation errors',
      details: { title: [{ description: expect.any(String) }] },
    });
  });

  test('lists errors with a code when a page lies too deep', async () => {
    const { status, body } = await world.api.call('GET', '/tickets.json?page=102&per_page=100');

    expect(status).toBe(400);
    expect(body.errors).toMatchObject([
      { code: 'InvalidPaginationDepth', title: expect.any(String) },
    ]);
  });

  test('says with an object that an attribute has the wrong kind', async () => {
    const { status, body } = await world.api.call('POST', '/tickets.json', { ticket: 'a text' });

    expect(status).toBe(400);
    expect(body).toMatchObject({
      error: { title: 'Invalid attribute', message: expect.any(String) },
    });
  });
});
