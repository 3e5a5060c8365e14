import type { DraftResponse } from '@smart-assistant/shared/sidebar-api.ts';
import { useEffect, useState } from 'react';
import { fetchDraft } from '../backend/backend.ts';
import type { TicketKey } from '../backend/backend.ts';
import type { Server } from '../backend/post.ts';

export type DraftView =
  | { status: 'preparing' }
  | { status: 'failed'; error: unknown }
  | { status: 'answered'; draft: DraftResponse };

/**
 * An answer from our server, asked for once when the panel opens and again by `retry`. A ticket that changes
 * meanwhile does not take the text away from under the agent's hands.
 */
export function useDraft(server: Server, key: TicketKey): { view: DraftView; retry: () => void } {
  const [view, setView] = useState<DraftView>({ status: 'preparing' });
  const [attempt, setAttempt] = useState({ server, key });

  useEffect(() => {
    const abort = new AbortController();
    fetchDraft(attempt.server, attempt.key, abort.signal).then(
      (draft) => setView({ status: 'answered', draft }),
      (error: unknown) => {
        if (!abort.signal.aborted) setView({ status: 'failed', error });
      },
    );
    return () => abort.abort();
  }, [attempt]);

  return {
    view,
    retry() {
      setView({ status: 'preparing' });
      setAttempt({ server, key });
    },
  };
}
