import { useEffect, useState } from 'react';
import type { Zendesk } from '../zaf/zendesk.ts';
import { createSetUp } from './set-up.ts';
import type { AssistantAddress, SetUp } from './set-up.ts';
import { BEFORE_FIRST_CHECK } from './set-up-view.ts';
import type { SetUpView } from './set-up-view.ts';

/**
 * Checks at once; what comes back after the panel has closed is dropped. `address` is taken as it is when the panel
 * opens: what set-up finds out later it knows itself.
 */
export function useSetUp(
  zendesk: Zendesk,
  address: AssistantAddress,
  onSettings: (() => void) | undefined,
): { view: SetUpView; actions: Omit<SetUp, 'close'> } {
  const [view, setView] = useState(BEFORE_FIRST_CHECK);
  const [setUp] = useState(() =>
    createSetUp(zendesk, address, {
      show: (change) => setView((old) => ({ ...old, ...change })),
      onSettings,
    }),
  );

  useEffect(() => {
    void setUp.check();
    return setUp.close;
  }, [setUp]);

  return { view, actions: setUp };
}
