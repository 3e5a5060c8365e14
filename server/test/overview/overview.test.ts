import { SignJWT } from 'jose';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { OVERVIEW_AUDIENCE, overviewResponse } from '@smart-assistant/shared/overview-api.ts';
import { startStack } from '../../../demo/stack.ts';
import type { Stack } from '../../../demo/stack.ts';
import { talkOn } from '../../../demo/test/talk.ts';
import { createTestDatabase } from '../support/test-database.ts';

const HOUR_MS = 3_600_000;

let stack: Stack;
let talk: ReturnType<typeof talkOn>;
/** How far the server's clock is ahead of this one. */
let passedMs: number;

beforeEach(async () => {
  stack = await startStack({ databaseUrl: await createTestDatabase() });
  talk = talkOn(stack);
  passedMs = 0;
});

afterEach(async () => {
  await stack.stop();
});

function pass(ms: number): void {
  stack.pass(ms);
  passedMs += ms;
}

interface TokenOptions {
  secret?: string;
  alg?: string;
  audience?: string;
  issuer?: string;
  /** Seconds. */
  expiry?: number | undefined;
}

async function token({
  secret = stack.service.apiSecret(stack.slug),
  alg = 'HS256',
  audience = OVERVIEW_AUDIENCE,
  issuer = stack.slug,
  ...rest
}: TokenOptions = {}): Promise<string> {
  const jwt = new SignJWT().setProtectedHeader({ alg }).setAudience(audience).setIssuer(issuer);
  const expiry = 'expiry' in rest ? rest.expiry : 60;
  if (expiry !== undefined)
    jwt.setExpirationTime(Math.floor((Date.now() + passedMs) / 1000) + expiry);
  return jwt.sign(new TextEncoder().encode(secret));
}

const today = () => {
  const from = Date.now() - 12 * HOUR_MS;
  return { from, to: from + 24 * HOUR_MS };
};

async function ask({
  authorization,
  body = today(),
  slug = stack.slug,
}: { authorization?: string; body?: object; slug?: string } = {}): Promise<Response> {
  return fetch(`${stack.service.url}/overview/${slug}`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      authorization: authorization ?? `Bearer ${await token()}`,
    },
    body: JSON.stringify(body),
  });
}

test('tells what happened in a shop', async () => {
  const answeredId = await talk.aliceAsks('How long does standard delivery take?');
  await talk.aliceAsks('Can I talk to a human?');
  const [, replied] = await talk.turnLogOf(answeredId);
  await fetch(`${stack.service.url}/sidebar/${stack.slug}/ratings`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      ticketId: answeredId,
      state: talk.fieldOf(answeredId),
      turnId: replied!.id,
      rating: { verdict: 'right' },
    }),
  });

  const overview = overviewResponse.parse(await (await ask()).json());

  expect(overview).toMatchObject({
    answerMode: 'reply',
    turns: expect.arrayContaining([
      { action: 'replied', reason: 'answered_from_articles', count: 1 },
      { action: 'handed_over', reason: 'requester_asked_for_person', count: 1 },
    ]),
    ratings: { right: 1, wrong: 0 },
    missedWebhooks: 0,
    waiting: { tickets: 0, oldestMs: 0 },
    deadLetters: [],
    setup: { status: 'unknown', findings: [] },
  });
  expect(overview.newest[0]).toMatchObject({ action: 'handed_over' });
  expect(new Set(overview.hours.map(({ at }) => at % HOUR_MS))).toHaveLength(1);
});

test("leaves the assistant's own echoes out, which stay in the turn log", async () => {
  const ticketId = await talk.aliceAsks('How long does standard delivery take?');

  const overview = overviewResponse.parse(await (await ask()).json());

  const replied = { action: 'replied', reason: 'answered_from_articles' };
  expect((await talk.turnLogOf(ticketId)).map(({ reason }) => reason)).toContain(
    'own_comment_echo',
  );
  expect(overview.turns).toEqual([{ ...replied, count: 1 }]);
  expect(overview.hours).toEqual([{ at: expect.any(Number), action: 'replied', count: 1 }]);
  expect(overview.newest).toMatchObject([{ ticketId: String(ticketId), ...replied }]);
});

test('shows nothing of another time, and of another shop', async () => {
  await talk.aliceAsks('How long does standard delivery take?');
  const { from } = today();

  const yesterday = await ask({ body: { from: from - 24 * HOUR_MS, to: from } });

  expect(await yesterday.json()).toMatchObject({ turns: [], hours: [], newest: [] });
});

test('tells of what waits and of what failed for good', async () => {
  await talk.aliceAsks('How long does standard delivery take?');
  // As many as there are attempts; then it can be handed over.
  stack.account.faults.next({ match: { method: 'PUT' }, kind: '500', times: 8 });
  const ticket = stack.account.createTicket({ by: 'alice', subject: 'Delivery', text: 'Hello?' });
  await stack.sandbox.settle();
  pass(60_000);
  const waiting = (await (await ask()).json()) as object;
  for (let attempt = 0; attempt < 8; attempt += 1) {
    await stack.settle();
    pass(10 * 60_000);
  }

  const failed = (await (await ask()).json()) as object;

  expect(waiting).toMatchObject({ waiting: { tickets: 1 }, deadLetters: [] });
  expect(failed).toMatchObject({
    waiting: { tickets: 0 },
    deadLetters: [{ ticketId: String(ticket['id']), errorCode: expect.any(String) }],
  });
});

describe('refuses a token', () => {
  test.each<[string, TokenOptions]>([
    ['of another secret', { secret: 'x'.repeat(43) }],
    ['of another algorithm', { alg: 'HS512' }],
    ['for somebody else', { audience: 'another' }],
    ['by another shop', { issuer: 'globex' }],
    ['that has expired', { expiry: -120 }],
    ['that lives too long', { expiry: 3600 }],
    ['that lives for ever', { expiry: undefined }],
  ])('%s', async (_which, options) => {
    const response = await ask({ authorization: `Bearer ${await token(options)}` });

    expect(response.status).toBe(401);
    expect(await response.json()).toMatchObject({ error: { code: 'token_invalid' } });
  });

  test('that is none, or has no signature', async () => {
    const [, payload] = (await token()).split('.');
    const header = Buffer.from('{"alg":"none"}').toString('base64url');

    expect((await ask({ authorization: '' })).status).toBe(401);
    expect((await ask({ authorization: `Bearer ${header}.${payload}.` })).status).toBe(401);
  });
});

test.each([{}, { from: 1, to: 1 }, { from: 0, to: 400 * 24 * HOUR_MS }])(
  'refuses %j as a time',
  async (body) => {
    expect((await ask({ body })).status).toBe(400);
  },
);

test('knows no shop that is not there', async () => {
  expect((await ask({ slug: 'nobody' })).status).toBe(404);
});
