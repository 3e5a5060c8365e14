import { HANDBACK_TAG, HANDOFF_TAG } from '@smart-assistant/shared/control-tags.ts';
import type { AnswerMode } from '@smart-assistant/shared/answer-mode.ts';
import type { Mode } from '@smart-assistant/shared/conversation-state.ts';
import type { FinalDecision } from '../assistant/evolve.ts';
import { draftHtml, handoffNoteHtml, replyHtml } from '../assistant/wording.ts';
import type { TicketChange } from '../zendesk/schemas.ts';

/** The visible part of a turn's one write; the state field, turn id and safe update are added by `act`. */
export type VisibleChange = Pick<TicketChange, 'comment' | 'status' | 'tags'>;

/** What a decision changes on the ticket, given its tags. Tags replace the whole set, so they are sent in full. */
export function visibleChange(
  decision: FinalDecision,
  answerMode: AnswerMode,
  tags: readonly string[],
): VisibleChange {
  const kept = tags.filter((tag) => tag !== HANDBACK_TAG);
  const retagged = (next: readonly string[]) => (sameSet(tags, next) ? {} : { tags: [...next] });

  switch (decision.kind) {
    case 'reply':
      return {
        ...(answerMode === 'reply' && {
          comment: { htmlBody: replyHtml(decision.answer), isPublic: true },
          status: 'pending',
        }),
        ...(answerMode === 'draft' && {
          comment: { htmlBody: draftHtml(decision.answer), isPublic: false },
        }),
        ...retagged(kept.filter((tag) => tag !== HANDOFF_TAG)),
      };
    case 'handoff':
      if (answerMode === 'observe') return retagged(kept);
      return {
        comment: { htmlBody: handoffNoteHtml(decision.reason), isPublic: false },
        status: 'open',
        ...retagged([...kept.filter((tag) => tag !== HANDOFF_TAG), HANDOFF_TAG]),
      };
    case 'silent':
      return retagged(tagsAfterSilence(tags, decision.mode));
    case 'end':
      return retagged(kept);
  }
}

/** A handback waits for the end of a pause; once the assistant has the ticket again, no handoff is left. */
function tagsAfterSilence(tags: readonly string[], mode: Mode): string[] {
  const isHandedBack = tags.includes(HANDBACK_TAG);
  if (!isHandedBack || mode === 'paused') return [...tags];
  const gone = mode === 'assistant' ? [HANDBACK_TAG, HANDOFF_TAG] : [HANDBACK_TAG];
  return tags.filter((tag) => !gone.includes(tag));
}

function sameSet(before: readonly string[], after: readonly string[]): boolean {
  return before.length === after.length && after.every((tag) => before.includes(tag));
}
