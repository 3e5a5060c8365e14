import { expect, test } from 'vitest';
import { initialState } from '../../src/assistant/evolve.ts';
import type { Conversation } from '../../src/conversation/conversation.ts';
import { createConversationStore } from '../../src/conversation/conversation-store.ts';
import { createLogger } from '../../src/logger.ts';
import { createMetrics } from '../../src/metrics.ts';
import { stateSigner } from '../../src/tenant/state-signer.ts';
import { tenantSchema } from '../../src/tenant/tenant.ts';
import type { Tenant } from '../../src/tenant/tenant.ts';
import { MAX_ATTEMPTS } from '../../src/turn/failure.ts';
import type { TurnPorts } from '../../src/turn/run-turn.ts';
import { workOnTicket } from '../../src/turn/work-on-ticket.ts';
import { claimed, invocation, startInbox, testClock } from '../support/inbox.ts';
import { openTestDatabase } from '../support/test-database.ts';
import { fakeZendesk } from '../zendesk/fake-zendesk.ts';
import { apiToken, testClient } from '../zendesk/test-client.ts';
import { alice, assistant, commentBody, ticketBody } from '../zendesk/zendesk-bodies.ts';

const TICKET = '/api/v2/tickets/42';

/** A shop whose Zendesk knows a ticket with a question, but answers 404 at this path; work on the ticket is done once. */
async function workedOnWith404(path: string) {
  const zendesk = await fakeZendesk({
    'GET /api/v2/users/me': { body: { user: assistant } },
    [`GET ${TICKET}`]: { body: { ticket: ticketBody({ id: 42 }) } },
    [`GET ${TICKET}/comments`]: { body: { comments: [commentBody()], users: [alice] } },
    [`GET ${path}`]: { status: 404, body: { error: 'RecordNotFound' } },
    // Nothing can be written either: the handover fails as well.
    [`PUT ${TICKET}`]: { status: 422, body: { error: 'RecordInvalid' } },
  });
  const db = await openTestDatabase();
  const now = testClock(Date.parse('2026-11-24T12:00:00Z'));
  const inbox = await startInbox(db, now, { debounceMs: 0 });
  const conversations = createConversationStore(db, now);
  const client = testClient(zendesk.url);
  const tenant = tenantSchema.parse({
    ...{ slug: 'acme', zendeskUrl: zendesk.url, credentials: apiToken, signingSecrets: [] },
    stateFieldId: '1',
  });
  const ports: TurnPorts = {
    ...{ conversations, zendesk: client, now },
    signer: await stateSigner(new Uint8Array(32), 'acme'),
    async answer() {
      await client.articles({ locale: 'es' });
      return { confidence: 0, sources: [], language: 'en' };
    },
  };
  await inbox.receive(invocation());
  const logger = createLogger({ level: 'silent' });
  const metrics = createMetrics({ withProcess: false });
  await workOnTicket(
    {
      ...{ inbox, conversations, logger, metrics, now },
      tenantPorts: () => Promise.resolve({ tenant, ports }),
    },
    await claimed(inbox),
  );
  const left = await db.query('SELECT dead_at, attempts, error_code FROM due_tickets');
  return { left, seen: zendesk.seen.map(({ method, path: asked }) => `${method} ${asked}`) };
}

test.each([TICKET, `${TICKET}/comments`])(
  'is done with a ticket that is gone: 404 at %s',
  async (path) => {
    const { left, seen } = await workedOnWith404(path);

    expect(left).toEqual([]);
    expect(seen.at(-1)).toBe(`GET ${path}`);
  },
);

test('does not take anything else that is missing for a deleted ticket, and keeps the work until a human is told', async () => {
  const { left, seen } = await workedOnWith404('/api/v2/help_center/es/articles');

  expect(left).toEqual([{ dead_at: null, attempts: 1, error_code: 'not_found' }]);
  expect(seen.at(-1)).toBe(`PUT ${TICKET}`);
});

test('gives up on a turn that can never be recorded, and counts each attempt', async () => {
  const db = await openTestDatabase();
  const now = testClock();
  const inbox = await startInbox(db, now, { debounceMs: 0, leaseMs: 3_600_000_000 });
  const conversations = createConversationStore(db, now);
  const metrics = createMetrics({ withProcess: false });
  // What is said of our own reply needs no Zendesk: the turn itself cannot fail.
  const echo = {
    kind: 'comment',
    ticketId: '42',
    commentId: JUST_REPLIED.lastReply!.commentId,
  } as const;
  await inbox.receive(invocation({ event: echo }));
  await db.query(
    'INSERT INTO conversations (tenant, ticket_id, record, updated_at) VALUES (?, ?, ?, 0)',
    ['acme', '42', JSON.stringify(JUST_REPLIED)],
  );
  await db.query('DROP TABLE turns');

  for (let attempt = 0; attempt < 10; attempt += 1) {
    const due = await inbox.claim();
    if (due) {
      await workOnTicket(
        {
          inbox,
          conversations,
          tenantPorts: () =>
            Promise.resolve({
              tenant: { slug: 'acme' } as Tenant,
              ports: { conversations, now } as unknown as TurnPorts,
            }),
          logger: createLogger({ level: 'silent' }),
          metrics,
          now,
        },
        due,
      );
    }
    now.advance(10 * 60_000);
  }

  expect(await inbox.deadLetters('acme')).toMatchObject([
    { ticketId: '42', attempts: MAX_ATTEMPTS, errorCode: 'statement_failed' },
  ]);
  const { values } = await metrics.turnFailures.get();
  expect(values).toMatchObject([{ value: MAX_ATTEMPTS, labels: { code: 'statement_failed' } }]);
});

const JUST_REPLIED: Conversation = {
  tenant: 'acme',
  ticketId: '42',
  turnCount: 1,
  state: initialState('acme', '42', '7', 0),
  lastReply: { commentId: '1', authorId: '7', isEchoed: false },
};
