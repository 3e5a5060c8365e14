import { expect, test } from 'vitest';
import { contract } from './contract.ts';
import { faultsIn, OFFSET } from './shape.ts';

contract('account', (world) => {
  test('tells who is signed in', async () => {
    const { user } = await world.api.get('/users/me.json');

    expect(
      faultsIn(user, {
        ...{ id: 'number', url: 'string', name: 'string', email: 'string', role: 'string' },
        ...{ active: 'boolean', verified: 'boolean', suspended: 'boolean', shared: 'boolean' },
        ...{ locale: 'string', time_zone: 'string', tags: 'array', user_fields: 'object' },
        ...{ phone: 'string|null', external_id: 'string|null', organization_id: 'number|null' },
        ...{ custom_role_id: 'number|null', ticket_restriction: 'string|null' },
        ...{ default_group_id: 'number|null', photo: 'object|null' },
        ...{ created_at: 'time', updated_at: 'time', authenticity_token: 'string|null' },
      }),
    ).toEqual([]);
    expect(user.role).toBe('admin');
  });

  test('answers users/me with 200 and nobody when there are no credentials', async () => {
    const { status, body } = await world.nobody.call('GET', '/users/me.json');

    expect(status).toBe(200);
    expect(body.user).toMatchObject({ id: null, name: 'Anonymous user', role: 'end-user' });
  });

  test('shows a user by id and by e-mail', async () => {
    const { user: me } = await world.api.get('/users/me');

    const { user } = await world.api.get(`/users/${me.id}.json`);
    const { users, ...envelope } = await world.api.get(
      `/users/search.json?query=${encodeURIComponent(`email:${me.email}`)}`,
    );

    expect(user.id).toBe(me.id);
    expect(users.map(({ id }: { id: number }) => id)).toContain(me.id);
    expect(faultsIn(envelope, OFFSET)).toEqual([]);
  });

  test('describes the current token', async () => {
    const { token } = await world.api.get('/oauth/tokens/current.json');

    expect(
      faultsIn(token, {
        ...{ id: 'number', user_id: 'number', client_id: 'number', scopes: 'array' },
        ...{ token: 'string', created_at: 'time', expires_at: 'time|null' },
      }),
    ).toEqual([]);
  });

  test('tells what is left of the plan in both header families', async () => {
    const { headers } = await world.api.call('GET', '/ticket_fields.json');

    for (const name of ['x-rate-limit', 'ratelimit-limit', 'ratelimit-reset']) {
      expect(Number(headers.get(name))).toBeGreaterThan(0);
    }
    for (const name of ['x-rate-limit-remaining', 'ratelimit-remaining']) {
      expect(Number(headers.get(name))).toBeGreaterThanOrEqual(0);
    }
  });

  test('tells the settings of the account', async () => {
    const { settings } = await world.api.get('/account/settings.json');

    expect(
      faultsIn(settings, { api: 'object', tickets: 'object', active_features: 'object' }),
    ).toEqual([]);
  });

  test('lists locales', async () => {
    const { locales } = await world.api.get('/locales.json');

    expect(faultsIn(locales[0], { id: 'number', locale: 'string', name: 'string' })).toEqual([]);
  });

  test('lists groups, brands and custom statuses', async () => {
    const { groups } = await world.api.get('/groups.json');
    const { brands } = await world.api.get('/brands.json');
    const { custom_statuses: statuses } = await world.api.get('/custom_statuses.json?active=true');

    expect(
      faultsIn(groups[0], { id: 'number', name: 'string', deleted: 'boolean', url: 'string' }),
    ).toEqual([]);
    expect(
      faultsIn(brands[0], { id: 'number', name: 'string', active: 'boolean', default: 'boolean' }),
    ).toEqual([]);
    expect(
      faultsIn(statuses[0], {
        ...{ id: 'number', status_category: 'string', agent_label: 'string' },
        ...{ end_user_label: 'string', default: 'boolean', active: 'boolean' },
      }),
    ).toEqual([]);
  });
});
