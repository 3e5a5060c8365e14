import { applyFixes } from '@smart-assistant/shared/setup/apply.ts';
import type { UndoStep } from '@smart-assistant/shared/setup/applied.ts';
import type { Finding, OwnIds } from '@smart-assistant/shared/setup/finding.ts';
import { plan } from '@smart-assistant/shared/setup/plan.ts';
import { readAccount } from '@smart-assistant/shared/setup/read-account.ts';
import { proveRoundTrip } from '@smart-assistant/shared/setup/round-trip.ts';
import { undoFixes } from '@smart-assistant/shared/setup/undo.ts';
import type { SetupSpec } from '@smart-assistant/shared/setup-spec.ts';
import type { Zendesk } from '../zaf/zendesk.ts';
import { saveSettings } from './save-settings.ts';
import type { FoundSettings } from './save-settings.ts';
import { sessionCall } from './session-call.ts';
import type { Deed, SetUpView } from './set-up-view.ts';

/** Where this account's assistant runs, and the field that the app was told of. */
export type AssistantAddress = Pick<SetupSpec, 'backendUrl' | 'slug' | 'stateFieldId'>;

export interface SetUp {
  check(): Promise<void>;
  /** Makes the chosen fixes, proves that a delivery arrives, and checks again. */
  fix(findings: readonly Finding[]): Promise<void>;
  /** Takes back what was written: all of it, or what was written to one object, which is named by its path. */
  undo(path?: string): Promise<void>;
  /** Nothing is shown any more. What is under way comes to its end. */
  close(): void;
}

type Show = (change: Partial<SetUpView>) => void;

export interface SetUpEvents {
  show: Show;
  /** The app's settings are others than before: those of `zendesk` are them. */
  onSettings: (() => void) | undefined;
}

/** Set-up in the signed-in person's session. It does one thing at a time: what is asked meanwhile is not done. */
export function createSetUp(
  zendesk: Zendesk,
  address: AssistantAddress,
  { show, onSettings }: SetUpEvents,
): SetUp {
  const call = sessionCall(zendesk);
  let found: OwnIds = {};
  let written: UndoStep[] = [];
  let isBusy = false;
  let isOpen = true;

  const tell: Show = (change) => {
    if (isOpen) show(change);
  };
  const spec = (): SetupSpec => ({
    ...address,
    stateFieldId: found.stateFieldId ?? address.stateFieldId,
    webhookId: found.webhookId,
  });

  async function check(): Promise<void> {
    tell({ activity: 'checking', progress: undefined });
    const account = await readAccount(call, spec(), {
      credentials: { kind: 'session' },
      now: Date.now(),
      onProgress: (progress) => tell({ progress }),
    });
    tell({ activity: 'idle', progress: undefined, plan: plan(spec(), account) });
  }

  async function fix(findings: readonly Finding[]): Promise<void> {
    tell({ activity: 'fixing', progress: undefined, deed: undefined });
    const applied = await applyFixes(call, spec(), findings, (progress) => tell({ progress }));
    found = { ...found, ...applied.found };
    written = [...written, ...applied.undo];
    const deed: Deed = { kind: 'fixed', results: applied.results };
    tell({ activity: 'proving', progress: undefined, deed, undo: written });
    tell({ deed: { ...deed, ...(await prove(applied.found)) } });
    await check();
  }

  async function prove(
    ids: OwnIds,
  ): Promise<Pick<Deed & { kind: 'fixed' }, 'roundTrip' | 'settings'>> {
    if (ids.webhookId === undefined) return {};
    const nonce = crypto.randomUUID();
    const roundTrip = await proveRoundTrip(call, { webhookId: ids.webhookId, nonce });
    const publicKey = roundTrip.kind === 'proven' ? roundTrip.statePublicKey : undefined;
    const known: FoundSettings = {
      ...(ids.stateFieldId !== undefined && { state_field_id: ids.stateFieldId }),
      ...(publicKey !== undefined && { state_public_key: publicKey }),
    };
    const { installationId, settings: current } = zendesk;
    const outcome = await saveSettings(call, installationId, { current, found: known });
    if (outcome === 'saved') {
      zendesk.settings = { ...current, ...known };
      onSettings?.();
    }
    return { roundTrip, settings: { outcome, found: known } };
  }

  async function undo(path?: string): Promise<void> {
    tell({ activity: 'undoing', progress: undefined });
    const steps = written.filter((step) => path === undefined || step.path === path);
    const results = await undoFixes(call, steps);
    // They come in the opposite order. What was refused or got no answer can be tried again.
    const settled = steps.filter((_step, index) => isSettled(results.at(-1 - index)?.outcome));
    written = written.filter((step) => !settled.includes(step));
    found = {};
    tell({ deed: { kind: 'undone', results }, undo: written });
    await check();
  }

  async function alone(act: () => Promise<void>): Promise<void> {
    if (isBusy) return;
    isBusy = true;
    try {
      await act();
    } finally {
      isBusy = false;
    }
  }

  return {
    check: () => {
      isOpen = true;
      return alone(check);
    },
    fix: (findings) => alone(() => fix(findings)),
    undo: (path) => alone(() => undo(path)),
    close: () => {
      isOpen = false;
    },
  };
}

function isSettled(outcome: string | undefined): boolean {
  return outcome === 'undone' || outcome === 'changed_since';
}
