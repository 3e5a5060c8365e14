import { createConversationStore } from '@smart-assistant/server/conversation/conversation-store.ts';
import type { Conversation } from '@smart-assistant/server/conversation/conversation.ts';
import { HANDOFF_TAG, PAUSED_TAG } from '@smart-assistant/shared/control-tags.ts';
import { readState } from '@smart-assistant/shared/conversation-state.ts';
import type { TurnRecord } from '@smart-assistant/shared/sidebar-api.ts';
import { brokenOnTicket, isOver, isQuestion, mayBeLeftToHumans } from './promises-on-the-ticket.ts';
import type { Schedule } from './schedule.ts';
import type { Simulation, World } from './simulation.ts';
import { timelineOf } from './timeline.ts';
import type { Update } from './timeline.ts';

/** Everything there is to judge by, once a world has come to rest. */
interface Remains {
  schedule: Schedule;
  /** The database was lost, and there is no field to rebuild it from. */
  hasForgotten: boolean;
  timeline: Update[];
  conversation: Conversation;
  /** Oldest first. */
  turns: TurnRecord[];
  dead: number;
  waiting: number;
}

/** The promises that hold whenever all work is done: a sentence for each that was broken. */
export async function brokenPromises(world: World, simulation: Simulation): Promise<string[]> {
  const { zendesk, people, deliveries } = world;
  if (people.ticketId === undefined) return [];
  const { hasLostRecords } = simulation;
  const remains = await remainsOf(world, people.ticketId, hasLostRecords);
  const { timeline, hasForgotten } = remains;
  const nudges = deliveries.reachedCount + simulation.sweeps;
  return [
    ...brokenOnTicket(timeline, { ...world.schedule, hasLostRecords, hasForgotten }),
    ...lostComments(remains),
    ...wrongSilence(remains),
    ...brokenInbox(remains),
    ...(hasLostRecords ? [] : brokenTurnLog(remains, nudges)),
    ...(zendesk.account.ticket(people.ticketId)['status'] === 'closed'
      ? []
      : await brokenField(world, remains)),
  ];
}

async function remainsOf(
  { db, zendesk, tenant, schedule }: World,
  ticketId: number,
  hasLostRecords: boolean,
): Promise<Remains> {
  const store = createConversationStore(db, zendesk.now);
  const turns = await store.turns(tenant.slug, String(ticketId), 1_000);
  const due = await db.query<{ dead_at: number | null }>('SELECT dead_at FROM due_tickets');
  return {
    schedule,
    hasForgotten: hasLostRecords && !schedule.hasField,
    timeline: timelineOf(zendesk.account, ticketId),
    conversation: await store.load(tenant.slug, String(ticketId)),
    turns: turns.reverse(),
    dead: due.filter(({ dead_at }) => dead_at !== null).length,
    waiting: due.filter(({ dead_at }) => dead_at === null).length,
  };
}

/** Each question was answered or handed over, or there is a reason for the silence that the ticket bears out. */
function lostComments(remains: Remains): string[] {
  const { timeline, conversation, schedule } = remains;
  const last = timeline.findLastIndex(isQuestion);
  const question = timeline[last]?.comment;
  const now = timeline.at(-1);
  if (!question || !now) return [];

  const since = timeline.slice(last + 1);
  const isAnswered = since.some(({ by, comment }) => comment?.isPublic && by !== 'customer');
  const isDrafted = since.some(({ by, comment }) => comment && by === 'assistant');
  if (isAnswered || isDrafted) return [];

  const { mode, last: handled } = conversation.state ?? {};
  const seen = timeline.findIndex(({ comment }) => String(comment?.id) === handled?.comment);
  const isSeen = seen >= last;
  const isOurs = now.tagsAfter.includes(HANDOFF_TAG) && mode === 'handoff';
  const reasonHolds =
    (mode === 'ended' && isOver(now.statusAfter)) ||
    (mode === 'paused' && now.tagsAfter.includes(PAUSED_TAG)) ||
    (mode === 'agent' && mayBeLeftToHumans(remains)) ||
    (schedule.answerMode === 'observe' && mode === 'assistant') ||
    isOurs;
  if (isSeen && reasonHolds) return [];
  const fate = isSeen ? `it was seen, and the mode is ${mode}` : 'nobody has seen it';
  return [`comment ${question.id} of the customer is lost: ${fate}`];
}

/** Whoever gave the ticket back is not told that a human has it. */
function wrongSilence(remains: Remains): string[] {
  return remains.conversation.state?.mode === 'agent' && !mayBeLeftToHumans(remains)
    ? ['the assistant leaves the ticket to a human who has given it back']
    : [];
}

function brokenInbox(remains: Remains): string[] {
  const { dead, waiting, timeline, schedule } = remains;
  const now = timeline.at(-1);
  const isHumans =
    now?.tagsAfter.includes(HANDOFF_TAG) ||
    isOver(now?.statusAfter) ||
    mayBeLeftToHumans(remains) ||
    schedule.answerMode === 'observe';
  return [
    waiting > 0 && 'work is left in the inbox',
    dead > 0 && !isHumans && 'the work is dead, and no human was told',
  ].filter((broken) => broken !== false);
}

/** Every write of ours has its turn, the turns are numbered without a gap, and none came of nothing. */
function brokenTurnLog({ turns, timeline, conversation }: Remains, nudges: number): string[] {
  const logged = new Set(turns.map(({ id }) => id));
  const unlogged = timeline.filter(({ turnId }) => turnId !== undefined && !logged.has(turnId));
  const isNumbered = turns.every(({ n }, index) => n === index + 1);
  const isOrdered = turns.every(({ at }, index) => at >= (turns[index - 1]?.at ?? 0));
  // A turn that was found again, after its answer was lost, came of the nudge that found it.
  const decided = turns.filter(({ rules }) => rules.length > 0).length;
  return [
    ...unlogged.map(({ turnId }) => `turn ${turnId} wrote to the ticket and is not in the log`),
    !isNumbered && `the turns are numbered ${turns.map(({ n }) => n).join(', ')}`,
    !isOrdered && 'the turns are not in the order of time',
    turns.length !== conversation.turnCount &&
      `the conversation counts ${conversation.turnCount} turns, the log ${turns.length}`,
    decided > nudges && `${decided} turns came of ${nudges} nudges`,
  ].filter((broken) => broken !== false);
}

/** The field is ours and as new as what we know. */
async function brokenField(world: World, { conversation }: Remains): Promise<string[]> {
  const { zendesk, people, tenant, signer } = world;
  if (tenant.stateFieldId === undefined) return [];
  const fields = zendesk.account.ticket(people.ticketId!)['custom_fields'] as FieldValue[];
  const value = fields.find(({ id }) => String(id) === tenant.stateFieldId)?.value;
  const read = await readState(value, {
    publicKey: signer.publicKey,
    slug: tenant.slug,
    ticketId: String(people.ticketId),
  });
  const known = conversation.state;
  // A ticket that a human had first is left alone, its field too.
  if (!known?.n && read.status !== 'verified') return [];
  if (read.status !== 'verified') return [`the state field is ${read.status}`];
  return read.state.mode === known?.mode && read.state.n >= known.n
    ? []
    : [
        `the state field says ${read.state.mode} (${read.state.n}), the store ${known?.mode} (${known?.n})`,
      ];
}

interface FieldValue {
  id: number;
  value: string | null;
}
