import type { FindingCode } from './finding-table.ts';
import type { OwnIds, SetupObject } from './finding.ts';

/** What became of one chosen fix. */
export type FixOutcome =
  | 'written'
  /** Found to be fine when it was looked at again; nothing was written. */
  | 'already_fine'
  /** Zendesk said no: `status` and `message` say why. */
  | 'refused'
  /** What it builds on is not there: a webhook for a trigger, a field for a body. */
  | 'blocked'
  /** No answer, or the account could not be read. The next run completes it. */
  | 'failed';

export interface AppliedFix {
  key: string;
  code: FindingCode;
  object: SetupObject;
  outcome: FixOutcome;
  status?: number;
  message?: string;
}

/** Takes one write back, and with it every fix in `keys` that it made. Plain data. */
export interface UndoStep {
  keys: string[];
  object: SetupObject;
  envelope: Envelope;
  path: string;
  /** What was written, to see whether anybody has changed it since. */
  wrote: Record<string, unknown>;
  /** What was there before; null when the object was created. */
  restore: Record<string, unknown> | null;
}

export interface Applied {
  results: AppliedFix[];
  /** In the order of the writes. */
  undo: UndoStep[];
  /** What of ours is there now; to be stored. */
  found: OwnIds;
}

/** The key that Zendesk wraps an object in. */
export type Envelope = 'ticket_field' | 'webhook' | 'trigger';

/** PATCH leaves a webhook's secrets alone: https://developer.zendesk.com/api-reference/webhooks/webhooks-api/webhooks */
export function updateMethod(envelope: Envelope): 'PUT' | 'PATCH' {
  return envelope === 'webhook' ? 'PATCH' : 'PUT';
}
