import {
  HANDBACK_TAG,
  HANDOFF_TAG,
  PAUSED_TAG,
  TAKEOVER_TAG,
} from '@smart-assistant/shared/control-tags.ts';
import type { AnswerMode } from '@smart-assistant/shared/answer-mode.ts';
import type { FinalDecision } from '../assistant/evolve.ts';
import type { Facts } from '../assistant/facts.ts';
import { draftHtml, handoffNoteHtml, loopNoteHtml, replyHtml } from '../assistant/wording.ts';
import type { TicketChange } from '../zendesk/ticket-update.ts';

/** The visible part of a turn's one write; the state field, turn id and safe update are added by `act`. */
export type VisibleChange = Pick<TicketChange, 'comment' | 'status' | 'tags'>;

/** Whose ticket it is now decides which of our tags may go. */
type TagFacts = Pick<Facts, 'isHandbackOvertaken'> & {
  ticket: Pick<Facts['ticket'], 'tags' | 'copiedTags'>;
};

/** What a decision changes on the ticket, given its tags. Tags replace the whole set, so they are sent in full. */
export function visibleChange(
  decision: FinalDecision,
  answerMode: AnswerMode,
  facts: TagFacts,
): VisibleChange {
  const { tags, copiedTags = [] } = facts.ticket;
  const kept = withoutHandback(facts);
  const retagged = (next: readonly string[]) =>
    sameSet([...tags, ...copiedTags], next) ? {} : { tags: [...next] };

  switch (decision.kind) {
    case 'reply':
      return {
        ...answerComment(decision, answerMode),
        ...retagged(kept.filter((tag) => tag !== HANDOFF_TAG)),
      };
    case 'handoff':
      if (answerMode === 'observe') return retagged(kept);
      return {
        comment: { htmlBody: handoffNoteHtml(decision.reason), isPublic: false },
        status: 'open',
        ...retagged([...kept.filter((tag) => tag !== HANDOFF_TAG), HANDOFF_TAG]),
      };
    case 'silent': {
      if (decision.reason === 'loop_suspected') {
        return {
          comment: { htmlBody: loopNoteHtml(), isPublic: false },
          ...retagged([...tags.filter((tag) => tag !== PAUSED_TAG), PAUSED_TAG]),
        };
      }
      // A handback waits for the end of a pause.
      if (decision.mode === 'paused') return retagged(tags);
      // Once an agent has the ticket, or the assistant again, it waits for nobody.
      const isTaken =
        decision.mode === 'agent' || (decision.mode === 'assistant' && tags.includes(HANDBACK_TAG));
      return retagged(isTaken ? kept.filter((tag) => tag !== HANDOFF_TAG) : kept);
    }
    case 'end':
      return retagged(kept);
  }
}

function answerComment(
  { answer }: Extract<FinalDecision, { kind: 'reply' }>,
  answerMode: AnswerMode,
): VisibleChange {
  switch (answerMode) {
    case 'reply':
      return { comment: { htmlBody: replyHtml(answer), isPublic: true }, status: 'pending' };
    case 'draft':
      return { comment: { htmlBody: draftHtml(answer), isPublic: false } };
    case 'observe':
      return {};
  }
}

/** A handback ends the takeover before it, and is used up by the turn that sees it. */
function withoutHandback({ ticket: { tags }, isHandbackOvertaken }: TagFacts): string[] {
  if (!tags.includes(HANDBACK_TAG)) return [...tags];
  const gone = isHandbackOvertaken ? [HANDBACK_TAG] : [HANDBACK_TAG, TAKEOVER_TAG];
  return tags.filter((tag) => !gone.includes(tag));
}

function sameSet(before: readonly string[], after: readonly string[]): boolean {
  return before.length === after.length && after.every((tag) => before.includes(tag));
}
