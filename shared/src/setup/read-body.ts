import { ticketEvent } from '../ticket-event.ts';
import type { TicketEvent } from '../ticket-event.ts';
import { renderBody } from './render-body.ts';

/** What a body says, tried out with a sample for every placeholder. */
export type BodyReading =
  | { kind: 'unreadable' }
  | {
      kind: 'read';
      /** Undefined when it is JSON, but none of the agreed bodies. */
      event: TicketEvent['kind'] | undefined;
      isLean: boolean;
      /** Whether some placeholder stands outside quotes, where an empty value breaks the JSON. */
      isUnquoted: boolean;
      /** The placeholder whose value a key carries, without braces and filters; undefined when it is none. */
      placeholderOf: (key: string) => string | undefined;
    };

/** Samples are numbers from here on, so that no number that somebody wrote into a body is taken for one. */
const FIRST_SAMPLE = 7_310_000_000_001;

/** As many items as a loop's commas can go wrong with. */
const ITEMS = [0, 1, 2];

export function readBody(template: string): BodyReading {
  const samples = new Map<string, string>();
  const number = (expression: string) => {
    const name = expression.replace(/\s*\|[\s\S]*$/, '');
    const known = samples.get(name) ?? String(FIRST_SAMPLE + samples.size);
    samples.set(name, known);
    return known;
  };
  const bodies = ITEMS.map((items) => parsed(renderBody(template, items, number)));
  const [body] = bodies;
  if (!isRecord(body) || bodies.includes(undefined)) return { kind: 'unreadable' };
  const nameOf = new Map([...samples].map(([name, value]) => [value, name]));
  return {
    kind: 'read',
    event: bodies.every(isEvent) ? ticketEvent.safeParse(body).data?.kind : undefined,
    isLean: 'event' in body,
    isUnquoted: ['', 'words in between'].some((value) => isBrokenBy(template, value)),
    placeholderOf: (key) => nameOf.get(String(body[key])),
  };
}

function isEvent(body: unknown): boolean {
  return ticketEvent.safeParse(body).success;
}

/** The ticket's id is always a number; everything else may be empty or a word. */
function isBrokenBy(template: string, value: string): boolean {
  const sample = (expression: string) => (expression === 'ticket.id' ? '35436' : value);
  return parsed(renderBody(template, 1, sample)) === undefined;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
