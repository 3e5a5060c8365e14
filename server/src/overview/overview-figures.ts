import type { OverviewResponse, OverviewTurn } from '@smart-assistant/shared/overview-api.ts';
import type { TurnRecord } from '@smart-assistant/shared/sidebar-api.ts';
import type { Queryable } from '../db/database.ts';

const HOUR_MS = 3_600_000;
/** What a person may still read through. */
const NEWEST_TURNS = 500;

/** One shop, from a time up to another, epoch milliseconds, the second one excluded. */
export interface Span {
  slug: string;
  from: number;
  to: number;
}

/** Every reply comes back as a webhook of its own: a silence after each answer would tell a shop nothing. */
const OWN_ECHO = 'own_comment_echo' satisfies OverviewTurn['reason'];
/** A turn counts where it happened. */
const IN_SPAN = `turns.tenant = ? AND turns.at >= ? AND turns.at < ? AND turns.reason <> '${OWN_ECHO}'`;
const paramsOf = ({ slug, from, to }: Span) => [slug, from, to];

export async function countTurns(db: Queryable, span: Span): Promise<OverviewResponse['turns']> {
  return db.query<OverviewResponse['turns'][number]>(
    `SELECT action, reason, COUNT(*) AS count FROM turns WHERE ${IN_SPAN}
     GROUP BY action, reason ORDER BY count DESC, action, reason`,
    paramsOf(span),
  );
}

/** By the hours of the reader's day, which begin where the span does. */
export async function countHours(db: Queryable, span: Span): Promise<OverviewResponse['hours']> {
  type Row = { hour: number; action: OverviewTurn['action']; count: number };
  const rows = await db.query<Row>(
    `SELECT CAST((at - ?) / ${HOUR_MS} AS INTEGER) AS hour, action, COUNT(*) AS count
     FROM turns WHERE ${IN_SPAN} GROUP BY 1, action ORDER BY 1, action`,
    [span.from, ...paramsOf(span)],
  );
  return rows.map(({ hour, action, count }) => ({
    at: span.from + hour * HOUR_MS,
    action,
    count,
  }));
}

export async function countRatings(
  db: Queryable,
  span: Span,
): Promise<OverviewResponse['ratings']> {
  const rows = await db.query<{ verdict: 'right' | 'wrong'; count: number }>(
    `SELECT ratings.verdict, COUNT(*) AS count FROM turns
     JOIN ratings ON ratings.tenant = turns.tenant AND ratings.turn_id = turns.id
     WHERE ${IN_SPAN} GROUP BY ratings.verdict`,
    paramsOf(span),
  );
  const countOf = (wanted: string) => rows.find(({ verdict }) => verdict === wanted)?.count ?? 0;
  return { right: countOf('right'), wrong: countOf('wrong') };
}

export async function newestTurns(db: Queryable, span: Span): Promise<OverviewTurn[]> {
  const rows = await db.query<{ ticket_id: string; record: string }>(
    `SELECT ticket_id, record FROM turns WHERE ${IN_SPAN}
     ORDER BY at DESC, ticket_id, n DESC LIMIT ${NEWEST_TURNS}`,
    paramsOf(span),
  );
  return rows.map(({ ticket_id: ticketId, record }) => {
    const { at, action, reason, confidence, tookMs } = JSON.parse(record) as TurnRecord;
    return { ticketId, at, action, reason, confidence, tookMs };
  });
}

/** Tickets whose time has come, and for how long that of the first has. */
export async function waitingTickets(
  db: Queryable,
  slug: string,
  now: number,
): Promise<OverviewResponse['waiting']> {
  const [row] = await db.query<{ count: number; oldest: number | null }>(
    `SELECT COUNT(*) AS count, MIN(due_at) AS oldest FROM due_tickets
     WHERE tenant = ? AND dead_at IS NULL AND due_at <= ?`,
    [slug, now],
  );
  return { tickets: row?.count ?? 0, oldestMs: Math.max(0, now - (row?.oldest ?? now)) };
}
