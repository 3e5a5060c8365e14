import { useCallback, useEffect, useRef, useState } from 'react';
import type { Zendesk } from '../zaf/zendesk.ts';
import { watchConversation } from './watch-conversation.ts';
import type { ConversationView, ConversationWatch } from './watch-conversation.ts';

/** The conversation of the open ticket as it changes, and ways to bring it up to date. */
export function useConversation(zendesk: Zendesk): {
  view: ConversationView;
  refresh: () => Promise<void>;
  hearOfNewest: (n: number) => void;
} {
  const [view, setView] = useState<ConversationView>({ status: 'loading' });
  const watch = useRef<ConversationWatch>(undefined);

  useEffect(() => {
    watch.current = watchConversation(zendesk, setView);
    return () => watch.current?.stop();
  }, [zendesk]);

  const refresh = useCallback(async () => watch.current?.refresh(), []);
  const hearOfNewest = useCallback((n: number) => watch.current?.hearOfNewest(n), []);
  return { view, refresh, hearOfNewest };
}
