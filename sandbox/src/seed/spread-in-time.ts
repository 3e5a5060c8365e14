import type { Account } from '../account.ts';
import { isoSeconds } from '../clock.ts';
import type { Ticket } from '../model.ts';

const MINUTE_MS = 60_000;
/** Ticket 1 is the newest; each next one began so much earlier. */
const BETWEEN_TICKETS_MS = 170 * MINUTE_MS;
const NEWEST_TICKET_MS = 12 * MINUTE_MS;
/** The rest of a conversation follows its first comment in even steps, all before now. */
const LONGEST_STEP_MS = 9 * MINUTE_MS;
/** People and articles were there long before the tickets. */
const ARTICLE_AGE_MS = 90 * 24 * 60 * MINUTE_MS;

/** A seed is made in one moment; this gives it the past that a real account has. */
export function spreadInTime(account: Account): void {
  for (const ticket of account.store.tickets.values()) spread(account, ticket);
  const written = account.clock.now() - ARTICLE_AGE_MS;
  for (const user of account.store.users.values()) user.created_at = isoSeconds(written);
  for (const article of account.store.articles.values()) {
    article.created_at = isoSeconds(written);
    article.updated_at = isoSeconds(written);
  }
}

function spread(account: Account, ticket: Ticket): void {
  const { store, clock } = account;
  const age = NEWEST_TICKET_MS + (ticket.id - 1) * BETWEEN_TICKETS_MS;
  const audits = store.audits(ticket.id);
  const step = Math.min(LONGEST_STEP_MS, age / (audits.length + 1));
  const startedAt = clock.now() - age;
  audits.forEach((audit, index) => {
    audit.created_at = isoSeconds(startedAt + index * step);
  });
  for (const comment of store.comments(ticket.id)) {
    const audit = audits.find(({ id }) => id === comment.audit_id);
    comment.created_at = audit?.created_at ?? isoSeconds(startedAt);
  }
  const endedAt = audits.at(-1)?.created_at ?? isoSeconds(startedAt);
  ticket.created_at = isoSeconds(startedAt);
  ticket.updated_at = endedAt;
  ticket.generated_timestamp = Date.parse(endedAt) / 1000;
  ticket.statusSince = Date.parse(endedAt);
}
