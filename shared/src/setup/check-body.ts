import type { TriggerSpec } from '../setup-spec.ts';
import type { FindingParts } from './finding.ts';
import { readBody } from './read-body.ts';
import type { BodyReading } from './read-body.ts';

/** What is wrong with a body, and the body to put in its place. */
export type BodyFault = Pick<
  FindingParts,
  'code' | 'expected' | 'actual' | 'params' | 'part' | 'severity'
> & { mended: string };

/** The hints that save calls, by key, in each form of the comment body. The server relies on nothing but the id. */
const LEAN_HINTS = {
  comment: {
    comment_id: 'ticket.latest_public_comment.id',
    comment_author_id: 'ticket.latest_public_comment.author.id',
    actor_id: 'current_user.id',
  },
  closed: { actor_id: 'current_user.id' },
};
const MANUAL_HINTS = {
  comment: { latest_public_comment_author_id: 'ticket.latest_public_comment.author.id' },
  closed: {},
};

/** There is no state field yet, but there will be one before the body is written. */
export const NEW_FIELD = 'the new field';

/** Longest piece of a body in a finding. */
const SHOWN_CHARACTERS = 120;

/**
 * Judges a trigger's body by what it says, not by how it is written: white space, the order of keys and
 * further keys make no difference. Nothing is judged about a field as long as there is none.
 */
export function checkBody(
  body: string | undefined,
  { key: role, leanBody }: TriggerSpec,
  fieldId: string | undefined,
): BodyFault[] {
  const reading = body === undefined ? undefined : readBody(body);
  const fault = (code: BodyFault['code'], more: Partial<BodyFault> = {}): BodyFault[] => [
    { code, mended: leanBody, expected: shown(leanBody), actual: shown(body ?? ''), ...more },
  ];
  if (body === undefined || reading?.kind !== 'read') return fault('body_unreadable');
  const ticketId = reading.placeholderOf('ticket_id') ?? reading.placeholderOf('id');
  if (ticketId !== 'ticket.id') return fault('body_no_ticket_id');
  if (!reading.event) return fault('body_unreadable');
  if (reading.event !== role) return fault('body_wrong_kind');

  const small = smallFaults(reading, { body, role, leanBody, fieldId });
  // Whoever has the body rewritten anyway is not offered the same body twice.
  const isRewritten = reading.isLean || small.some(({ mended }) => mended === leanBody);
  return isRewritten ? small : [...small, ...fault('body_manual')];
}

interface Judgement {
  body: string;
  role: TriggerSpec['key'];
  leanBody: string;
  fieldId: string | undefined;
}

/** A body that works can still carry the wrong field or have lost what saves calls. */
function smallFaults(
  reading: Extract<BodyReading, { kind: 'read' }>,
  { body, role, leanBody, fieldId }: Judgement,
): BodyFault[] {
  const faults: BodyFault[] = [];
  if (reading.isUnquoted) {
    faults.push({ code: 'body_unquoted', actual: shown(body), mended: leanBody });
  }
  const hints: Record<string, string> = (reading.isLean ? LEAN_HINTS : MANUAL_HINTS)[role];
  for (const [hint, placeholder] of Object.entries(hints)) {
    const actual = reading.placeholderOf(hint);
    if (actual === placeholder) continue;
    const expected = `{{${placeholder}}}`;
    const said = actual === undefined ? '' : `{{${actual}}}`;
    const params = { hint };
    faults.push({
      ...{ code: 'body_hint_lost', params, part: hint, expected, actual: said, mended: leanBody },
    });
  }
  return [...faults, ...fieldFaults(body, fieldId)];
}

/** Only the ids are put right: the rest of a customer's own body stays as it is. */
function fieldFaults(body: string, fieldId: string | undefined): BodyFault[] {
  if (fieldId === undefined) return [];
  const carried = new Set([...body.matchAll(/ticket_field_(\d+)/g)].map(([, id]) => id!));
  carried.delete(fieldId);
  if (carried.size === 0) return [];
  const actual = [...carried].join(', ');
  const mended = body.replaceAll(/ticket_field_\d+/g, `ticket_field_${fieldId}`);
  return [
    {
      code: 'body_wrong_field',
      expected: fieldId,
      actual,
      params: { carried: actual, field: fieldId },
      mended,
    },
  ];
}

function shown(body: string): string {
  const line = body.replaceAll(/\s+/g, ' ').trim();
  return line.length > SHOWN_CHARACTERS ? `${line.slice(0, SHOWN_CHARACTERS)}…` : line;
}
