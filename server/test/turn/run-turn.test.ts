import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { startSandbox } from '../../../sandbox/src/sandbox.ts';
import type { Sandbox } from '../../../sandbox/src/sandbox.ts';
import type { Answer, Question } from '../../src/answer/answer.ts';
import { createConversationStore } from '../../src/conversation/conversation-store.ts';
import type { DueTicket } from '../../src/inbox/inbox.ts';
import { tenantSchema } from '../../src/tenant/tenant.ts';
import { stateSigner } from '../../src/tenant/state-signer.ts';
import { runTurn } from '../../src/turn/run-turn.ts';
import { createZendeskClient } from '../../src/zendesk/client.ts';
import { openTestDatabase } from '../support/test-database.ts';

let sandbox: Sandbox;
let passedMs: number;
let asked: Question[];

beforeAll(async () => {
  sandbox = await startSandbox({ clock: 'virtual' });
});
afterAll(() => sandbox.stop());
beforeEach(() => {
  asked = [];
});

const acme = () => sandbox.account('acme');

async function pass(ms: number): Promise<void> {
  passedMs += ms;
  await sandbox.advance(`${ms} ms`);
}

/** A turn on a fresh ticket of alice's, at once; `whileAnswering` happens before the engine's first answer. */
async function turnOn(whileAnswering: (ticketId: number) => Promise<void> | void) {
  const { clientId, clientSecret } = acme().credentials;
  const credentials = { kind: 'oauth', clientId, clientSecret } as const;
  // The two clocks agree: what is written now bears the time it is now.
  acme().update(1, { by: 'bob', subject: `A subject at ${Math.random()}` });
  const startedAt = Date.parse(acme().ticket(1)['updated_at'] as string);
  passedMs = 0;
  const now = () => startedAt + passedMs;
  const zendesk = createZendeskClient({ baseUrl: acme().url, credentials, timeoutMs: 5_000, now });
  const tenant = tenantSchema.parse({
    slug: 'acme',
    zendeskUrl: acme().url,
    credentials,
    signingSecrets: [],
    stateFieldId: await stateFieldId(),
    answerMode: 'reply',
  });

  const { id } = acme().createTicket({ by: 'alice', subject: 'Delivery', text: 'How long?' });
  const due: DueTicket = {
    ...{ tenant: 'acme', ticketId: String(id), lease: 'one' },
    ...{ events: [], nudgedAt: now(), attempts: 0 },
  };
  acme().clearCalls();
  const { record } = await runTurn(
    {
      conversations: createConversationStore(await openTestDatabase(), now),
      zendesk,
      signer: await stateSigner(new Uint8Array(32), 'acme'),
      now,
      sleep: pass,
      async answer(question): Promise<Answer> {
        asked.push(question);
        if (asked.length === 1) await whileAnswering(id);
        return {
          text: `To "${question.text}": four days.`,
          confidence: 0.9,
          sources: [{ id: '9', title: 'Delivery', url: 'https://acme.example/hc/9' }],
          language: 'en',
        };
      },
    },
    tenant,
    due,
  );
  return { record, replies: repliesOn(id) };
}

async function stateFieldId(): Promise<string> {
  const { email, apiToken: token } = acme().credentials.admin;
  const admin = createZendeskClient({
    baseUrl: acme().url,
    credentials: { kind: 'api-token', email, token },
    timeoutMs: 5_000,
  });
  const answer = await admin.call({
    method: 'POST',
    path: '/api/v2/ticket_fields',
    body: { ticket_field: { type: 'textarea', title: 'State' } },
  });
  return String((answer as { ticket_field: { id: number } }).ticket_field.id);
}

const repliesOn = (id: number) =>
  acme()
    .comments(id)
    .filter((comment) => comment['author_id'] === acme().users['assistant']!.id)
    .map((comment) => String(comment['body']));

const bobReplies = (id: number) =>
  void acme().comment(id, { by: 'bob', text: 'Four days, Alice.' });

test('says nothing after a human who replied in the very second of the question', async () => {
  const { record, replies } = await turnOn(bobReplies);

  expect(replies).toEqual([]);
  expect(record).toMatchObject({ action: 'stayed_silent', reason: 'agent_has_replied' });
});

test('obeys a pause that was set in the very second of the question', async () => {
  const { record, replies } = await turnOn((id) => {
    acme().update(id, { by: 'bob', tags: ['assistant_paused'] });
  });

  expect(replies).toEqual([]);
  expect(record).toMatchObject({ reason: 'paused_by_tag' });
});

test('throws an answer away when the customer writes more while it is prepared', async () => {
  const { replies } = await turnOn(async (id) => {
    await pass(2_000);
    acme().comment(id, { by: 'alice', text: 'And how much?' });
  });

  expect(replies).toHaveLength(1);
  expect(replies[0]).toContain('And how much?');
});

test('looks once more before it writes an answer that took long, and asks the engine only once', async () => {
  const { record, replies } = await turnOn(() => pass(20_000));

  expect(replies).toHaveLength(1);
  expect(asked).toHaveLength(1);
  expect(record.timings).toMatchObject({ answerMs: 20_000 });
  expect(acme().calls.filter(({ method }) => method === 'PUT')).toHaveLength(1);
});

test('writes nothing that a human has made needless while a slow answer was prepared', async () => {
  const { replies } = await turnOn(async (id) => {
    await pass(20_000);
    bobReplies(id);
  });

  expect(replies).toEqual([]);
  expect(acme().calls.filter(({ status }) => status === 409)).toEqual([]);
});
