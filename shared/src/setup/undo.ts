import { updateMethod } from './applied.ts';
import type { UndoStep } from './applied.ts';
import { valueText } from './conditions.ts';
import type { SetupObject } from './finding.ts';
import type { ZendeskAnswer, ZendeskCall, ZendeskRequest } from './zendesk-call.ts';

export interface UndoResult {
  keys: string[];
  object: SetupObject;
  /** `changed_since`: somebody has edited the object after the fix, so it is left alone. */
  outcome: 'undone' | 'changed_since' | 'refused' | 'failed';
  status?: number;
}

/** Takes fixes back, the last one first. What was edited since, or is gone, is left as it is. Never throws. */
export async function undoFixes(
  call: ZendeskCall,
  steps: readonly UndoStep[],
): Promise<UndoResult[]> {
  const results: UndoResult[] = [];
  for (const step of steps.toReversed()) {
    const { keys, object } = step;
    results.push({ keys, object, ...(await undoOne(call, step)) });
  }
  return results;
}

async function undoOne(
  call: ZendeskCall,
  { envelope, path, wrote, restore }: UndoStep,
): Promise<Pick<UndoResult, 'outcome' | 'status'>> {
  const now = await send(call, { method: 'GET', path });
  if (now.status === 404) return { outcome: restore ? 'changed_since' : 'undone' };
  if (now.status !== 200) return outcomeOf(now);
  const shown = (now.body as Record<string, unknown> | undefined)?.[envelope];
  if (!isAsWritten(shown, wrote)) return { outcome: 'changed_since' };
  const request: ZendeskRequest = restore
    ? { method: updateMethod(envelope), path, body: { [envelope]: restore } }
    : { method: 'DELETE', path };
  return outcomeOf(await send(call, request));
}

/** Whether everything that was written still stands there; what Zendesk adds makes no difference. */
function isAsWritten(shown: unknown, wrote: unknown): boolean {
  if (Array.isArray(wrote)) {
    return (
      Array.isArray(shown) &&
      shown.length === wrote.length &&
      wrote.every((each, index) => isAsWritten(shown[index], each))
    );
  }
  if (typeof wrote === 'object' && wrote !== null) {
    const record = (shown ?? {}) as Record<string, unknown>;
    return Object.entries(wrote).every(([key, value]) => isAsWritten(record[key], value));
  }
  return valueText(shown) === valueText(wrote);
}

async function send(call: ZendeskCall, request: ZendeskRequest): Promise<ZendeskAnswer> {
  try {
    return await call(request);
  } catch {
    return { status: 0, body: undefined };
  }
}

function outcomeOf({ status }: ZendeskAnswer): Pick<UndoResult, 'outcome' | 'status'> {
  if (status >= 200 && status < 300) return { outcome: 'undone' };
  return { outcome: status >= 400 && status < 500 ? 'refused' : 'failed', status };
}
