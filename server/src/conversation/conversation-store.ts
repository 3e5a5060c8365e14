import type { TurnRecord } from '@smart-assistant/shared/sidebar-api.ts';
import type { Database, Queryable } from '../db/database.ts';
import { AppError } from '../errors.ts';
import type { Conversation } from './conversation.ts';
import { forgetTurns, rateTurn, readTurns } from './turn-rows.ts';
import type { RatedTurn } from './turn-rows.ts';

/** Conversations and their turn logs. */
export interface ConversationStore {
  /** The conversation of a ticket, a new one when we have none. */
  load(tenant: string, ticketId: string): Promise<Conversation>;
  /**
   * Notes, durably, that a turn is about to write to Zendesk. Throws `ticket_keeps_changing` when another process,
   * which took the ticket over meanwhile, has recorded a turn since the conversation was loaded.
   */
  markPending(conversation: Conversation, turnId: string): Promise<Conversation>;
  /** Stores the conversation after a turn, and the turn, within the caller's transaction. */
  record(tx: Queryable, conversation: Conversation, turn: TurnRecord): Promise<void>;
  /** Stores a turn that happened without having been recorded. Throws `ticket_keeps_changing` like `markPending`. */
  recover(conversation: Conversation, turn: TurnRecord): Promise<void>;
  /** A ticket's newest turns with their ratings, newest first; `before` this number for the next page. */
  turns(tenant: string, ticketId: string, limit: number, before?: number): Promise<TurnRecord[]>;
  /** Stores what an agent thinks of an answer; false when the ticket has no such turn. */
  rate(tenant: string, ticketId: string, rated: RatedTurn): Promise<boolean>;
  /** Deletes turns and ratings from before a time; answers how many turns. */
  forgetTurns(before: number): Promise<number>;
}

export function createConversationStore(db: Database, now: () => number): ConversationStore {
  return {
    load: (tenant, ticketId) => load(db, tenant, ticketId),

    async markPending(conversation, turnId) {
      const pending = { ...conversation, pendingTurn: turnId };
      await db.transaction(async (tx) => {
        await assertCurrent(tx, conversation);
        await save(tx, pending, now());
      });
      return pending;
    },

    async record(tx, conversation, turn) {
      await save(tx, conversation, now());
      await insertTurn(tx, conversation, turn);
    },

    async recover(conversation, turn) {
      await db.transaction(async (tx) => {
        await assertCurrent(tx, { ...conversation, turnCount: turn.n - 1 });
        await save(tx, conversation, now());
        await insertTurn(tx, conversation, turn);
      });
    },

    turns: (tenant, ticketId, limit, before) =>
      readTurns(db, { tenant, ticketId }, { limit, before }),
    rate: (tenant, ticketId, rated) => rateTurn(db, { tenant, ticketId, ratedAt: now() }, rated),
    forgetTurns: (before) => forgetTurns(db, before),
  };
}

async function load(db: Queryable, tenant: string, ticketId: string): Promise<Conversation> {
  const [row] = await db.query<{ record: string }>(
    'SELECT record FROM conversations WHERE tenant = ? AND ticket_id = ?',
    [tenant, ticketId],
  );
  return row ? (JSON.parse(row.record) as Conversation) : { tenant, ticketId, turnCount: 0 };
}

/** Turns already recorded belong to whoever holds the claim now: they must not be overwritten. */
async function assertCurrent(
  tx: Queryable,
  { tenant, ticketId, turnCount }: Conversation,
): Promise<void> {
  const [newest] = await tx.query<{ n: number | null }>(
    'SELECT MAX(n) AS n FROM turns WHERE tenant = ? AND ticket_id = ?',
    [tenant, ticketId],
  );
  if ((newest?.n ?? 0) <= turnCount) return;
  throw new AppError(
    'ticket_keeps_changing',
    `Another process has worked on ticket ${ticketId} meanwhile`,
  );
}

async function insertTurn(
  tx: Queryable,
  { tenant, ticketId }: Conversation,
  turn: TurnRecord,
): Promise<void> {
  const { id, n, at, action, reason } = turn;
  await tx.query(
    `INSERT INTO turns (id, tenant, ticket_id, n, at, action, reason, record)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
    [id, tenant, ticketId, n, at, action, reason, JSON.stringify(turn)],
  );
}

async function save(tx: Queryable, conversation: Conversation, updatedAt: number): Promise<void> {
  await tx.query(
    `INSERT INTO conversations (tenant, ticket_id, mode, record, updated_at) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT (tenant, ticket_id)
     DO UPDATE SET mode = excluded.mode, record = excluded.record, updated_at = excluded.updated_at`,
    [
      conversation.tenant,
      conversation.ticketId,
      conversation.state?.mode ?? null,
      JSON.stringify(conversation),
      updatedAt,
    ],
  );
}
