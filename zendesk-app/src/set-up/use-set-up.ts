import { useEffect, useMemo, useState } from 'react';
import type { Zendesk } from '../zaf/zendesk.ts';
import { createSetUp } from './set-up.ts';
import type { AssistantAddress, SetUp } from './set-up.ts';
import { BEFORE_FIRST_CHECK } from './set-up-view.ts';
import type { SetUpView } from './set-up-view.ts';

/** Checks at once; what comes back after the panel has closed is dropped. */
export function useSetUp(
  zendesk: Zendesk,
  { backendUrl, slug, stateFieldId }: AssistantAddress,
): { view: SetUpView; actions: Omit<SetUp, 'close'> } {
  const [view, setView] = useState(BEFORE_FIRST_CHECK);
  const setUp = useMemo(
    () =>
      createSetUp(zendesk, { backendUrl, slug, stateFieldId }, (change) =>
        setView((old) => ({ ...old, ...change })),
      ),
    [zendesk, backendUrl, slug, stateFieldId],
  );

  useEffect(() => {
    void setUp.check();
    return setUp.close;
  }, [setUp]);

  return { view, actions: setUp };
}
