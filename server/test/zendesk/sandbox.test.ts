import { expect, test } from 'vitest';
import { createZendeskClient } from '../../src/zendesk/client.ts';
import {
  hasUnknownFate,
  isClosedTicket,
  isConflict,
  isNotFound,
} from '../../src/zendesk/zendesk-error.ts';
import { acmeSandbox } from './acme-sandbox.ts';

const { acme, client } = await acmeSandbox();
const { alice } = acme.users;

/** A ticket of Alice's that nobody touched yet. */
function newTicket(): string {
  return String(
    acme.createTicket({ by: 'alice', subject: 'A question', text: 'How long is the warranty?' })[
      'id'
    ],
  );
}

test('signs in to the sandbox as the user who owns the OAuth client', async () => {
  expect(await client().me()).toMatchObject({ id: String(acme.users.assistant.id) });
});

test('says that the credentials are wrong, whichever way they are', async () => {
  const wrong = (credentials: Parameters<typeof createZendeskClient>[0]['credentials']) =>
    createZendeskClient({ baseUrl: acme.url, credentials, timeoutMs: 5_000 }).me();

  await expect(
    wrong({ kind: 'oauth', clientId: acme.credentials.clientId, clientSecret: 'no' }),
  ).rejects.toMatchObject({ code: 'sign_in_failed' });
  await expect(
    wrong({ kind: 'api-token', email: 'ada@acme.example', token: 'no' }),
  ).rejects.toMatchObject({ name: 'ZendeskError', fate: 'refused', retryable: false });
});

test('writes a reply that it finds again in the ticket, its comments and its audits', async () => {
  const zendesk = client();
  const id = newTicket();
  const before = await zendesk.getTicket(id);

  const written = await zendesk.updateTicket(id, {
    comment: { htmlBody: '<p>Two years.</p>', isPublic: true },
    status: 'pending',
    tags: [...before.tags, 'answered'],
    turnId: 'turn-7',
    updatedStamp: before.updatedAt,
  });

  const { comments, users } = await zendesk.newestComments(id, 10);
  expect(comments[0]).toMatchObject({
    id: written.commentId,
    text: 'Two years.',
    isPublic: true,
    viaChannel: 'api',
  });
  expect(comments[1]).toMatchObject({ authorId: String(alice.id), turnId: undefined });
  expect(users.get(String(alice.id))?.role).toBe('end-user');
  expect(await zendesk.getTicket(id)).toMatchObject({
    status: 'pending',
    tags: expect.arrayContaining(['answered']) as unknown,
  });
  expect(await zendesk.findTurn(id, 'turn-7')).toMatchObject({ commentId: written.commentId });
  expect(await zendesk.findTurn(id, 'turn-8')).toBeUndefined();
});

test('meets a conflict when the ticket changed since it was read', async () => {
  const zendesk = client();
  const id = newTicket();

  const update = zendesk.updateTicket(id, {
    status: 'pending',
    turnId: 't',
    updatedStamp: '2020-01-01T00:00:00Z',
  });

  await expect(update).rejects.toSatisfy(isConflict);
});

test('meets a closed ticket and a ticket that is not there', async () => {
  const zendesk = client();
  const id = newTicket();
  const ticket = { assignee_id: Number(acme.users.bob.id), status: 'closed' };
  await zendesk.call({ method: 'PUT', path: `/api/v2/tickets/${id}`, body: { ticket } });

  await expect(zendesk.updateTicket(id, { tags: [], turnId: 't2' })).rejects.toSatisfy(
    isClosedTicket,
  );
  await expect(zendesk.getTicket('999999')).rejects.toSatisfy(isNotFound);
});

test('finds a write that landed although its answer was lost', async () => {
  const zendesk = client();
  const id = newTicket();
  acme.faults.next({ match: { method: 'PUT' }, kind: 'drop-after' });

  const update = zendesk.updateTicket(id, {
    comment: { body: 'Hi', isPublic: true },
    turnId: 'lost-answer',
  });

  await expect(update).rejects.toSatisfy(hasUnknownFate);
  expect(await zendesk.findTurn(id, 'lost-answer')).toMatchObject({ turnId: 'lost-answer' });
});

test('finds nothing of a write that was lost on the way', async () => {
  const zendesk = client();
  const id = newTicket();
  acme.faults.next({ match: { method: 'PUT' }, kind: 'drop-before' });

  await expect(zendesk.updateTicket(id, { status: 'pending', turnId: 'lost' })).rejects.toSatisfy(
    hasUnknownFate,
  );
  expect(await zendesk.findTurn(id, 'lost')).toBeUndefined();
});

test('reads the newest of many comments, one page', async () => {
  const zendesk = client();
  const id = newTicket();
  for (let n = 1; n <= 4; n += 1) acme.comment(Number(id), { by: 'alice', text: `Comment ${n}` });

  const page = await zendesk.newestComments(id, 3);

  expect(page.comments.map(({ text }) => text)).toEqual(['Comment 4', 'Comment 3', 'Comment 2']);
  expect(page.hasMore).toBe(true);
});

test('lists the help center in every language', async () => {
  const zendesk = client();
  const { locales } = await zendesk.locales();

  expect(locales.length).toBeGreaterThan(1);
  for (const locale of locales) {
    const { articles } = await zendesk.articles({ locale });
    expect(articles.every((article) => article.locale === locale)).toBe(true);
  }
});
