import type { Answer, AnswerEngine, Question } from '@smart-assistant/server/answer/answer.ts';
import { createConversationStore } from '@smart-assistant/server/conversation/conversation-store.ts';
import type { Database } from '@smart-assistant/server/db/database.ts';
import { createInbox } from '@smart-assistant/server/inbox/create-inbox.ts';
import type { ProcessInbox } from '@smart-assistant/server/inbox/create-inbox.ts';
import { createLogger } from '@smart-assistant/server/logger.ts';
import { createMetrics } from '@smart-assistant/server/metrics.ts';
import type { Tenant } from '@smart-assistant/server/tenant/tenant.ts';
import type { TurnPorts } from '@smart-assistant/server/turn/run-turn.ts';
import { workOnTicket } from '@smart-assistant/server/turn/work-on-ticket.ts';
import { createWorker } from '@smart-assistant/server/turn/worker.ts';
import type { Worker } from '@smart-assistant/server/turn/worker.ts';
import { createZendeskClient } from '@smart-assistant/server/zendesk/client.ts';
import type { StateSigner } from '@smart-assistant/shared/conversation-state.ts';
import type { Bug } from './bugs.ts';
import type { Point } from './scheduler.ts';
import { ZENDESK_URL } from './simulated-zendesk.ts';

/** An hour: work never takes as long, and whoever stands still for longer has lost its tickets. */
export const LEASE_MS = 3_600_000;
export const TIMEOUT_MS = 10_000;

/** Makes one call that leaves the process; what the schedule holds for it happens here. */
export type Outside = <Result>(point: Point, effect: () => Promise<Result>) => Promise<Result>;

export interface ProcessPorts {
  id: string;
  db: Database;
  fetch: typeof globalThis.fetch;
  tenant: Tenant;
  signer: StateSigner;
  now: () => number;
  outside: Outside;
  bug: Bug;
}

/** One process of the server: its real inbox, store, client and turns, in memory of its own. */
export interface SimulatedProcess {
  id: string;
  inbox: ProcessInbox;
  worker: Worker;
  start(): Promise<void>;
}

const logger = createLogger({ level: 'silent' });
const metrics = createMetrics();

export function simulateProcess(ports: ProcessPorts): SimulatedProcess {
  const { id, tenant, signer, now, outside, bug } = ports;
  const db = guardedDatabase(ports.db, outside);
  const inbox = bug.inbox(
    createInbox({
      db,
      processId: id,
      now,
      debounceMs: 2_000,
      maxWaitMs: 10_000,
      leaseMs: LEASE_MS,
    }),
  );
  const conversations = bug.conversations(createConversationStore(db, now));
  const sleep = (ms: number) =>
    outside({ kind: 'wait', label: `waits ${ms} ms`, notBefore: now() + ms }, nothing);
  const zendesk = bug.zendesk(
    createZendeskClient({
      baseUrl: ZENDESK_URL,
      credentials: tenant.credentials,
      timeoutMs: TIMEOUT_MS,
      now,
      random: () => 0.5,
      sleep,
      fetch: (input, init) => {
        const { pathname } = new URL(String(input));
        const label = `${init?.method ?? 'GET'} ${pathname}`;
        return outside({ kind: 'zendesk', label }, () => ports.fetch(input, init));
      },
    }),
  );
  const answer: AnswerEngine = (question) =>
    outside({ kind: 'answer', label: 'answer engine' }, async () => answerTo(question));
  const turnPorts: TurnPorts = { conversations, zendesk, signer, answer, now, sleep };
  const tenantPorts = async () => ({ tenant, ports: turnPorts });
  const work = { inbox, conversations, tenantPorts, logger, metrics, now };
  const worker = createWorker({
    inbox,
    work: (due) => workOnTicket(work, due),
    concurrency: 1,
    logger,
  });
  return { id, inbox, worker, start: () => inbox.start() };
}

const nothing = () => Promise.resolve();

/** A scripted engine: it knows the answer to everything but the unknown. */
async function answerTo({ text }: Question): Promise<Answer> {
  const isKnown = !/unknown/i.test(text);
  return {
    ...(isKnown && { text: 'Standard delivery takes two to four days.' }),
    confidence: isKnown ? 0.9 : 0.1,
    sources: isKnown ? [{ id: '1', title: 'Delivery', url: `${ZENDESK_URL}/hc/1` }] : [],
    language: 'en',
  };
}

/** Every statement outside of a transaction and every transaction is one point: it happens as a whole or not. */
function guardedDatabase(db: Database, outside: Outside): Database {
  const at = (label: string): Point => ({ kind: 'database', label });
  return {
    dialect: db.dialect,
    query: (sql, params) => outside(at(firstWords(sql)), () => db.query(sql, params)),
    transaction: (work) => outside(at('transaction'), () => db.transaction(work)),
    steps: (work) => outside(at('transaction of steps'), () => db.steps(work)),
    announce: () => undefined,
    listen: () => () => undefined,
    close: nothing,
  };
}

function firstWords(sql: string): string {
  return sql.trim().split(/\s+/).slice(0, 4).join(' ');
}
