import type { BackendProblem } from '../backend-error.ts';

interface Notice {
  title: string;
  text: string;
}

/** What to say when our server could not be asked: what it means, and what to do. */
export interface BackendMessages {
  problems: Record<BackendProblem, Notice>;
  /** The server does not take the ticket's field for a key any more: it is older than the newest turns. */
  staleKey: Notice;
  tryAgain: string;
}
