import { encodeState } from '@smart-assistant/shared/conversation-state.ts';
import { turnsResponse } from '@smart-assistant/shared/sidebar-api.ts';
import type { TurnRecord } from '@smart-assistant/shared/sidebar-api.ts';
import { expect, onTestFinished, test } from 'vitest';
import { initialState } from '../../src/assistant/evolve.ts';
import { createConversationStore } from '../../src/conversation/conversation-store.ts';
import { createHttpApp, listen } from '../../src/http.ts';
import { createLogger } from '../../src/logger.ts';
import { createMetrics } from '../../src/metrics.ts';
import { sidebarRouter } from '../../src/sidebar/router.ts';
import { stateSigner } from '../../src/tenant/state-signer.ts';
import type { Tenant } from '../../src/tenant/tenant.ts';
import { openTestDatabase } from '../support/test-database.ts';

const TURNS = 650;

const turn = (n: number): TurnRecord => ({
  ...{ id: `turn-${n}`, n, at: n, action: 'stayed_silent', reason: 'nothing_new' },
  ...{ mode: 'assistant', sources: [], rules: [], tookMs: 0 },
});

/** The sidebar's API on a ticket with so many turns, and the field's value that opens it. */
async function busyTicket() {
  const db = await openTestDatabase();
  const now = () => 0;
  const conversations = createConversationStore(db, now);
  for (let n = 1; n <= TURNS; n += 1) {
    const known = await conversations.load('acme', '35');
    await db.transaction((tx) => conversations.record(tx, { ...known, turnCount: n }, turn(n)));
  }
  const signer = await stateSigner(new Uint8Array(32), 'acme');
  const metrics = createMetrics();
  const router = sidebarRouter({
    tenants: { get: (slug) => Promise.resolve({ slug } as Tenant) },
    publicKey: () => Promise.resolve(signer.publicKey),
    conversations,
    waiting: () => Promise.resolve(undefined),
    nudge: () => Promise.resolve(),
    draft: () => Promise.resolve({ found: false, reason: 'nothing_new' }),
    metrics,
    now,
  });
  const app = createHttpApp({
    routers: [router],
    logger: createLogger({ level: 'silent' }),
    registry: metrics.registry,
    requestTimeoutMs: 5_000,
    ready: () => Promise.resolve(),
  });
  const server = await listen(app, { host: '127.0.0.1', port: 0, requestTimeoutMs: 5_000 });
  onTestFinished(() => server.close());
  return {
    url: `${server.url}/sidebar/acme/turns`,
    state: await encodeState(initialState('acme', '35', '7', 0), signer),
  };
}

test('pages through every turn of a busy ticket once, newest first', async () => {
  const { url, state } = await busyTicket();

  const pages: number[][] = [];
  let hasMore = true;
  for (let before: number | undefined; hasMore; before = pages.at(-1)!.at(-1)) {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ ticketId: '35', state, before }),
    });
    const page = turnsResponse.parse(await response.json());
    pages.push(page.turns.map(({ n }) => n));
    hasMore = page.hasMore;
  }

  expect(pages.map((page) => page.length)).toEqual([300, 300, 50]);
  expect(pages.flat()).toEqual(Array.from({ length: TURNS }, (_, index) => TURNS - index));
});
