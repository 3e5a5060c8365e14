import { useEffect, useRef, useState } from 'react';
import type { Zendesk } from '../zaf/zendesk.ts';
import { watchConversation } from './watch-conversation.ts';
import type { ConversationView, ConversationWatch } from './watch-conversation.ts';

/** The conversation of the open ticket as it changes, and a way to read it again now. */
export function useConversation(zendesk: Zendesk): {
  view: ConversationView;
  refresh: () => Promise<void>;
} {
  const [view, setView] = useState<ConversationView>({ status: 'loading' });
  const watch = useRef<ConversationWatch>(undefined);

  useEffect(() => {
    watch.current = watchConversation(zendesk, setView);
    return () => watch.current?.stop();
  }, [zendesk]);

  return { view, refresh: async () => watch.current?.refresh() };
}
