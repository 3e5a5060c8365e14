import { beforeAll, expect, test } from 'vitest';
import type { Json } from './api.ts';
import { contract } from './contract.ts';
import { faultsIn, LINKS, META, OFFSET } from './shape.ts';

const ids = (comments: Json[]): number[] => comments.map(({ id }) => id as number);

contract('comments', (world) => {
  let comments: string;

  beforeAll(async () => {
    const { ticket } = await world.api.post('/tickets.json', {
      ticket: { subject: `${world.prefix} a talk`, comment: { body: 'One' } },
    });
    world.owns(`/tickets/${ticket.id}.json`);
    for (const html of ['<p>Two <b>bold</b></p>', '<p>Three</p>']) {
      await world.api.put(`/tickets/${ticket.id}.json`, {
        ticket: { comment: { html_body: html, public: false } },
      });
    }
    comments = `/tickets/${ticket.id}/comments.json`;
  });

  test('shows a comment in three renderings, with where it came from', async () => {
    const { comments: all } = await world.api.get(comments);

    expect(
      faultsIn(all[1], {
        ...{ id: 'number', type: 'string', author_id: 'number', audit_id: 'number' },
        ...{ body: 'string', html_body: 'string', plain_body: 'string', public: 'boolean' },
        ...{ attachments: 'array', via: 'object', created_at: 'time', metadata: 'object' },
      }),
    ).toEqual([]);
    expect(all[1]).toMatchObject({ type: 'Comment', public: false, via: { channel: 'api' } });
    expect(all[1].html_body).toContain('<b>bold</b>');
    expect(all[1].plain_body).toContain('Two');
    expect(all[1].plain_body).not.toContain('<b>');
  });

  test('lists the oldest first, or the newest on request, by cursor', async () => {
    const oldest = await world.api.get(`${comments}?page[size]=100`);
    const newest = await world.api.get(`${comments}?page[size]=100&sort=-created_at`);

    expect(oldest.comments).toHaveLength(3);
    expect(ids(newest.comments)).toEqual(ids(oldest.comments).reverse());
    expect(faultsIn(oldest.meta, META)).toEqual([]);
    expect(faultsIn(oldest.links, LINKS)).toEqual([]);
    expect(oldest.meta.has_more).toBe(false);
  });

  test('follows a cursor from page to page without a gap', async () => {
    const first = await world.api.get(`${comments}?page[size]=2`);
    const second = await world.api.get(first.links.next);

    const { comments: all } = await world.api.get(comments);
    expect(first.meta.has_more).toBe(true);
    expect(second.meta.has_more).toBe(false);
    expect([...ids(first.comments), ...ids(second.comments)]).toEqual(ids(all));
  });

  test('lists by offset when no cursor is asked for', async () => {
    const page = await world.api.get(`${comments}?per_page=2&page=2`);

    expect(page.comments).toHaveLength(1);
    expect(faultsIn(page, OFFSET)).toEqual([]);
    expect(page).toMatchObject({ count: 3, next_page: null });
  });

  test('adds the users of the page on request', async () => {
    const { comments: all, users } = await world.api.get(`${comments}?include=users`);

    expect(new Set(all.map((comment: Json) => comment.author_id))).toEqual(new Set(ids(users)));
  });

  test('inherits the privacy of the first comment when none is given', async () => {
    const { audit } = await world.api.put(comments.replace('/comments', ''), {
      ticket: { comment: { body: 'Public, as the first one' } },
    });

    const event = audit.events.find(({ type }: Json) => type === 'Comment');
    expect(event.public).toBe(true);
  });
});
