import type { Rating, TurnRecord } from '@smart-assistant/shared/sidebar-api.ts';
import type { Database, Queryable, SqlValue } from '../db/database.ts';

export interface TicketKey {
  tenant: string;
  ticketId: string;
}

export interface TurnPage {
  limit: number;
  /** Only turns with a lower number. */
  before?: number | undefined;
}

export interface RatedTurn {
  turnId: string;
  rating: Rating;
}

interface TurnRow {
  record: string;
  verdict: Rating['verdict'] | null;
  rating_reason: string | null;
}

/** A page of a ticket's turns, newest first, each with what agents think of it. */
export async function readTurns(
  db: Queryable,
  { tenant, ticketId }: TicketKey,
  { limit, before }: TurnPage,
): Promise<TurnRecord[]> {
  const older: { sql: string; params: SqlValue[] } =
    before === undefined ? { sql: '', params: [] } : { sql: 'AND turns.n < ?', params: [before] };
  const rows = await db.query<TurnRow>(
    `SELECT turns.record, ratings.verdict, ratings.reason AS rating_reason
     FROM turns LEFT JOIN ratings ON ratings.tenant = turns.tenant AND ratings.turn_id = turns.id
     WHERE turns.tenant = ? AND turns.ticket_id = ? ${older.sql} ORDER BY turns.n DESC LIMIT ?`,
    [tenant, ticketId, ...older.params, limit],
  );
  return rows.map(withRating);
}

function withRating({ record, verdict, rating_reason: reason }: TurnRow): TurnRecord {
  const turn = JSON.parse(record) as TurnRecord;
  if (verdict === null) return turn;
  return { ...turn, rating: (reason === null ? { verdict } : { verdict, reason }) as Rating };
}

/** One judgement per turn, the newest; false when the ticket has no such turn. */
export async function rateTurn(
  db: Database,
  { tenant, ticketId, ratedAt }: TicketKey & { ratedAt: number },
  { turnId, rating }: RatedTurn,
): Promise<boolean> {
  return db.transaction(async (tx) => {
    const found = await tx.query(
      'SELECT n FROM turns WHERE id = ? AND tenant = ? AND ticket_id = ?',
      [turnId, tenant, ticketId],
    );
    if (found.length === 0) return false;
    const reason = rating.verdict === 'wrong' ? rating.reason : null;
    await tx.query(
      `INSERT INTO ratings (tenant, turn_id, ticket_id, verdict, reason, rated_at)
       VALUES (?, ?, ?, ?, ?, ?)
       ON CONFLICT (tenant, turn_id) DO UPDATE SET
         verdict = excluded.verdict, reason = excluded.reason, rated_at = excluded.rated_at`,
      [tenant, turnId, ticketId, rating.verdict, reason, ratedAt],
    );
    return true;
  });
}

/** Deletes turns from before a time with their ratings; answers how many turns. */
export async function forgetTurns(db: Database, before: number): Promise<number> {
  return db.transaction(async (tx) => {
    await tx.query('DELETE FROM ratings WHERE turn_id IN (SELECT id FROM turns WHERE at < ?)', [
      before,
    ]);
    const gone = await tx.query('DELETE FROM turns WHERE at < ? RETURNING id', [before]);
    return gone.length;
  });
}
