import { beforeAll, expect, test } from 'vitest';
import type { Json } from './api.ts';
import { contract } from './contract.ts';
import { faultsIn, META, OFFSET } from './shape.ts';

contract('search and exports', (world) => {
  let id: number;
  let before: number;
  const has = (tickets: Json[]) => tickets.some((ticket) => ticket.id === id);

  beforeAll(async () => {
    const { ticket } = await world.api.post('/tickets.json', {
      ticket: {
        subject: `${world.prefix} to be found`,
        comment: { body: 'x' },
        tags: [world.prefix],
      },
    });
    id = ticket.id;
    before = Date.parse(ticket.created_at) / 1000 - 300;
    world.owns(`/tickets/${id}.json`);
  });

  test('finds a new ticket by its tag, a while later', async () => {
    const query = encodeURIComponent(`type:ticket tags:${world.prefix}`);

    const page = await world.eventually(async () => {
      const found = await world.api.get(`/search.json?query=${query}`);
      return found.results.length > 0 ? (found as Json) : undefined;
    });

    expect(has(page.results)).toBe(true);
    expect(page.results[0].result_type).toBe('ticket');
    expect(faultsIn(page, OFFSET)).toEqual([]);
  });

  test('exports search results by cursor, with a type only', async () => {
    const query = encodeURIComponent(`tags:${world.prefix}`);

    const untyped = await world.api.call('GET', `/search/export.json?query=${query}`);
    const typed = await world.api.get(`/search/export.json?query=${query}&filter[type]=ticket`);

    expect(untyped.status).toBe(400);
    expect(faultsIn(typed.meta, META)).toEqual([]);
  });

  test('exports changed tickets from a time on, and goes on from a cursor', async () => {
    const page = await world.eventually(async () => {
      const found = await world.api.get(`/incremental/tickets/cursor.json?start_time=${before}`);
      return has(found.tickets) ? (found as Json) : undefined;
    });
    const next = await world.api.get(page.after_url);

    expect(
      faultsIn(page, {
        ...{ tickets: 'array', after_url: 'string|null', after_cursor: 'string|null' },
        ...{ before_url: 'string|null', before_cursor: 'string|null', end_of_stream: 'boolean' },
      }),
    ).toEqual([]);
    expect(page.end_of_stream).toBe(true);
    expect(has(next.tickets)).toBe(false);
  });

  test('refuses to export from the future', async () => {
    const start = before + 86_400;

    const { status } = await world.api.call(
      'GET',
      `/incremental/tickets/cursor.json?start_time=${start}`,
    );

    expect([400, 422]).toContain(status);
  });
});
