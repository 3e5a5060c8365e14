import type { TurnRecord } from '@smart-assistant/shared/sidebar-api.ts';
import type { Database, Queryable } from '../db/database.ts';
import { deleteInSteps } from '../db/delete-in-steps.ts';
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
  /**
   * Deletes conversations that ended and were not touched since a time, once their turns are gone; answers how many.
   * Should such a ticket come back, its field has the state.
   */
  forgetEnded(before: number): Promise<number>;
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
        const saved = await save(tx, conversation, now());
        await insertTurn(tx, conversation, turn);
        return saved;
      }),

    turns: (tenant, ticketId, limit, before) =>
      readTurns(db, { tenant, ticketId }, { limit, before }),
    rate: (tenant, ticketId, rated) => rateTurn(db, { tenant, ticketId, ratedAt: now() }, rated),
    forgetTurns: (before) => forgetTurns(db, before),
    forgetEnded: (before) => forgetEnded(db, before),
  };
}

/** A turn that is still there keeps the conversation: a new one would begin to count at its number. */
function forgetEnded(db: Database, before: number): Promise<number> {
  return deleteInSteps(db, {
    table: 'conversations',
    key: 'tenant, ticket_id',
    where: `mode = 'ended' AND updated_at < ? AND NOT EXISTS (SELECT 1 FROM turns
      WHERE turns.tenant = conversations.tenant AND turns.ticket_id = conversations.ticket_id)`,
    params: [before],
  });
}

async function load(db: Queryable, tenant: string, ticketId: string): Promise<Conversation> {
  const record = await readRecord(db, tenant, ticketId);
  return record ? (JSON.parse(record) as Conversation) : { tenant, ticketId, turnCount: 0 };
}

async function readRecord(
  db: Queryable,
  tenant: string,
  ticketId: string,
): Promise<string | undefined> {
  const [row] = await db.query<{ record: string }>(
    'SELECT record FROM conversations WHERE tenant = ? AND ticket_id = ?',
    [tenant, ticketId],
  );
  return row?.record;
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

/** What another process has stored since this was loaded must not be overwritten, nor what it stores this moment. */
async function save(
  tx: Queryable,
  conversation: Conversation,
  updatedAt: number,
): Promise<Conversation> {
  const { tenant, ticketId, revision = 0 } = conversation;
  const stored = await readRecord(tx, tenant, ticketId);
  const saved = { ...conversation, revision: revision + 1 };
  const isSaved =
    revisionOf(stored) === revision && (await replaceRecord(tx, { stored, saved, updatedAt }));
  if (isSaved) return saved;
  throw new AppError(
    'ticket_keeps_changing',
    `Another process has worked on ticket ${ticketId} meanwhile`,
  );
}

function revisionOf(record: string | undefined): number {
  return record === undefined ? 0 : ((JSON.parse(record) as Conversation).revision ?? 0);
}

/** False when the row is not, or no longer, as it was read: PostgreSQL waits for others who write it, and looks again. */
async function replaceRecord(
  tx: Queryable,
  {
    stored,
    saved,
    updatedAt,
  }: { stored: string | undefined; saved: Conversation; updatedAt: number },
): Promise<boolean> {
  const key = [saved.tenant, saved.ticketId];
  const values = [saved.state?.mode ?? null, JSON.stringify(saved), updatedAt];
  const rows =
    stored === undefined
      ? await tx.query(
          `INSERT INTO conversations (tenant, ticket_id, mode, record, updated_at)
           VALUES (?, ?, ?, ?, ?)
           ON CONFLICT (tenant, ticket_id) DO NOTHING RETURNING ticket_id`,
          [...key, ...values],
        )
      : await tx.query(
          `UPDATE conversations SET mode = ?, record = ?, updated_at = ?
           WHERE tenant = ? AND ticket_id = ? AND record = ? RETURNING ticket_id`,
          [...values, ...key, stored],
        );
  return rows.length > 0;
}
