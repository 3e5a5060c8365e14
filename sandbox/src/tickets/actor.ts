import type { User, Via } from '../model.ts';

/** Who writes a ticket, and through which channel. */
export interface Actor {
  user: User;
  via: Via;
  /** The system's own 28-day close runs no triggers. */
  silent?: boolean;
}
