import { z } from 'zod';
import { updateMethod } from './applied.ts';
import type { AppliedFix, Envelope } from './applied.ts';
import { errorText } from './error-text.ts';
import type { FixRun, Look, OwnPart } from './fix-run.ts';
import type { Judged } from './judged.ts';
import type { ZendeskAnswer, ZendeskRequest } from './zendesk-call.ts';

export interface Creation {
  envelope: Envelope;
  /** The list it is added to, for the call and for looking again. */
  path: string;
  part: OwnPart;
  body: Record<string, unknown>;
  /** Which of ours counts, and which are one too many. */
  owned: (look: Look) => { kept: { id: string } | undefined; duplicates: Array<{ id: string }> };
}

/**
 * Creates an object and looks again: when somebody else has created the same at the same time, the oldest stays
 * and ours goes. Both keep the same one, so two admins leave one object behind.
 */
export async function createObject(
  run: FixRun,
  group: readonly Judged[],
  { envelope, path, part, body, owned }: Creation,
): Promise<void> {
  const answer = await send(run, { method: 'POST', path, body: { [envelope]: body } });
  const id = createdId(answer, envelope);
  if (id === undefined) return run.record(group, refusal(answer));

  const { kept, duplicates } = owned(await run.look(part));
  const isOneTooMany = kept?.id !== id && duplicates.some((each) => each.id === id);
  if (isOneTooMany) {
    await send(run, { method: 'DELETE', path: `${path}/${id}` });
    await run.look(part);
    return run.record(group, { outcome: 'already_fine' });
  }
  const object = { ...group[0]!.finding.object, id };
  const keys = group.map(({ finding }) => finding.key);
  run.undo.push({ keys, object, envelope, path: `${path}/${id}`, wrote: body, restore: null });
  run.record(group, { outcome: 'written' });
}

export interface Update {
  envelope: Envelope;
  path: string;
  wrote: Record<string, unknown>;
  before: Record<string, unknown>;
}

export async function updateObject(
  run: FixRun,
  group: readonly Judged[],
  { envelope, path, wrote, before }: Update,
): Promise<void> {
  const method = updateMethod(envelope);
  const answer = await send(run, { method, path, body: { [envelope]: wrote } });
  if (!isSuccess(answer)) return run.record(group, refusal(answer));
  const { object } = group[0]!.finding;
  const keys = group.map(({ finding }) => finding.key);
  run.undo.push({ keys, object, envelope, path, wrote, restore: before });
  run.record(group, { outcome: 'written' });
}

/** Status 0 when nothing answered: whether it landed will be seen at the next look. */
async function send({ call }: FixRun, request: ZendeskRequest): Promise<ZendeskAnswer> {
  try {
    return await call(request);
  } catch {
    return { status: 0, body: undefined };
  }
}

function refusal({
  status,
  body,
}: ZendeskAnswer): Pick<AppliedFix, 'outcome' | 'status' | 'message'> {
  if (status < 400 || status >= 500) return { outcome: 'failed', status };
  return { outcome: 'refused', status, message: errorText(body) };
}

function isSuccess({ status }: ZendeskAnswer): boolean {
  return status >= 200 && status < 300;
}

function createdId(answer: ZendeskAnswer, envelope: Envelope): string | undefined {
  if (!isSuccess(answer)) return undefined;
  const created = z.object({ [envelope]: z.object({ id: z.coerce.string() }) });
  return created.safeParse(answer.body).data?.[envelope]?.id;
}
