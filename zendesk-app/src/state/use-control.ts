import { useState } from 'react';
import type { Zendesk } from '../zaf/zendesk.ts';
import { applyControl } from './control.ts';
import type { Control, ControlFailure } from './control.ts';

export interface ControlState {
  isRunning: boolean;
  failure: ControlFailure | undefined;
  /** Does nothing while one is running. */
  run(control: Control): void;
}

/** Runs controls on a ticket; `onDone` reads the ticket again, and the control counts as running until then. */
export function useControl(
  zendesk: Zendesk,
  ticketId: string,
  onDone: () => Promise<void>,
): ControlState {
  const [isRunning, setIsRunning] = useState(false);
  const [failure, setFailure] = useState<ControlFailure>();

  async function run(control: Control): Promise<void> {
    if (isRunning) return;
    setIsRunning(true);
    setFailure(undefined);
    const problem = await applyControl(zendesk, ticketId, control);
    if (!problem) await onDone();
    setFailure(problem);
    setIsRunning(false);
  }

  return { isRunning, failure, run: (control) => void run(control) };
}
