import { HANDBACK_TAG, PAUSED_TAG, TAKEOVER_TAG } from '@smart-assistant/shared/control-tags.ts';
import type { Schedule } from './schedule.ts';
import type { Update } from './timeline.ts';

/**
 * What the ticket itself shows of broken promises: each sentence is one. Once database and field are both lost, nobody
 * knows how turns were counted: then the field alone may be written under the same id again, never a comment. A lost
 * database without a field forgets which notes it wrote; replies are known by their turn ids.
 */
export function brokenOnTicket(
  timeline: readonly Update[],
  { answerMode, hasLostRecords, hasForgotten }: Records,
): string[] {
  const ours = timeline.flatMap((update, index) =>
    update.by === 'assistant' ? [{ update, before: timeline.slice(0, index) }] : [],
  );
  const counted = ours.filter(({ update }) => update.comment || !hasLostRecords);
  const turns = counted.map(({ update }) => update.turnId);
  const twice = turns.filter((turn, index) => turns.indexOf(turn) !== index);
  return [
    ...ours.flatMap(({ update: { comment } }) =>
      comment && answerMode === 'observe' ? [`comment ${comment.id} of a shop that observes`] : [],
    ),
    ...twice.map((turn) => `turn ${turn} wrote twice`),
    ...ours.flatMap(({ update, before }) =>
      update.comment?.isPublic
        ? wrongReply(update, before)
        : !hasForgotten
          ? wrongNote(update, before)
          : [],
    ),
  ];
}

interface Records extends Pick<Schedule, 'answerMode'> {
  hasLostRecords: boolean;
  /** A field has not survived either. */
  hasForgotten: boolean;
}

function wrongReply(reply: Update, before: readonly Update[]): string[] {
  const id = reply.comment!.id;
  return [
    !hasQuestion(before) && `reply ${id} answers nothing that was not answered already`,
    isLeftToHumans(before) && `reply ${id} was posted on a ticket that a human has`,
    reply.tagsBefore.includes(PAUSED_TAG) && `reply ${id} was posted while paused`,
    isOver(reply.statusBefore) && `reply ${id} was posted on a ticket that is over`,
  ].filter((broken) => broken !== false);
}

/** A second note (a draft, a handoff) without anything new on the ticket repeats the first. */
function wrongNote(note: Update, before: readonly Update[]): string[] {
  if (!note.comment) return [];
  const last = before.findLastIndex((update) => update.by === 'assistant' && update.comment);
  const since = before.slice(last + 1).filter(({ by }) => by !== 'assistant');
  const isNews = last < 0 || since.length > 0;
  return isNews ? [] : [`note ${note.comment.id} repeats the one before`];
}

function hasQuestion(before: readonly Update[]): boolean {
  const lastAnswer = before.findLastIndex(
    ({ by, comment }) => comment?.isPublic && by !== 'customer',
  );
  return before.slice(lastAnswer + 1).some(isQuestion);
}

/** Since a human replied publicly or took the ticket over nobody has given it back. */
export function isLeftToHumans(before: readonly Update[]): boolean {
  return lastHuman(before) > lastAdding(before, HANDBACK_TAG);
}

/**
 * The same, and a handback may be forgotten, with the end of a ticket or with all records: who comes back meets humans
 * first, in some shops always.
 */
export function mayBeLeftToHumans({ timeline, schedule, hasForgotten }: Whose): boolean {
  const lastEnd = timeline.findLastIndex(({ statusAfter }) => isOver(statusAfter));
  const isEndedWithHumans = lastHuman(timeline.slice(0, lastEnd + 1)) >= 0;
  const isEndForAssistant = lastEnd >= 0 && schedule.reopened === 'stay_silent';
  const isForgotten = hasForgotten && lastHuman(timeline) >= 0;
  return isLeftToHumans(timeline) || isEndedWithHumans || isEndForAssistant || isForgotten;
}

interface Whose {
  timeline: readonly Update[];
  schedule: Pick<Schedule, 'reopened'>;
  hasForgotten: boolean;
}

function lastHuman(timeline: readonly Update[]): number {
  const lastReply = timeline.findLastIndex(
    ({ by, comment }) => comment?.isPublic && by === 'agent',
  );
  return Math.max(lastReply, lastAdding(timeline, TAKEOVER_TAG));
}

function lastAdding(timeline: readonly Update[], tag: string): number {
  return timeline.findLastIndex(
    ({ tagsBefore, tagsAfter }) => tagsAfter.includes(tag) && !tagsBefore.includes(tag),
  );
}

export function isQuestion({ by, comment }: Update): boolean {
  return by === 'customer' && comment?.isPublic === true;
}

export function isOver(status: string | undefined): boolean {
  return status === 'solved' || status === 'closed';
}
