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

test('counts the ids of comments and audits up, or takes every second one from another server, by switch', async () => {
  const { acme, zendesk } = world;
  const write = (times: number) => {
    for (let n = 0; n < times; n += 1) acme.comment(1, { by: 'alice', text: `Number ${n}` });
  };
  const fallsOf = (list: Listed[]) =>
    list.filter(({ id }, index) => index > 0 && id < list[index - 1]!.id).length;
  const read = async () => {
    const { comments } = await zendesk.get('/tickets/1/comments?page[size]=100&sort=created_at');
    const { audits } = await zendesk.get('/tickets/1/audits?page[size]=100&sort=created_at');
    return { comments, audits };
  };

  write(6);
  const counted = await read();
  acme.switches.ids = 'several-servers';
  write(6);
  const mixed = await read();

  expect([fallsOf(counted.comments), fallsOf(counted.audits)]).toEqual([0, 0]);
  expect([fallsOf(mixed.comments), fallsOf(mixed.audits)]).toEqual([3, 3]);
  const bodies = mixed.comments.slice(-6).map(({ body }: { body: string }) => body);
  expect(bodies).toEqual([0, 1, 2, 3, 4, 5].map((n) => `Number ${n}`));
  const ids = [...mixed.comments, ...mixed.audits].map(({ id }: Listed) => id);
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids.every((id) => String(id).length === 14)).toBe(true);
});

test('lists a comment at once, or leaves it out of the first reads, by switch', async () => {
  const { acme, zendesk } = world;
  const read = async () => {
    const query = 'page[size]=100&sort=-created_at&include=users';
    const { comments, users } = await zendesk.get(`/tickets/1/comments?${query}`);
    return { newest: comments[0].body, users: users.map(({ name }: { name: string }) => name) };
  };
  acme.comment(1, { by: 'alice', text: 'At once' });
  expect((await read()).newest).toBe('At once');

  acme.switches.commentsLag = 2;
  acme.comment(1, { by: 'bob', text: 'Later' });
  const audits = await zendesk.get('/tickets/1/audits?sort=-created_at&page[size]=1');
  const reads = [await read(), await read(), await read()];

  expect(audits.audits[0].events[0].body).toBe('Later');
  expect(reads.map(({ newest }) => newest)).toEqual(['At once', 'At once', 'Later']);
  expect(reads.map(({ users }) => users.includes(acme.users.bob.name))).toEqual([
    ...[false, false, true],
  ]);
  expect(acme.comments(1).at(-1)).not.toHaveProperty('readsUntilListed');
});

test('names Zendesk itself as the author of what an automation or a merge wrote, and no such user', async () => {
  const { acme, zendesk } = world;

  acme.comment(1, { by: -1, text: 'This request was merged.', public: false });
  const { comments, users } = await zendesk.get('/tickets/1/comments?include=users');

  expect(comments.at(-1)).toMatchObject({ author_id: -1, public: false });
  expect(users.map(({ id }: Listed) => id)).not.toContain(-1);
  expect((await zendesk.call('GET', '/users/-1')).status).toBe(404);
});

test('lists authors that were deleted as end users, or not at all, by switch', async () => {
  const { acme, zendesk } = world;
  const { id } = acme.users.bob;
  acme.comment(1, { by: 'bob', text: 'I will look into it' });
  const read = async () => {
    const { comments, users } = await zendesk.get('/tickets/1/comments?include=users');
    return [comments.at(-1).author_id, users.find((user: Listed) => user.id === id)];
  };

  acme.inflict({ kind: 'deleted-user', userId: id });
  const listed = await read();
  acme.switches.deletedAuthors = 'missing';
  const missing = await read();

  expect(listed).toEqual([id, expect.objectContaining({ role: 'end-user', active: false })]);
  expect(missing).toEqual([id, undefined]);
});
