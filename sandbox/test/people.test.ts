import { beforeEach, expect, test } from 'vitest';
import { apiToken, clientWith, send, type Client } from './client.ts';
import { freshWorld } from './set-up.ts';

const world = freshWorld({ clock: 'virtual' });

/** Of the group Wholesale, which has one ticket. */
const WHOLESALE_TICKET = 15;
let carol: Client;

beforeEach(() => {
  const { acme } = world;
  carol = clientWith(acme, apiToken(acme, acme.users['carol']!.email));
});

const ids = (tickets: Array<{ id: number }>) => tickets.map(({ id }) => id);

test('shows a restricted agent the tickets of their group only, wherever they look', async () => {
  const { tickets } = await carol.get('/tickets');
  const { tickets: many } = await carol.get(`/tickets/show_many?ids=1,${WHOLESALE_TICKET}`);
  const { results } = await carol.get('/search?query=type:ticket');

  expect([ids(tickets), ids(many), ids(results)]).toEqual(Array(3).fill([WHOLESALE_TICKET]));
  expect((await carol.call('GET', `/tickets/${WHOLESALE_TICKET}/comments`)).status).toBe(200);
});

test('answers a restricted agent 404 for a ticket of others, as for one that does not exist', async () => {
  const change = { ticket: { tags: ['x'] } };
  const answers = [
    await carol.call('GET', '/tickets/1'),
    await carol.call('GET', '/tickets/1/comments'),
    await carol.call('GET', '/tickets/1/audits'),
    await carol.call('PUT', '/tickets/1', change),
    await carol.call('PUT', '/tickets/1/tags', { tags: ['x'] }),
  ];

  for (const answer of answers) {
    expect(answer).toMatchObject({ status: 404, body: { error: 'RecordNotFound' } });
  }
  expect(world.acme.ticket(1)['tags']).toEqual(['website']);
});

test('shows a restricted agent a ticket as soon as it is given to them', async () => {
  const { acme } = world;

  acme.update(1, { by: 'bob', assignee_id: acme.users['carol']!.id });

  expect((await carol.call('GET', '/tickets/1')).status).toBe(200);
});

test('reports tickets that the updater may not see as missing in a bulk job', async () => {
  const { sandbox } = world;

  const { job_status: job } = await carol.put(`/tickets/update_many?ids=1,${WHOLESALE_TICKET}`, {
    ticket: { tags: ['x'] },
  });
  await sandbox.settle();

  const { job_status: done } = await carol.get(`/job_statuses/${job.id}`);
  expect(done.results).toMatchObject([
    { id: 1, success: false, error: 'TicketNotFound' },
    { id: WHOLESALE_TICKET, success: true },
  ]);
});

test('keeps a suspended user out, by API token and in the browser', async () => {
  const { acme, zendesk } = world;
  const sven = acme.users['sven']!;

  const { user } = await zendesk.get(`/users/${sven.id}`);
  const byToken = await clientWith(acme, apiToken(acme, sven.email)).call('GET', '/requests');
  const signIn = await send(`${acme.url}/sandbox/session`, 'POST', { body: { userId: sven.id } });

  expect(user).toMatchObject({ suspended: true, active: true });
  expect([byToken.status, signIn.status]).toEqual([401, 400]);
});

test('ends the open session of a user who is suspended meanwhile', async () => {
  const { acme, zendesk } = world;
  const body = { userId: acme.users.bob.id };
  const signIn = await send(`${acme.url}/sandbox/session`, 'POST', { body });
  const browser = clientWith(acme, { cookie: signIn.headers.get('set-cookie')!.split(';')[0]! });
  expect((await browser.call('GET', '/tickets/1')).status).toBe(200);

  await zendesk.put(`/users/${acme.users.bob.id}`, { user: { suspended: true } });

  expect((await browser.call('GET', '/tickets/1')).status).toBe(401);
  expect((await browser.get('/users/me')).user.id).toBeNull();
});

test('leaves null what a user has not, and tells what an agent may see', async () => {
  const { acme, zendesk } = world;

  const { user: alice } = await zendesk.get(`/users/${acme.users.alice.id}`);
  const { user: shownCarol } = await zendesk.get(`/users/${acme.users['carol']!.id}`);
  const { user: me } = await zendesk.get('/users/me');

  expect(alice).toMatchObject({
    phone: null,
    external_id: null,
    organization_id: null,
    custom_role_id: null,
    default_group_id: null,
    photo: null,
    ticket_restriction: 'requested',
  });
  expect(shownCarol).toMatchObject({ ticket_restriction: 'groups', role: 'agent' });
  expect(me).toMatchObject({ ticket_restriction: null, custom_role_id: null });
});

test('lists groups, memberships, roles and brands', async () => {
  const { acme, zendesk } = world;
  const { id: carolId } = acme.users['carol']!;

  const { groups } = await zendesk.get('/groups.json');
  const { group_memberships: members } = await zendesk.get('/group_memberships?page[size]=100');
  const { custom_roles: roles } = await zendesk.get('/custom_roles.json');
  const { brands } = await zendesk.get('/brands.json');

  expect(groups.map(({ name }: { name: string }) => name)).toEqual(['Support', 'Wholesale']);
  expect(members).toContainEqual(
    expect.objectContaining({ user_id: carolId, group_id: groups[1].id }),
  );
  expect(roles).toMatchObject([{ configuration: { ticket_access: 'within-groups' } }]);
  expect(brands).toMatchObject([{ id: acme.ticket(1)['brand_id'], default: true, active: true }]);
});
