import type { TurnRecord } from '@smart-assistant/shared/sidebar-api.ts';
import type { Database, Queryable } from '../db/database.ts';
import { AppError } from '../errors.ts';
import type { Conversation, PendingTurn } from './conversation.ts';
import { forgetTurns, rateTurn, readTurns } from './turn-rows.ts';
import type { RatedTurn } from './turn-rows.ts';

/** Conversations and their turn logs. */
export interface ConversationStore {
  /** The conversation of a ticket, a new one when we have none. */
  load(tenant: string, ticketId: string): Promise<Conversation>;
  /**
   * Notes, durably, that a turn is about to write to Zendesk. Throws `ticket_keeps_changing`, as whatever stores a
   * conversation does, when another process has stored it since it was loaded.
   */
  markPending(conversation: Conversation, pending: PendingTurn): Promise<Conversation>;
  /** Stores the conversation after a turn, and the turn, within the caller's transaction. */
  record(tx: Queryable, conversation: Conversation, turn: TurnRecord): Promise<void>;
  /** Stores a turn that happened without having been recorded, and the conversation with it. */
  recover(conversation: Conversation, turn: TurnRecord): Promise<Conversation>;
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

    markPending(conversation, pending) {
      const others = (conversation.pendingTurns ?? []).filter(({ id }) => id !== pending.id);
      const marked = { ...conversation, pendingTurns: [...others, pending] };
      return db.transaction((tx) => save(tx, marked, now()));
    },

    async record(tx, conversation, turn) {
      await save(tx, conversation, now());
      await insertTurn(tx, conversation, turn);
    },

    recover: (conversation, turn) =>
      db.transaction(async (tx) => {
        await insertTurn(tx, conversation, turn);
        return save(tx, conversation, now());
      }),

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

/** What another process has stored since this was loaded must not be overwritten. */
async function save(
  tx: Queryable,
  conversation: Conversation,
  updatedAt: number,
): Promise<Conversation> {
  const { tenant, ticketId, revision = 0 } = conversation;
  const stored = await load(tx, tenant, ticketId);
  if ((stored.revision ?? 0) !== revision) {
    throw new AppError(
      'ticket_keeps_changing',
      `Another process has worked on ticket ${ticketId} meanwhile`,
    );
  }
  const saved = { ...conversation, revision: revision + 1 };
  await tx.query(
    `INSERT INTO conversations (tenant, ticket_id, mode, record, updated_at) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT (tenant, ticket_id)
     DO UPDATE SET mode = excluded.mode, record = excluded.record, updated_at = excluded.updated_at`,
    [tenant, ticketId, saved.state?.mode ?? null, JSON.stringify(saved), updatedAt],
  );
  return saved;
}
