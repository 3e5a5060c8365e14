import type { SetupSpec } from '../setup-spec.ts';
import type { Account } from './account.ts';
import type { Action, Conditions } from './account-schemas.ts';
import type { Finding, Passed } from './finding.ts';
import type { OwnObjects } from './own-objects.ts';

/** What every check may look at. */
export interface CheckInput {
  spec: SetupSpec;
  account: Account;
  own: OwnObjects;
}

/** The part of a trigger that set-up rewrites. */
export interface TriggerDraft {
  active: boolean;
  conditions: Conditions;
  actions: Action[];
}

/** A finding, and inside set-up also how it is mended. */
export interface Judged {
  finding: Finding;
  /** Of a field or webhook: the value to set, as Zendesk takes it. */
  change?: { field: string; before: unknown; after: unknown };
  /** Of a trigger: the rewritten draft. Rewrites of one trigger are made one after another. */
  rewrite?: (draft: TriggerDraft) => TriggerDraft;
}

export interface CheckResult {
  judged: Judged[];
  passed: Passed[];
}

export function noResult(): CheckResult {
  return { judged: [], passed: [] };
}

export function merged(results: readonly CheckResult[]): CheckResult {
  return {
    judged: results.flatMap(({ judged }) => judged),
    passed: results.flatMap(({ passed }) => passed),
  };
}
