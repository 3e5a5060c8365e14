import { expect, test } from 'vitest';
import { freshWorld } from './set-up.ts';

const world = freshWorld({ clock: 'virtual' });

interface Found {
  id: number;
  status: string;
}

const now = () => Date.parse('2026-11-24T09:00:00Z') / 1000;

test.each([
  ['type:ticket status:closed', [11]],
  ['type:ticket tags:chaos', [13]],
  ['type:ticket "Gift wrapping"', [10]],
  ['type:ticket status>hold', [10, 11]],
  ['type:ticket requester:yuki@meru.example', [9]],
  ['type:ticket created<2020-01-01', []],
])('searches %j', async (query, ids) => {
  const { results } = await world.zendesk.get(`/search?query=${encodeURIComponent(query)}`);

  expect(results.map(({ id }: Found) => id)).toEqual(ids);
});

test('finds a new ticket only after a while, by switch', async () => {
  const { acme, sandbox, zendesk } = world;
  const { id } = acme.createTicket({ by: 'alice', subject: 'Zeppelin', text: 'Do you sell one?' });
  const found = async () => (await zendesk.get('/search?query=type:ticket Zeppelin')).results;

  expect(await found()).toEqual([]);
  await sandbox.advance('1 min');
  expect(await found()).toMatchObject([{ id }]);
  acme.switches.searchLagSeconds = 3600;
  expect(await found()).toEqual([]);
});

test('refuses to search without a query and beyond 1,000 results, and to export without a type', async () => {
  const { zendesk } = world;

  expect((await zendesk.call('GET', '/search')).status).toBe(400);
  expect((await zendesk.call('GET', '/search?query=a&page=11&per_page=100')).status).toBe(422);
  expect((await zendesk.call('GET', '/search/export?query=a')).status).toBe(400);
  const { results, meta } = await zendesk.get(
    '/search/export?query=status:closed&filter[type]=ticket&page[size]=1',
  );
  expect(results.map(({ id }: Found) => id)).toEqual([11]);
  expect(meta.has_more).toBe(false);
});

test('exports tickets in the order of their last update and goes on from a cursor', async () => {
  const { acme, sandbox, zendesk } = world;
  const first = await zendesk.get('/incremental/tickets/cursor.json?start_time=0&per_page=10');
  const second = await zendesk.get(`/incremental/tickets/cursor.json?cursor=${first.after_cursor}`);
  acme.comment(3, { by: 'jean', text: 'Bonjour ?' });
  await sandbox.advance('2 min');
  const third = await zendesk.get(`/incremental/tickets/cursor.json?cursor=${second.after_cursor}`);

  expect(first.end_of_stream).toBe(false);
  expect(second.end_of_stream).toBe(true);
  expect(first.tickets.length + second.tickets.length).toBe(16);
  expect(third.tickets.map(({ id }: Found) => id)).toEqual([3]);
});

test('leaves the newest minute out of an export, by switch', async () => {
  const { acme, zendesk } = world;
  acme.comment(3, { by: 'jean', text: 'Bonjour ?' });
  const ids = async (start: number) =>
    (await zendesk.get(`/incremental/tickets.json?start_time=${start}`)).tickets.map(
      ({ id }: Found) => id,
    );

  expect(await ids(now() - 120)).toEqual([]);
  const tooRecent = await zendesk.call('GET', `/incremental/tickets.json?start_time=${now()}`);
  expect(tooRecent).toMatchObject({ status: 422, body: { error: 'StartTimeTooRecent' } });
  acme.switches.incrementalLagSeconds = 0;

  expect(await ids(now() - 120)).toEqual([3]);
});

test('exports ticket events with their comments on request', async () => {
  const { acme, sandbox, zendesk } = world;
  acme.comment(3, { by: 'jean', text: 'Bonjour ?' });
  await sandbox.advance('2 min');

  const { ticket_events: events } = await zendesk.get(
    `/incremental/ticket_events.json?start_time=${now() - 60}&include=comment_events`,
  );

  expect(events).toHaveLength(1);
  expect(events[0]).toMatchObject({ ticket_id: 3, event_type: 'Audit' });
  expect(events[0].child_events[0]).toMatchObject({ event_type: 'Comment', body: 'Bonjour ?' });
});

test('allows ten exports a minute, thirty with the add-on', async () => {
  const { acme, sandbox, zendesk } = world;
  const get = () => zendesk.call('GET', '/incremental/tickets.json?start_time=0');
  for (let count = 0; count < 10; count += 1) expect((await get()).status).toBe(200);

  const refused = await get();
  acme.switches.exportsPerMinute = 30;
  expect((await get()).status).toBe(200);
  acme.switches.exportsPerMinute = 10;
  await sandbox.advance('1 min');

  expect(refused.status).toBe(429);
  expect(refused.headers.get('retry-after')).toBe('60');
  expect((await get()).status).toBe(200);
});

test('refuses to go on from a cursor that it never gave', async () => {
  for (const cursor of ['garbage', 'MTIzfA', Buffer.from('1|2|3').toString('base64url')]) {
    const path = `/incremental/tickets/cursor.json?cursor=${cursor}`;
    const { status, body } = await world.zendesk.call('GET', path);

    expect(status).toBe(400);
    expect(body.errors).toMatchObject([{ code: 'InvalidPaginationParameter' }]);
  }
});
