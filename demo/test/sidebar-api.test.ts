import { ratingRequest, turnsResponse } from '@smart-assistant/shared/sidebar-api.ts';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { startStack } from '../stack.ts';
import type { Stack } from '../stack.ts';
import { talkOn } from './talk.ts';

const QUESTION = 'How long does standard delivery take?';
const HOUR_MS = 3_600_000;

let stack: Stack;
let talk: ReturnType<typeof talkOn>;
let ticketId: number;
let state: string;

beforeEach(async () => {
  stack = await startStack();
  talk = talkOn(stack);
  ticketId = await talk.aliceAsks(QUESTION);
  state = talk.fieldOf(ticketId)!;
});

afterEach(async () => {
  await stack.stop();
});

type Action = 'turns' | 'draft' | 'ratings' | 'nudge';

const post = (action: Action, body: string, slug = stack.slug) =>
  fetch(`${stack.service.url}/sidebar/${slug}/${action}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body,
  });
const ask = (action: Action, more: object = {}) =>
  post(action, JSON.stringify({ ticketId, state, ...more }));
const codeOf = async (response: Response) =>
  ((await response.json()) as { error: { code: string } }).error.code;

/** alice writes and is answered; the field moves on. */
async function aliceGoesOn(times: number): Promise<void> {
  for (let time = 0; time < times; time += 1) {
    stack.account.comment(ticketId, { by: 'alice', text: QUESTION });
    await stack.settle();
  }
}

describe('the key', () => {
  test('is the value of the field of that ticket', async () => {
    const response = await ask('turns');

    expect(response.status).toBe(200);
    expect(await response.json()).toMatchObject({ turns: [{}, { action: 'replied' }], newestN: 1 });
  });

  test.each(['turns', 'draft', 'ratings', 'nudge'] as const)(
    'to %s is neither the value of another ticket, nor a changed one, nor none',
    async (action) => {
      const rated = { turnId: 'any', rating: { verdict: 'right' } };
      const otherId = await talk.aliceAsks('How do I return an item?');

      expect((await ask(action, { ...rated, ticketId: otherId })).status).toBe(403);
      expect((await ask(action, { ...rated, state: `${state}x` })).status).toBe(403);
      expect((await ask(action, { ...rated, state: undefined })).status).toBe(400);
    },
  );

  test('of one shop does not fit another', async () => {
    await stack.service.tenants.save({
      slug: 'other',
      zendeskUrl: 'https://other.example',
      credentials: { kind: 'oauth', clientId: 'id', clientSecret: 'secret' },
      signingSecrets: [],
      stateFieldId: stack.stateFieldId,
    });
    const body = JSON.stringify({ ticketId, state });

    expect((await post('turns', body, 'other')).status).toBe(403);
    expect((await post('turns', body, 'nobody')).status).toBe(404);
  });

  test('still opens a short while after the ticket has moved on, and not for ever', async () => {
    await aliceGoesOn(6);
    expect((await ask('turns')).status).toBe(200);

    stack.pass(HOUR_MS);
    const late = await ask('turns');

    expect(late.status).toBe(403);
    expect(await codeOf(late)).toBe('state_too_old');
    expect((await ask('turns', { state: talk.fieldOf(ticketId) })).status).toBe(200);
  });

  test('may be a few states old, however long ago that was', async () => {
    await aliceGoesOn(2);
    stack.pass(HOUR_MS);

    const response = await ask('turns');

    expect(await response.json()).toMatchObject({ newestN: 3 });
  });
});

test('lets the app read a refusal of what is no JSON', async () => {
  const response = await post('turns', '{');

  expect(response.status).toBe(400);
  expect(response.headers.get('access-control-allow-origin')).toBe('*');
});

test('tells why: nudges, sources with their passage, what was written, and where the time went', async () => {
  const { turns } = turnsResponse.parse(await (await ask('turns')).json());

  expect(turns[1]).toMatchObject({
    nudges: [{ by: 'comment', count: 1 }],
    factsDigest: expect.stringMatching(/^[\w-]{22}$/),
    written: { isPublic: true, text: expect.stringContaining('deliver') },
    sources: [{ quote: expect.stringMatching(/deliver/i) }],
    rules: expect.arrayContaining([{ rule: 'answer_found', verdict: 'decided' }]),
    timings: { waitedMs: expect.any(Number), writeMs: expect.any(Number) },
  });
  expect(JSON.stringify(turns)).not.toContain(QUESTION);
});

test('gives older turns page by page', async () => {
  const { turns } = turnsResponse.parse(await (await ask('turns')).json());

  const older = await ask('turns', { before: turns[0]!.n });

  expect(await older.json()).toMatchObject({ turns: [{ id: turns[1]!.id }], hasMore: false });
});

test('tells why a ticket waits', async () => {
  stack.account.faults.next({ match: { method: 'PUT' }, kind: '429', retryAfter: 30 });

  stack.account.comment(ticketId, { by: 'alice', text: 'How do I return an item?' });
  await stack.settle();

  expect(await (await ask('turns')).json()).toMatchObject({
    waiting: { because: 'zendesk_limit', until: expect.any(Number), attempts: 1 },
  });
});

describe('a draft', () => {
  test('answers the customer for the agent who has the ticket, and writes nothing', async () => {
    stack.account.comment(ticketId, { by: 'bob', text: 'I will look into it.' });
    stack.account.comment(ticketId, { by: 'alice', text: 'How do I return an item?' });
    await stack.settle();
    stack.account.clearCalls();

    const response = await ask('draft', { state: talk.fieldOf(ticketId) });

    expect(await response.json()).toMatchObject({
      found: true,
      text: expect.stringMatching(/return/i),
      sources: [{ url: expect.stringContaining('/hc/') }],
    });
    expect(stack.account.calls.filter(({ method }) => method !== 'GET')).toEqual([]);
  });

  test('says when no article answers', async () => {
    stack.account.comment(ticketId, { by: 'alice', text: 'Zxq wvut qqrs?' });

    expect(await (await ask('draft')).json()).toEqual({
      found: false,
      reason: 'no_article_matches',
    });
  });

  test('is refused for a while when it is asked for again and again', async () => {
    for (let time = 0; time < 6; time += 1) expect((await ask('draft')).status).toBe(200);

    const seventh = await ask('draft');

    expect(seventh.status).toBe(429);
    expect(Number(seventh.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(await codeOf(seventh)).toBe('too_many_requests');
    stack.pass(60_000);
    expect((await ask('draft')).status).toBe(200);
  });

  test('is refused while Zendesk is away', async () => {
    stack.account.faults.next({ match: { path: /tickets/ }, kind: '500', times: 9 });

    const response = await ask('draft');

    expect(response.status).toBe(503);
    expect(await codeOf(response)).toBe('zendesk_unavailable');
  });
});

describe('a nudge', () => {
  test('lets the assistant look at once at a ticket that was resumed', async () => {
    stack.account.update(ticketId, { by: 'bob', tags: ['assistant_paused'] });
    stack.account.comment(ticketId, { by: 'alice', text: 'How do I return an item?' });
    await stack.settle();
    stack.account.update(ticketId, { by: 'bob', tags: [] });
    await stack.settle();
    expect(talk.repliesOf(ticketId)).toHaveLength(1);

    const response = await ask('nudge');
    await stack.settle();

    expect(response.status).toBe(204);
    expect(talk.repliesOf(ticketId)).toHaveLength(2);
    expect(await talk.turnLogOf(ticketId)).toContainEqual(
      expect.objectContaining({
        ...{ action: 'replied', nudges: [expect.objectContaining({ by: 'agent', count: 1 })] },
      }),
    );
  });

  test('changes nothing where there is nothing to do, and is refused when it comes too often', async () => {
    for (let time = 0; time < 12; time += 1) expect((await ask('nudge')).status).toBe(204);

    const tooMany = await ask('nudge');
    await stack.settle();

    expect(tooMany.status).toBe(429);
    expect(await codeOf(tooMany)).toBe('too_many_requests');
    expect(talk.repliesOf(ticketId)).toHaveLength(1);
  });
});

describe('a rating', () => {
  test('shows on its turn, and the newest one counts', async () => {
    const { turns } = turnsResponse.parse(await (await ask('turns')).json());
    const turnId = turns[1]!.id;
    const wrong = { verdict: 'wrong', reason: 'outdated_article' } as const;

    await ask('ratings', { turnId, rating: { verdict: 'right' } });
    const rated = await ask('ratings', { turnId, rating: wrong });

    expect(rated.status).toBe(204);
    expect(await (await ask('turns')).json()).toMatchObject({ turns: [{}, { rating: wrong }] });
  });

  test('is refused for a turn of another ticket, and without a reason for wrong', async () => {
    const { turns } = turnsResponse.parse(await (await ask('turns')).json());
    const otherId = await talk.aliceAsks('How do I return an item?');
    const other = { ticketId: otherId, state: talk.fieldOf(otherId)!, turnId: turns[1]!.id };
    const request = ratingRequest.parse({ ...other, rating: { verdict: 'right' } });

    expect((await ask('ratings', request)).status).toBe(404);
    const unreasoned = await ask('ratings', { ...request, rating: { verdict: 'wrong' } });
    expect(unreasoned.status).toBe(400);
  });
});
