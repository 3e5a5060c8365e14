import { FINDINGS, whyOf } from './finding-table.ts';
import type { FindingCode } from './finding-table.ts';

export type Severity = 'broken' | 'degraded' | 'advice';

export type ObjectKind =
  | 'credentials'
  | 'ticket_field'
  | 'ticket_form'
  | 'webhook'
  | 'comment_trigger'
  | 'closed_trigger'
  | 'deliveries'
  | 'help_center'
  | 'trigger'
  | 'automation'
  | 'macro'
  | 'app';

/** What a finding is about. Without an id it does not exist yet, or is not an object with an id. */
export interface SetupObject {
  kind: ObjectKind;
  id?: string;
  name: string;
}

/** One field of an object, before and after a write, as text for people. */
export interface Difference {
  field: string;
  before: string | undefined;
  after: string;
}

/** What a fix will send, for the preview. The write itself is made from the object as it is then. */
export interface PlannedWrite {
  verb: 'create' | 'update';
  method: 'POST' | 'PUT' | 'PATCH';
  path: string;
  differences: Difference[];
}

export type Fix =
  | { kind: 'write'; write: PlannedWrite }
  /** Only a person can do it; `place` is where in Admin Center, menu by menu. */
  | { kind: 'person'; place: string };

export interface Finding {
  /** The same for the same finding in every run: code and object, and field where an object can have several. */
  key: string;
  code: FindingCode;
  object: SetupObject;
  field?: string;
  expected?: string;
  actual?: string;
  severity: Severity;
  /** Why it matters, in English: the sentence of `code` with `params` filled in. */
  why: string;
  params: Record<string, string>;
  fix: Fix;
}

/** One thing that was looked at and is as it should be. */
export interface Passed {
  object: SetupObject;
  /** What is fine about it; translated like a finding's code. */
  check: PassedCheck;
}

export type PassedCheck =
  | 'signed_in'
  | 'credentials_last'
  | 'scopes_suffice'
  | 'field_right'
  | 'field_on_form'
  | 'webhook_right'
  | 'trigger_right'
  | 'deliveries_arrive'
  | 'articles_found'
  | 'no_other_writers';

/** What of ours was found; to be stored by whoever runs set-up. */
export interface OwnIds {
  stateFieldId?: string;
  webhookId?: string;
  commentTriggerId?: string;
  closedTriggerId?: string;
}

export interface Plan {
  /** Worst first within each object; objects in the order in which they depend on each other. */
  findings: Finding[];
  passed: Passed[];
  found: OwnIds;
  /** True when nothing of severity `broken` is left: the assistant works. */
  isWorking: boolean;
}

/** What `plan` makes a finding from; severity and sentence come from the table. */
export interface FindingParts extends Pick<Finding, 'code' | 'object' | 'fix'> {
  field?: string;
  expected?: string | undefined;
  actual?: string | undefined;
  severity?: Severity;
  params?: Record<string, string>;
  /** Where an object can have several findings of a code. */
  part?: string;
}

export function newFinding(parts: FindingParts): Finding {
  const { code, object, fix, field, expected, actual, part, params = {} } = parts;
  return {
    key: [code, object.kind, keyId(object), part].filter(Boolean).join(':'),
    code,
    object,
    ...(field !== undefined && { field }),
    ...(expected !== undefined && { expected }),
    ...(actual !== undefined && { actual }),
    severity: parts.severity ?? FINDINGS[code].severity,
    why: whyOf(code, params),
    params,
    fix,
  };
}

/** There is one of each of our own, so its id says nothing more; of others there are many. */
const SINGLE: readonly ObjectKind[] = ['credentials', 'deliveries', 'help_center'];

function keyId({ kind, id }: SetupObject): string | undefined {
  return SINGLE.includes(kind) ? undefined : id;
}
