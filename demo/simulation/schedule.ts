import { randomFrom } from './random.ts';
import type { Random } from './random.ts';

/** What people do to the ticket. */
export const ACTS = [
  'customer asks',
  'customer asks for a person',
  'customer asks the unknown',
  'agent replies',
  'agent writes a note',
  'our own user replies by hand',
  'agent pauses',
  'agent ends the pause',
  'agent takes over',
  'agent hands back',
  'agent solves',
  'agent reopens',
  'agent closes',
  'agent damages the field',
  'agent puts an old field value back',
] as const;
export type Act = (typeof ACTS)[number];

/** What becomes of one call to Zendesk. The words after the comma say whether the call had its effect. */
export const FAULTS = [
  'timeout, not carried out',
  'timeout, carried out',
  'answer 500, not carried out',
  'answer 500, carried out',
  'answer 503, not carried out',
  'answer 429, not carried out',
  'answer 409, not carried out',
  'garbled answer, carried out',
] as const;
export type Fault = (typeof FAULTS)[number];

/** What becomes of the whole server. */
export const DISASTERS = ['backup is taken', 'backup is restored', 'database is emptied'] as const;
export type Disaster = (typeof DISASTERS)[number];

/** What breaks into the work. Points are counted at every call that leaves a server process, calls to Zendesk alone as well. */
export type Interruption =
  | { kind: 'fault'; call: number; fault: Fault }
  /** Just before this call reaches Zendesk: nowhere else could anybody tell the difference. */
  | { kind: 'act'; call: number; act: Act }
  /** The process is killed before or after the call at this point has had its effect. */
  | { kind: 'crash'; point: number; when: 'before' | 'after' }
  /** Everybody else works first. */
  | { kind: 'switch'; point: number }
  /** The process stands still until its tickets belong to others, who work first. */
  | { kind: 'stall'; point: number }
  | { kind: 'disaster'; point: number; disaster: Disaster }
  /** What becomes of the nth delivery of the webhook. */
  | { kind: 'delivery'; delivery: number; fate: DeliveryFate };

export const FATES = ['lost', 'twice', 'twice, signed anew', 'late'] as const;
export type DeliveryFate = (typeof FATES)[number];

export interface StoryStep {
  act: Act | 'time passes' | Disaster;
  /** Whether the server does all its work before the next step. */
  isSettled: boolean;
}

/** One run of the simulation, complete: the same schedule always runs the same way. */
export interface Schedule {
  seed: number;
  answerMode: 'reply' | 'draft' | 'observe';
  /** What the shop wants of a ticket that comes back. */
  reopened: 'resume' | 'stay_silent';
  /** Which of the two bodies the triggers send: the manual one does not name the comment. */
  bodies: 'lean' | 'manual';
  /** A shop works before it has a state field, too. */
  hasField: boolean;
  /** Whether a later comment may have a smaller id. */
  ids: 'count-up' | 'several-servers';
  /** People act within the second of the last change, which Zendesk's safe update cannot tell from it. */
  isHasty: boolean;
  story: StoryStep[];
  interruptions: Interruption[];
}

/** The more likely an act is in life, the more often it stands here. */
const LIKELY_ACTS: readonly Act[] = [
  ...ACTS,
  ...Array.from({ length: 8 }, () => 'customer asks' as const),
  ...(['agent replies', 'agent hands back', 'agent reopens'] as const),
];

/** A turn passes about this many points, and makes about this many calls to Zendesk. */
const POINTS_PER_STEP = 14;
const CALLS_PER_STEP = 4;

export function scheduleFrom(seed: number): Schedule {
  const random = randomFrom(seed);
  // Short stories more often: there what breaks in meets the turn that it can break.
  const steps = Math.min(random.below(6), random.below(6));
  const story = Array.from({ length: steps }, () => storyStep(random));
  const count = 1 + random.below(5);
  const isHasty = random.chance(0.3);
  return {
    seed,
    answerMode: random.chance(0.75) ? 'reply' : random.pick(['draft', 'draft', 'observe'] as const),
    reopened: random.chance(0.8) ? 'resume' : 'stay_silent',
    bodies: random.chance(0.6) ? 'lean' : 'manual',
    hasField: random.chance(0.9),
    // Within a second, ids alone tell what came later.
    ids: isHasty || random.chance(0.7) ? 'count-up' : 'several-servers',
    isHasty,
    story: [{ act: 'customer asks', isSettled: random.chance(0.7) }, ...story],
    interruptions: Array.from({ length: count }, () => interruption(random, steps + 1)),
  };
}

function storyStep(random: Random): StoryStep {
  const isSettled = random.chance(0.7);
  if (random.chance(0.1)) return { act: 'time passes', isSettled };
  if (random.chance(0.1)) return { act: random.pick(DISASTERS), isSettled };
  return { act: random.pick(LIKELY_ACTS), isSettled };
}

function interruption(random: Random, steps: number): Interruption {
  const point = random.below(POINTS_PER_STEP * steps);
  const call = random.below(CALLS_PER_STEP * steps);
  const kind = random.below(10);
  if (kind < 4) {
    return {
      kind: 'fault',
      call,
      fault: random.pick(FAULTS),
    };
  }
  if (kind < 6) return { kind: 'act', call, act: random.pick(LIKELY_ACTS) };
  if (kind < 7) return { kind: 'crash', point, when: random.pick(['before', 'after'] as const) };
  if (kind < 8) return { kind: random.pick(['switch', 'stall'] as const), point };
  if (kind < 9) {
    const delivery = random.below(2 * steps);
    return { kind: 'delivery', delivery, fate: random.pick(FATES) };
  }
  return { kind: 'disaster', point, disaster: random.pick(DISASTERS) };
}

/** The schedule in words, one step a line. */
export function describeSchedule(schedule: Schedule): string {
  const { seed, answerMode, reopened, bodies, hasField, ids, isHasty } = schedule;
  const { story, interruptions } = schedule;
  const shop = `answer mode ${answerMode}, reopened tickets ${reopened}`;
  const field = hasField ? 'a state field' : 'no state field';
  return [
    `seed ${seed}, ${shop}, ${bodies} bodies, ${field}, people ${isHasty ? 'in haste' : 'in no haste'}`,
    `ids ${ids}`,
    ...story.map(({ act, isSettled }) => `  ${act}${isSettled ? ', the server works' : ''}`),
    ...interruptions.map((each) => `  ${describeInterruption(each)}`),
  ].join('\n');
}

export function describeInterruption(each: Interruption): string {
  switch (each.kind) {
    case 'fault':
      return `call ${each.call} to Zendesk: ${each.fault}`;
    case 'act':
      return `before call ${each.call} to Zendesk: ${each.act}`;
    case 'crash':
      return `at point ${each.point}: the process is killed ${each.when} it`;
    case 'switch':
      return `at point ${each.point}: everybody else works first`;
    case 'stall':
      return `at point ${each.point}: the process stands still until its tickets are taken over`;
    case 'disaster':
      return `at point ${each.point}: ${each.disaster}`;
    case 'delivery':
      return `delivery ${each.delivery} of the webhook: ${each.fate}`;
  }
}
