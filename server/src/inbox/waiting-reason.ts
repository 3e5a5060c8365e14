import type { Waiting } from '@smart-assistant/shared/sidebar-api.ts';
import type { Queryable } from '../db/database.ts';

export interface WaitingOptions {
  db: Queryable;
  now: () => number;
  /** Until when Zendesk's limit keeps the replies of a shop back; nothing when it does not. */
  limitedUntil: (tenant: string) => Promise<number | undefined>;
}

interface WaitingRow {
  due_at: number;
  attempts: number;
  dead_at: number | null;
  error_code: string | null;
  is_claimed: number;
}

/** Told to slow down, by Zendesk or by our own rate governor. */
const LIMIT_CODES: readonly (string | null)[] = ['rate_limited', 'held_back'];

/** Answers why a ticket with work has not been looked at yet; nothing when it has no work, or is being worked on. */
export function createWaitingReasons({ db, now, limitedUntil }: WaitingOptions) {
  async function read(tenant: string, ticketId: string): Promise<WaitingRow | undefined> {
    const [row] = await db.query<WaitingRow>(
      `SELECT due_at, attempts, dead_at, error_code,
         CASE WHEN claimed_by IN (SELECT id FROM processes WHERE alive_until > ?) THEN 1 ELSE 0 END AS is_claimed
       FROM due_tickets WHERE tenant = ? AND ticket_id = ?`,
      [now(), tenant, ticketId],
    );
    return row;
  }

  return async (tenant: string, ticketId: string): Promise<Waiting | undefined> => {
    const row = await read(tenant, ticketId);
    if (!row || row.is_claimed === 1) return undefined;

    const { attempts, due_at: dueAt } = row;
    const errorCode = row.error_code ?? undefined;
    if (row.dead_at !== null) return { because: 'gave_up', attempts, errorCode };
    if (LIMIT_CODES.includes(row.error_code) && dueAt > now()) {
      return { because: 'zendesk_limit', until: dueAt, attempts, errorCode };
    }
    const limit = await limitedUntil(tenant);
    if (limit !== undefined && limit > dueAt) {
      return { because: 'zendesk_limit', until: limit, attempts, errorCode };
    }
    const because = attempts > 0 ? 'retrying' : 'queued';
    return { because, until: dueAt, attempts, errorCode };
  };
}
