import type { AccountPart } from '@smart-assistant/shared/setup/account.ts';
import type { AppliedFix, UndoStep } from '@smart-assistant/shared/setup/applied.ts';
import type { Plan } from '@smart-assistant/shared/setup/finding.ts';
import type { RoundTrip } from '@smart-assistant/shared/setup/round-trip.ts';
import type { UndoResult } from '@smart-assistant/shared/setup/undo.ts';
import type { FoundSettings, SettingsOutcome } from './save-settings.ts';

export interface Progress {
  /** Undefined while writing. */
  part?: AccountPart;
  done: number;
  total: number;
}

export interface SavedSettings {
  outcome: SettingsOutcome;
  found: FoundSettings;
}

/** What the last fix or undo came to; stays on screen while the account is checked again. */
export type Deed =
  | {
      kind: 'fixed';
      results: AppliedFix[];
      roundTrip?: RoundTrip | undefined;
      settings?: SavedSettings | undefined;
    }
  | { kind: 'undone'; results: UndoResult[] };

export interface SetUpView {
  activity: 'checking' | 'fixing' | 'proving' | 'undoing' | 'idle';
  progress: Progress | undefined;
  /** Of the newest check; undefined until the first is done. */
  plan: Plan | undefined;
  deed: Deed | undefined;
  /** Everything written since the panel was opened that can still be taken back, in the order of the writes. */
  undo: UndoStep[];
}

export const BEFORE_FIRST_CHECK: SetUpView = {
  activity: 'checking',
  progress: undefined,
  plan: undefined,
  deed: undefined,
  undo: [],
};
