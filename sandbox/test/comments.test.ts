import { expect, test } from 'vitest';
import { send } from './client.ts';
import { freshWorld } from './set-up.ts';

const world = freshWorld();

const LONG_TICKET = 15;

interface Listed {
  id: number;
  author_id: number;
}

test('pages through 300 comments by cursor, 100 at a time, also newest first', async () => {
  const { zendesk } = world;
  const seen: number[] = [];
  let next: string | null =
    `/api/v2/tickets/${LONG_TICKET}/comments?page[size]=200&sort=-created_at`;
  let pages = 0;

  while (next) {
    const page = await zendesk.get(next);
    seen.push(...page.comments.map(({ id }: Listed) => id));
    const url: URL | null = page.links.next ? new URL(page.links.next) : null;
    next = url && url.pathname + url.search;
    pages += 1;
    expect(page.meta.has_more).toBe(next !== null);
  }

  expect(pages).toBe(3);
  expect(seen).toHaveLength(300);
  expect(seen).toEqual([...seen].sort((a, b) => b - a));
});

test('lists the users of a page of comments on request', async () => {
  const { zendesk } = world;

  const { comments, users } = await zendesk.get('/tickets/7/comments?include=users');

  const ids = users.map(({ id }: Listed) => id);
  expect(new Set(comments.map(({ author_id }: Listed) => author_id))).toEqual(new Set(ids));
});

test('ignores the sort of a request that mixes both kinds of paging', async () => {
  const { zendesk } = world;

  const mixed = await zendesk.get('/tickets/7/comments?page[size]=100&sort_order=desc');
  const offset = await zendesk.get('/tickets/7/comments?sort_order=desc');

  const ids = (list: Listed[]) => list.map(({ id }) => id);
  expect(ids(mixed.comments)).toEqual(ids(offset.comments).reverse());
});

test('refuses offsets beyond 10,000 records', async () => {
  const { zendesk } = world;

  const answer = await zendesk.call('GET', '/tickets?page=102&per_page=100');

  expect(answer).toMatchObject({
    status: 400,
    body: { errors: [{ code: 'InvalidPaginationDepth' }] },
  });
});

test('refuses a cursor that it never gave out', async () => {
  const answer = await world.zendesk.call('GET', '/tickets?page[size]=2&page[after]=nonsense');

  expect(answer).toMatchObject({
    status: 400,
    body: { errors: [{ code: 'InvalidPaginationParameter' }] },
  });
});

test('walks back to the page before', async () => {
  const { zendesk } = world;
  const first = await zendesk.get('/tickets?page[size]=3');
  const second = await zendesk.get(`/tickets?page[size]=3&page[after]=${first.meta.after_cursor}`);

  const back = await zendesk.get(`/tickets?page[size]=3&page[before]=${second.meta.before_cursor}`);

  expect(back.tickets).toEqual(first.tickets);
  expect(back.links.prev).toBeNull();
});

test('carries an upload into a comment and serves its bytes', async () => {
  const { acme, zendesk } = world;
  const { upload } = await zendesk.post('/uploads?filename=crash.log', 'it crashed');

  const { audit } = await zendesk.put('/tickets/1', {
    ticket: { comment: { body: 'See the log', public: true, uploads: [upload.token] } },
  });

  const [comment] = acme.comments(1).slice(-1);
  expect(comment!['id']).toBe(audit.events[0].id);
  const [attachment] = comment!['attachments'];
  expect(attachment).toMatchObject({ file_name: 'crash.log', size: 10, inline: false });
  expect((await send(attachment.content_url, 'GET')).body).toBe('it crashed');
  const again = { ticket: { comment: { body: 'Again', uploads: [upload.token] } } };
  expect((await zendesk.call('PUT', '/tickets/1', again)).status).toBe(422);
});

test('says where a comment came from, place included', async () => {
  const { comments } = await world.zendesk.get('/tickets/1/comments');

  expect(comments[0]).toMatchObject({
    via: { channel: 'web' },
    metadata: { system: { ip_address: expect.any(String), latitude: expect.any(Number) } },
  });
});

test('lists audits with the metadata that an update carried', async () => {
  const { zendesk } = world;
  await zendesk.put('/tickets/1', { ticket: { tags: ['a'], metadata: { turn: { id: 't7' } } } });

  const { audits } = await zendesk.get('/tickets/1/audits?page[size]=100&sort=-created_at');

  expect(audits[0].metadata.custom).toEqual({ turn: { id: 't7' } });
  expect(audits[0].events).toContainEqual(
    expect.objectContaining({ type: 'Change', field_name: 'tags', value: ['a'] }),
  );
});
