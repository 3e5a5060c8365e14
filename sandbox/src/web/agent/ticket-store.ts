import { ApiError } from '../api.ts';
import type { User } from '../session.ts';
import { ticketChanges } from './ticket-changes.ts';
import {
  readComments,
  readFormFields,
  readTicket,
  readTicketFields,
  saveTicket,
} from './ticket-api.ts';
import { emptyDraft } from './ticket.ts';
import type { Draft, TicketView } from './ticket.ts';

/** `changed`: names as in ZAF events, `status`, `comments`, `custom_field_99`. `source`: who changed it. */
export interface StoreEvent {
  type: 'changed' | 'submit.start' | 'submit.done' | 'submit.fail' | 'submit.always';
  changed: string[];
  source: 'agent' | 'account';
  /** What was shown before. */
  before: TicketView;
}

type Listener = (event: StoreEvent, view: TicketView) => void;

/** One open ticket: what the account has, and what the agent has not saved yet. */
export class TicketStore {
  view: TicketView;
  #listeners = new Set<Listener>();
  /** The read that is under way, or the last one. */
  #reading: Promise<unknown> = Promise.resolve();
  /** The refresh that waits for its turn. */
  #waiting: Promise<void> | undefined;

  private constructor(view: TicketView) {
    this.view = view;
  }

  static async open(ticketId: number): Promise<TicketStore> {
    return new TicketStore({ ...(await readAll(ticketId)), draft: emptyDraft() });
  }

  on(listener: Listener): void {
    this.#listeners.add(listener);
  }

  /** Changes the unsaved draft, as the agent or an app does. */
  edit(change: (draft: Draft) => void): void {
    const before = this.view;
    const draft = structuredClone(before.draft);
    change(draft);
    this.#become({ ...before, draft }, 'agent');
  }

  /** Reads the ticket anew. One that still waits sees this change too, so that many calls end in one read. */
  refresh(): Promise<void> {
    this.#waiting ??= this.#inTurn(async () => {
      this.#waiting = undefined;
      const saved = await readAll(this.view.ticket.id);
      this.#become({ ...saved, draft: this.view.draft }, 'account');
    });
    return this.#waiting;
  }

  /** One read at a time: an older answer that comes late must not replace a newer one. */
  #inTurn(read: () => Promise<void>): Promise<void> {
    const own = this.#reading.then(read);
    this.#reading = own.catch(() => undefined);
    return own;
  }

  /** Saves the draft with this status. Rejects with ApiError and keeps the draft when the account refuses. */
  async submit(status: string): Promise<void> {
    this.#tellOf('submit.start');
    try {
      await this.#save(status);
      this.#tellOf('submit.done');
    } catch (error) {
      this.#tellOf('submit.fail');
      if (error instanceof ApiError && error.status === 409) await this.refresh();
      throw error;
    } finally {
      this.#tellOf('submit.always');
    }
  }

  async #save(status: string): Promise<void> {
    const { ticket, draft } = this.view;
    const changes = { ...draft.changes, ...(status === ticket.status ? {} : { status }) };
    await saveTicket(ticket, { ...draft, changes });
    await this.#inTurn(async () => {
      const saved = await readAll(ticket.id);
      this.#become({ ...saved, draft: { ...emptyDraft(), isPublic: draft.isPublic } }, 'agent');
    });
  }

  #become(view: TicketView, source: StoreEvent['source']): void {
    const before = this.view;
    const changed = ticketChanges(before, view);
    this.view = view;
    if (changed.length > 0) this.#tell({ type: 'changed', changed, source, before });
  }

  #tellOf(type: StoreEvent['type']): void {
    this.#tell({ type, changed: [], source: 'agent', before: this.view });
  }

  #tell(event: StoreEvent): void {
    for (const listener of this.#listeners) listener(event, this.view);
  }
}

async function readAll(ticketId: number): Promise<Omit<TicketView, 'draft'>> {
  const [{ ticket, users }, conversation, fields, forms] = await Promise.all([
    readTicket(ticketId),
    readComments(ticketId),
    readTicketFields(),
    readFormFields(),
  ]);
  const known = new Map<number, User>();
  for (const user of [...(users ?? []), ...conversation.users]) known.set(user.id, user);
  const formFieldIds = forms.get(ticket.ticket_form_id ?? 0) ?? new Set();
  return { ticket, comments: conversation.comments, users: known, fields, formFieldIds };
}
