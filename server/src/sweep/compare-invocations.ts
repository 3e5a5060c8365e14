import type { Queryable } from '../db/database.ts';
import { parseBody } from '../webhook/parse-body.ts';
import type { ZendeskCalls } from '../zendesk/client.ts';
import type { WebhookInvocation } from '../zendesk/webhook-calls.ts';
import { isNotFound } from '../zendesk/zendesk-error.ts';

/** A delivery may still be tried again, or be on its way to our database. */
export const SETTLED_AFTER_MS = 2 * 60_000;

/** 2,000 deliveries; what is left is compared the next time. */
const MOST_PAGES = 20;
/** Each costs a call; more than these have one cause, which the first ones show. */
const MOST_LOOKED_INTO = 10;

/** A delivery is signed before it is completed, an hour earlier when Zendesk tried long. */
const SIGNED_BEFORE_MS = 3_600_000;
const CLOCKS_APART_MS = 10 * 60_000;

export interface ComparePorts {
  db: Queryable;
  zendesk: Pick<ZendeskCalls, 'findWebhook' | 'invocations' | 'sentPayloads'>;
  onCall: () => void;
}

export interface Comparison {
  tenant: string;
  /** Known from set-up; looked up by the endpoint otherwise. */
  webhookId?: string | undefined;
  endpoint: string;
  /** Deliveries completed after `from` and up to `to`, epoch milliseconds. */
  from: number;
  to: number;
}

export interface InvocationGap {
  /** Deliveries in Zendesk's log. */
  sent: number;
  /** Zendesk could not deliver them. */
  failed: number;
  /** Zendesk delivered them, as it says, and the inbox does not have them. */
  missing: number;
  /** Tickets of the missing ones, as far as Zendesk shows what it sent. */
  tickets: { ticketId: string; about: string }[];
  /** Up to where the log was compared. */
  comparedAt: number;
}

/** Compares Zendesk's own log of our webhook with the inbox; nothing when the account has no such webhook. */
export async function compareInvocations(
  ports: ComparePorts,
  comparison: Comparison,
): Promise<InvocationGap | undefined> {
  const log = await findLog(ports, comparison);
  if (!log) return undefined;

  const { webhookId, sent, comparedAt } = log;
  const received = await readReceived(ports.db, comparison);
  const absent = sent.filter(({ id }) => !received.has(id));
  const missing = absent.filter(({ status }) => status === 'success');
  return {
    sent: sent.length,
    failed: absent.length - missing.length,
    missing: missing.length,
    tickets: await ticketsOf(ports, webhookId, missing.slice(0, MOST_LOOKED_INTO)),
    comparedAt,
  };
}

interface Log {
  webhookId: string;
  sent: WebhookInvocation[];
  comparedAt: number;
}

/** A webhook that was deleted and made anew has another id than the one that set-up noted, and the same endpoint. */
async function findLog(ports: ComparePorts, comparison: Comparison): Promise<Log | undefined> {
  if (comparison.webhookId !== undefined) {
    try {
      return await readLog(ports, comparison.webhookId, comparison);
    } catch (error) {
      if (!isNotFound(error)) throw error;
    }
  }
  ports.onCall();
  const webhookId = await ports.zendesk.findWebhook(comparison.endpoint);
  return webhookId === undefined ? undefined : readLog(ports, webhookId, comparison);
}

async function readLog(
  { zendesk, onCall }: ComparePorts,
  webhookId: string,
  { from, to }: Comparison,
): Promise<Log> {
  const sent: WebhookInvocation[] = [];
  let cursor: string | undefined;
  for (let pages = 0; pages < MOST_PAGES; pages += 1) {
    onCall();
    const page = await zendesk.invocations(webhookId, { from, to, cursor });
    sent.push(
      ...page.invocations.filter(({ completedAt }) => completedAt > from && completedAt <= to),
    );
    cursor = page.cursor;
    if (cursor === undefined) return { webhookId, sent, comparedAt: to };
  }
  return { webhookId, sent, comparedAt: sent.at(-1)?.completedAt ?? to };
}

/** The digest begins with the signed time, so a range of it is a range of time. */
async function readReceived(
  db: Queryable,
  { tenant, from, to }: Comparison,
): Promise<ReadonlySet<string>> {
  const rows = await db.query<{ invocation_id: string }>(
    `SELECT invocation_id FROM invocations
     WHERE tenant = ? AND digest >= ? AND digest < ? AND invocation_id IS NOT NULL`,
    [tenant, String(from - SIGNED_BEFORE_MS), String(to + CLOCKS_APART_MS)],
  );
  return new Set(rows.map(({ invocation_id }) => invocation_id));
}

async function ticketsOf(
  { zendesk, onCall }: ComparePorts,
  webhookId: string,
  missing: readonly WebhookInvocation[],
): Promise<InvocationGap['tickets']> {
  const tickets: InvocationGap['tickets'] = [];
  for (const { id } of missing) {
    onCall();
    const [payload] = await zendesk.sentPayloads(webhookId, id);
    const event = payload === undefined ? undefined : parseBody(payload).event;
    // Named like a find of the sweep where the body names the comment, so that it counts once.
    if (event)
      tickets.push({ ticketId: event.ticketId, about: event.commentId ?? `invocation ${id}` });
  }
  return tickets;
}
