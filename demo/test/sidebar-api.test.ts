import { afterEach, beforeEach, expect, test } from 'vitest';
import { startStack } from '../stack.ts';
import type { Stack } from '../stack.ts';
import { talkOn } from './talk.ts';

let stack: Stack;
let talk: ReturnType<typeof talkOn>;
let ticketId: number;
let state: string;

beforeEach(async () => {
  stack = await startStack();
  talk = talkOn(stack);
  ticketId = await talk.aliceAsks('How long does standard delivery take?');
  state = talk.fieldOf(ticketId)!;
});

afterEach(async () => {
  await stack.stop();
});

const ask = (body: string, slug = stack.slug) =>
  fetch(`${stack.service.url}/sidebar/${slug}/turns`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body,
  });

test('shows the turn log to whoever holds the value of the field of that ticket', async () => {
  const response = await ask(JSON.stringify({ ticketId, state }));

  expect(response.status).toBe(200);
  expect(await response.json()).toMatchObject({ turns: [{}, { action: 'replied' }] });
});

test('refuses the value of another ticket, a changed one and none', async () => {
  const otherId = await talk.aliceAsks('How do I return an item?');

  expect((await ask(JSON.stringify({ ticketId: otherId, state }))).status).toBe(403);
  expect((await ask(JSON.stringify({ ticketId, state: `${state}x` }))).status).toBe(403);
  expect((await ask(JSON.stringify({ ticketId }))).status).toBe(400);
});

test('refuses the value of one shop at the address of another', async () => {
  await stack.service.tenants.save({
    slug: 'other',
    zendeskUrl: 'https://other.example',
    credentials: { kind: 'oauth', clientId: 'id', clientSecret: 'secret' },
    signingSecrets: [],
    stateFieldId: stack.stateFieldId,
  });

  expect((await ask(JSON.stringify({ ticketId, state }), 'other')).status).toBe(403);
  expect((await ask(JSON.stringify({ ticketId, state }), 'nobody')).status).toBe(404);
});

test('lets the app read a refusal of what is no JSON', async () => {
  const response = await ask('{');

  expect(response.status).toBe(400);
  expect(response.headers.get('access-control-allow-origin')).toBe('*');
});
