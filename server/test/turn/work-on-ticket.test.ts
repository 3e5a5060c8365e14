import { expect, test } from 'vitest';
import { createConversationStore } from '../../src/conversation/conversation-store.ts';
import type { DueTicket, Settlement } from '../../src/inbox/inbox.ts';
import { createLogger } from '../../src/logger.ts';
import { createMetrics } from '../../src/metrics.ts';
import type { Tenant } from '../../src/tenant/tenant.ts';
import type { TurnPorts } from '../../src/turn/run-turn.ts';
import { workOnTicket } from '../../src/turn/work-on-ticket.ts';
import { ZendeskError } from '../../src/zendesk/zendesk-error.ts';
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

test('does not take anything else that is missing for a deleted ticket', async () => {
  const settlement = await settledAfter404('/api/v2/help_center/es/articles');

  expect(settlement).toMatchObject({ kind: 'dead', errorCode: 'not_found' });
});
