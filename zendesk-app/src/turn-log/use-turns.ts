import type { Waiting } from '@smart-assistant/shared/sidebar-api.ts';
import { useEffect, useRef, useState } from 'react';
import { fetchTurns } from '../backend/backend.ts';
import type { Server } from '../backend/post.ts';
import { withNewest, withOlder } from './merge-turns.ts';
import type { LoadedTurns } from './merge-turns.ts';

/** What is known of a ticket's turns. `error` says that the newest could not be read, `olderError` the older ones. */
export interface TurnsView {
  /** Undefined until the first page is here. */
  loaded: LoadedTurns | undefined;
  waiting: Waiting | undefined;
  isLoading: boolean;
  error: unknown;
  isLoadingOlder: boolean;
  olderError: unknown;
}

export interface TurnsOptions {
  server: Server;
  ticketId: string;
  /** The ticket's state field; each new value means a new turn. Empty when the assistant has not seen the ticket. */
  stateValue: string;
  onNewestN?: ((n: number) => void) | undefined;
}

const NOTHING: TurnsView = {
  loaded: undefined,
  waiting: undefined,
  isLoading: true,
  error: undefined,
  isLoadingOlder: false,
  olderError: undefined,
};

/** Reads the ticket's turns, again with each new state; older pages on request. */
export function useTurns({ server, ticketId, stateValue, onNewestN }: TurnsOptions) {
  const [view, setView] = useState(NOTHING);
  const [attempt, setAttempt] = useState(0);
  const tell = useRef(onNewestN);
  const olderCall = useRef<AbortController>(undefined);
  const { backend_url, tenant_slug } = server;

  useEffect(() => {
    tell.current = onNewestN;
  }, [onNewestN]);

  useEffect(() => {
    const call = new AbortController();
    fetchTurns({ backend_url, tenant_slug }, { ticketId, state: stateValue }, call.signal).then(
      (page) => {
        if (call.signal.aborted) return;
        setView((old) => ({
          ...old,
          loaded: withNewest(old.loaded ?? { turns: [], hasMore: false }, page),
          waiting: page.waiting,
          isLoading: false,
          error: undefined,
        }));
        if (page.newestN !== undefined) tell.current?.(page.newestN);
      },
      (error: unknown) => {
        if (!call.signal.aborted) setView((old) => ({ ...old, isLoading: false, error }));
      },
    );
    return () => call.abort();
  }, [backend_url, tenant_slug, ticketId, stateValue, attempt]);

  useEffect(() => () => olderCall.current?.abort(), []);

  function retry(): void {
    setView((old) => ({ ...old, isLoading: true, error: undefined }));
    setAttempt((count) => count + 1);
  }

  async function loadOlder(): Promise<void> {
    const before = view.loaded?.turns.at(-1)?.n;
    if (before === undefined || view.isLoadingOlder) return;
    olderCall.current = new AbortController();
    const { signal } = olderCall.current;
    setView((old) => ({ ...old, isLoadingOlder: true, olderError: undefined }));
    try {
      const page = await fetchTurns(server, { ticketId, state: stateValue, before }, signal);
      setView((old) => ({
        ...old,
        loaded: old.loaded && withOlder(old.loaded, page),
        isLoadingOlder: false,
      }));
    } catch (error) {
      if (!signal.aborted) setView((old) => ({ ...old, isLoadingOlder: false, olderError: error }));
    }
  }

  return { view, retry, loadOlder: () => void loadOlder() };
}
