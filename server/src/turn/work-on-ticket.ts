import type { Inbox, DueTicket, Settlement } from '../inbox/inbox.ts';
import type { ConversationStore } from '../conversation/conversation-store.ts';
import { errorCodeOf } from '../errors.ts';
import type { Logger } from '../logger.ts';
import type { Metrics } from '../metrics.ts';
import type { Tenant } from '../tenant/tenant.ts';
import { isNotFound } from '../zendesk/zendesk-error.ts';
import type { ZendeskError } from '../zendesk/zendesk-error.ts';
import { settlementFor, settlementWithoutHandover, settlementWithoutRecord } from './failure.ts';
import { runTurn } from './run-turn.ts';
import type { TurnPorts } from './run-turn.ts';
import type { TurnResult } from './turn-record.ts';

export interface WorkPorts {
  inbox: Pick<Inbox, 'settle'>;
  conversations: ConversationStore;
  /** The tenant and what a turn needs to act there; nothing when the shop was removed. */
  tenantPorts: (slug: string) => Promise<{ tenant: Tenant; ports: TurnPorts } | undefined>;
  logger: Logger;
  metrics: Pick<Metrics, 'turns' | 'turn' | 'turnFailures' | 'deadLetters'>;
  now: () => number;
}

/** Names the ticket in the log. */
const whereIs = ({ tenant, ticketId }: DueTicket) => ({ tenant, ticketId });

/** One claimed ticket from claim to settlement. Never throws: what fails becomes a retry or a dead letter. */
export async function workOnTicket(work: WorkPorts, due: DueTicket): Promise<void> {
  try {
    const result = await turnOrFailure(work, due);
    await settle(work, due, result);
  } catch (error) {
    work.logger.error({ ...whereIs(due), err: error }, 'settling a turn failed');
    await giveBack(work, due, error);
  }
}

/** A turn that cannot be recorded is counted like any other failure, or it would come back for ever. */
async function giveBack(work: WorkPorts, due: DueTicket, cause: unknown): Promise<void> {
  const settlement = settlementWithoutRecord(cause, due.attempts + 1, work.now());
  work.metrics.turnFailures.inc({ code: errorCodeOf(cause) });
  try {
    const isSettled = await work.inbox.settle(due, settlement);
    if (isSettled && settlement.kind === 'dead') work.metrics.deadLetters.inc();
  } catch (error) {
    // The claim stays and runs out, so that the ticket is taken up again.
    work.logger.error({ ...whereIs(due), err: error }, 'giving a ticket back failed too');
  }
}

type TurnOrFailure = { settlement: Settlement; result?: TurnResult | undefined };

async function turnOrFailure(work: WorkPorts, due: DueTicket): Promise<TurnOrFailure> {
  const found = await work.tenantPorts(due.tenant);
  if (!found) return { settlement: { kind: 'done' } };

  try {
    return { settlement: { kind: 'done' }, result: await runTurn(found.ports, found.tenant, due) };
  } catch (error) {
    if (isNotFound(error) && isAboutTicket(error, due)) {
      // Deleted, or hidden from our user: Zendesk says the same of both.
      work.metrics.turnFailures.inc({ code: errorCodeOf(error) });
      work.logger.warn(whereIs(due), 'ticket is gone, or hidden from our user; nothing to do');
      return { settlement: { kind: 'done' } };
    }
    const settlement = settlementFor(error, due.attempts + 1, work.now());
    work.logger.warn({ ...whereIs(due), err: error, settlement: settlement.kind }, 'turn failed');
    work.metrics.turnFailures.inc({ code: errorCodeOf(error) });
    if (settlement.kind !== 'dead') return { settlement };
    const result = await handOver(work, found, due);
    const end = result
      ? settlement
      : settlementWithoutHandover(error, due.attempts + 1, work.now());
    if (end.kind === 'dead') work.metrics.deadLetters.inc();
    return { settlement: end, result };
  }
}

/** Other things may be missing as well, a language of the help center for example. */
function isAboutTicket({ path }: ZendeskError, { ticketId }: DueTicket): boolean {
  const ticketPath = `/api/v2/tickets/${ticketId}`;
  return path === ticketPath || path.startsWith(`${ticketPath}/`);
}

/** A customer never waits on dead work: a human gets the ticket, if Zendesk lets us say so. */
async function handOver(
  work: WorkPorts,
  { tenant, ports }: { tenant: Tenant; ports: TurnPorts },
  due: DueTicket,
): Promise<TurnResult | undefined> {
  try {
    return await runTurn(ports, tenant, due, { kind: 'handoff', reason: 'turn_failed' });
  } catch (error) {
    work.logger.error({ ...whereIs(due), err: error }, 'handing over a failed ticket failed too');
    return undefined;
  }
}

async function settle(
  { inbox, conversations, logger, metrics }: WorkPorts,
  due: DueTicket,
  { settlement, result }: TurnOrFailure,
): Promise<void> {
  const isSettled = await inbox.settle(due, settlement, async (tx) => {
    if (result) await conversations.record(tx, result.conversation, result.record);
  });
  if (!isSettled) {
    logger.warn(
      whereIs(due),
      'another process took this ticket over; its turn is not recorded here',
    );
    return;
  }
  for (const record of result ? [...result.recovered, result.record] : []) {
    metrics.turns.inc({ action: record.action, reason: record.reason });
    metrics.turn.observe(record.tookMs / 1000);
    logger.info(
      {
        ...whereIs(due),
        turn: record.id,
        action: record.action,
        reason: record.reason,
        tookMs: record.tookMs,
      },
      'turn done',
    );
  }
}
