import { expect, test } from 'vitest';
import { initialState } from '../../src/assistant/evolve.ts';
import type { Conversation } from '../../src/conversation/conversation.ts';
import { createConversationStore } from '../../src/conversation/conversation-store.ts';
import type { DueTicket, Settlement } from '../../src/inbox/inbox.ts';
import { createLogger } from '../../src/logger.ts';
import { createMetrics } from '../../src/metrics.ts';
import type { Tenant } from '../../src/tenant/tenant.ts';
import { MAX_ATTEMPTS } from '../../src/turn/failure.ts';
import type { TurnPorts } from '../../src/turn/run-turn.ts';
import { workOnTicket } from '../../src/turn/work-on-ticket.ts';
import { ZendeskError } from '../../src/zendesk/zendesk-error.ts';
import { invocation, startInbox, testClock } from '../support/inbox.ts';
import { openTestDatabase } from '../support/test-database.ts';

const DUE: DueTicket = {
  ...{ tenant: 'acme', ticketId: '35', lease: 'one' },
  ...{ events: [], nudgedAt: 0, attempts: 0 },
};

/** How a ticket is settled when Zendesk answers the first read with 404 at this path. */
async function settledAfter404(path: string): Promise<Settlement | undefined> {
  const conversations = createConversationStore(await openTestDatabase(), () => 0);
  const missing = () =>
    Promise.reject(new ZendeskError({ code: 'not_found', method: 'GET', path, fate: 'refused' }));
  const ports = { conversations, zendesk: { me: missing }, now: () => 0 } as unknown as TurnPorts;

  let settled: Settlement | undefined;
  await workOnTicket(
    {
      inbox: {
        settle(_due, settlement) {
          settled = settlement;
          return Promise.resolve(true);
        },
      },
      conversations,
      tenantPorts: () => Promise.resolve({ tenant: { slug: 'acme' } as Tenant, ports }),
      logger: createLogger({ level: 'silent' }),
      metrics: createMetrics({ withProcess: false }),
      now: () => 0,
    },
    DUE,
  );
  return settled;
}

test('is done with a ticket that is gone', async () => {
  expect(await settledAfter404('/api/v2/tickets/35')).toEqual({ kind: 'done' });
  expect(await settledAfter404('/api/v2/tickets/35/comments')).toEqual({ kind: 'done' });
});

test('does not take anything else that is missing for a deleted ticket, and keeps the work until a human is told', async () => {
  const settlement = await settledAfter404('/api/v2/help_center/es/articles');

  expect(settlement).toMatchObject({ kind: 'retry', errorCode: 'not_found' });
});

test('gives up on a turn that can never be recorded, and counts each attempt', async () => {
  const db = await openTestDatabase();
  const now = testClock();
  const inbox = await startInbox(db, now, { debounceMs: 0, leaseMs: 3_600_000_000 });
  const conversations = createConversationStore(db, now);
  const metrics = createMetrics({ withProcess: false });
  await inbox.receive(invocation());
  // What is said of our own reply needs no Zendesk: the turn itself cannot fail.
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
