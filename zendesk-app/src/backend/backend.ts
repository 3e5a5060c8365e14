import { draftResponse, turnsResponse } from '@smart-assistant/shared/sidebar-api.ts';
import type { DraftResponse, Rating, TurnsResponse } from '@smart-assistant/shared/sidebar-api.ts';
import type { z } from 'zod';
import { BackendError } from './backend-error.ts';
import { post } from './post.ts';
import type { Server } from './post.ts';

/** A lookup in the server's own tables. */
const READ_TIMEOUT_MS = 8_000;
/** A language model may take its time; a person who waits longer has written the answer. */
const DRAFT_TIMEOUT_MS = 25_000;

/** The ticket and the value of its state field: who can read the one may ask about the other. */
export interface TicketKey {
  ticketId: string;
  state: string;
}

/** A page of the ticket's turns, newest first; `before` is the number of the oldest one already here. */
export async function fetchTurns(
  server: Server,
  request: TicketKey & { before?: number },
  signal?: AbortSignal,
): Promise<TurnsResponse> {
  const answer = await post(server, 'turns', request, { timeoutMs: READ_TIMEOUT_MS, signal });
  return understood(turnsResponse, answer, 'turns');
}

/** An answer to the customer's newest question, for the agent's eyes; nothing is written anywhere. */
export async function fetchDraft(
  server: Server,
  key: TicketKey,
  signal?: AbortSignal,
): Promise<DraftResponse> {
  const answer = await post(server, 'draft', key, { timeoutMs: DRAFT_TIMEOUT_MS, signal });
  return understood(draftResponse, answer, 'draft');
}

/** Stores the agent's judgement of one turn's answer; a later one replaces it. */
export async function sendRating(
  server: Server,
  request: TicketKey & { turnId: string; rating: Rating },
): Promise<void> {
  await post(server, 'ratings', request, { timeoutMs: READ_TIMEOUT_MS });
}

/** Asks the assistant to look at the ticket now. */
export async function sendNudge(server: Server, key: TicketKey): Promise<void> {
  await post(server, 'nudge', key, { timeoutMs: READ_TIMEOUT_MS });
}

function understood<S extends z.ZodType>(schema: S, answer: unknown, path: string): z.output<S> {
  const parsed = schema.safeParse(answer);
  if (!parsed.success) {
    throw new BackendError('unreadable', path, { status: 200, cause: parsed.error });
  }
  return parsed.data;
}
