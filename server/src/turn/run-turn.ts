import type { StateSigner } from '@smart-assistant/shared/conversation-state.ts';
import type { TurnRecord } from '@smart-assistant/shared/sidebar-api.ts';
import type { AnswerEngine } from '../answer/answer.ts';
import type { FinalDecision } from '../assistant/evolve.ts';
import type { Conversation } from '../conversation/conversation.ts';
import type { ConversationStore } from '../conversation/conversation-store.ts';
import { AppError } from '../errors.ts';
import type { DueTicket } from '../inbox/inbox.ts';
import type { Tenant } from '../tenant/tenant.ts';
import type { ZendeskClient } from '../zendesk/client.ts';
import { act } from './act.ts';
import type { Outcome } from './act.ts';
import { decideTurn } from './decide-turn.ts';
import { ownEcho } from './own-echo.ts';
import { readTicket } from './read-ticket.ts';
import { reconcile } from './reconcile.ts';
import { turnRecordOf } from './turn-record.ts';
import type { TurnResult } from './turn-record.ts';

/** A ticket that changed this often between read and write is busy with humans: try again later. */
const MAX_CONFLICTS = 3;

export interface TurnPorts {
  conversations: Pick<ConversationStore, 'load' | 'markPending'>;
  zendesk: ZendeskClient;
  signer: StateSigner;
  answer: AnswerEngine;
  now: () => number;
}

/**
 * One turn: read the ticket, decide, write once. Throws what the Zendesk client throws, and
 * `ticket_keeps_changing` when humans were faster every time; the caller decides about another attempt.
 * `forced` replaces what the rules would say to the customer: a ticket that fails for good goes to a human.
 */
export async function runTurn(
  ports: TurnPorts,
  tenant: Tenant,
  due: DueTicket,
  forced?: FinalDecision,
): Promise<TurnResult> {
  const loaded = await ports.conversations.load(tenant.slug, due.ticketId);
  const echo = forced ? undefined : ownEcho(loaded, due, ports.now());
  if (echo) return echo;

  const recovered: TurnRecord[] = [];
  let conversation = loaded;
  for (let attempt = 1; attempt <= MAX_CONFLICTS; attempt += 1) {
    const reading = await readTicket(ports.zendesk, due.ticketId, tenant.answerMode);
    const reconciled = await reconcile(ports.zendesk, ports.signer, {
      tenant,
      conversation,
      reading,
      at: ports.now(),
    });
    conversation = reconciled.conversation;
    if (reconciled.recovered) recovered.push(reconciled.recovered);

    const turn = await decideTurn(ports.answer, {
      slug: tenant.slug,
      conversation,
      reading,
      forced,
      now: ports.now(),
    });
    const outcome = await act(
      {
        zendesk: ports.zendesk,
        signer: ports.signer,
        markPending: async (id) => {
          conversation = await ports.conversations.markPending(conversation, id);
        },
      },
      { tenant, conversation, reading, ...turn },
    );
    if (outcome.kind === 'done') {
      const record = turnRecordOf(turn, {
        n: conversation.turnCount + 1,
        now: ports.now(),
        nudgedAt: due.nudgedAt,
        commentId: outcome.comment?.id,
      });
      return { conversation: concluded(conversation, outcome), records: [...recovered, record] };
    }
  }
  throw new AppError('ticket_keeps_changing', `Ticket ${due.ticketId} changed before every write`);
}

/** The conversation once the turn's outcome is known; nothing is pending any more. */
function concluded(
  { pendingTurn: _, lastReply, ...conversation }: Conversation,
  { state, fieldValue, comment }: Extract<Outcome, { kind: 'done' }>,
): Conversation {
  return {
    ...conversation,
    state,
    turnCount: conversation.turnCount + 1,
    ...(fieldValue && { fieldValue }),
    // What nudged this turn may have been the echo of the reply before: it is not waited for any longer.
    ...(lastReply && { lastReply: { ...lastReply, isEchoed: true } }),
    ...(comment?.isPublic && {
      lastReply: { commentId: comment.id, authorId: comment.authorId, isEchoed: false },
    }),
  };
}
