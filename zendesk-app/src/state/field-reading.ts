import type {
  ConversationState,
  StateReading,
} from '@smart-assistant/shared/conversation-state.ts';

/** What the field turned out to hold, and whether it is older than what this browser knows of. */
export type FieldReading = StateReading | { status: 'rolled_back'; state: ConversationState };

/** A state's number, and when it was written at the latest, epoch seconds. */
interface SeenState {
  n: number;
  at: number;
}

const STORAGE_KEY = 'smart-assistant.seen-states';
/** An agent's week; the oldest ones are forgotten. */
const MAX_REMEMBERED = 500;

/**
 * The newest state this browser has seen of each ticket, kept over visits where the browser lets us. Holds
 * numbers only.
 */
export class SeenStates {
  #states: Map<string, SeenState>;

  constructor() {
    this.#states = new Map(stored());
  }

  /** A verified state that is older than one seen before, and not begun anew since, was rolled back. */
  judge(reading: StateReading): FieldReading {
    if (reading.status !== 'verified') return reading;
    const { state } = reading;
    const seen = this.#states.get(keyOf(state));
    const at = writtenAt(state);
    if (seen && state.n < seen.n && at <= seen.at) return { status: 'rolled_back', state };
    if (!seen || seen.n !== state.n || seen.at !== at) this.#remember(state, { n: state.n, at });
    return reading;
  }

  /** The server says that it has written state number `n` of the ticket `state` belongs to. */
  hearOf(n: number, state: ConversationState): void {
    if (n > state.n) this.#remember(state, { n, at: writtenAt(state) });
  }

  #remember(state: ConversationState, seen: SeenState): void {
    const key = keyOf(state);
    this.#states.delete(key);
    this.#states.set(key, seen);
    for (const oldest of this.#states.keys()) {
      if (this.#states.size <= MAX_REMEMBERED) break;
      this.#states.delete(oldest);
    }
    try {
      localStorage.setItem(STORAGE_KEY, JSON.stringify([...this.#states]));
    } catch {
      // Browsers may keep frames from storing anything: it is then remembered for this visit.
    }
  }
}

const keyOf = ({ slug, tid }: ConversationState) => `${slug} ${tid}`;

const writtenAt = ({ since, last }: ConversationState) => Math.max(since, last?.at ?? 0);

function stored(): [string, SeenState][] {
  try {
    const entries = JSON.parse(localStorage.getItem(STORAGE_KEY) ?? '[]') as [string, SeenState][];
    return entries.filter(([key, seen]) => typeof key === 'string' && Number.isInteger(seen.n));
  } catch {
    return [];
  }
}
