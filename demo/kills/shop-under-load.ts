import type { SandboxAccount } from '@smart-assistant/sandbox/sandbox-account.ts';

const QUESTION = 'How long does standard delivery take?';

interface SeenComment {
  author_id: number;
  public: boolean;
}

/** Customers who write without pause, each again once they were answered, and what became of it. */
export interface ShopUnderLoad {
  /** One more ticket. */
  open(): void;
  /** Questions asked so far. */
  readonly asked: number;
  /** Tickets whose comments are not question, answer, question, answer, … to the end. */
  wrongTickets(): { ticketId: number; comments: string }[];
  /** How often the assistant has written. */
  readonly writes: number;
  stop(): void;
}

/** `onWrite` is called in the midst of each write of the assistant: carried out, not answered yet. */
export function loadShop(account: SandboxAccount, onWrite: () => void): ShopUnderLoad {
  const tickets = new Map<number, { questions: number; mayAskAgain: boolean }>();
  const assistant = account.users.assistant.id;
  let asked = 0;
  let writes = 0;
  const talkOf = (ticketId: number) =>
    (account.comments(ticketId) as SeenComment[]).map(
      ({ author_id, public: isPublic }) =>
        `${author_id === assistant ? 'answer' : 'question'}${isPublic ? '' : ' (internal)'}`,
    );

  const unsubscribe = account.events.subscribe((change) => {
    if (change.type !== 'ticket.changed') return;
    const ticket = tickets.get(change.ticketId);
    const talk = ticket ? talkOf(change.ticketId) : [];
    if (!ticket || !talk.at(-1)?.startsWith('answer')) return;
    writes += 1;
    onWrite();
    if (!ticket.mayAskAgain) return;
    ticket.mayAskAgain = false;
    // In a turn of the event loop of its own: the write that this answers is still going on.
    setImmediate(() => {
      asked += 1;
      ticket.questions += 1;
      account.comment(change.ticketId, { by: 'alice', text: 'And how do I return an item?' });
    });
  });

  return {
    open() {
      asked += 1;
      const { id } = account.createTicket({ by: 'alice', subject: 'Delivery', text: QUESTION });
      tickets.set(id as number, { questions: 1, mayAskAgain: asked % 3 === 0 });
    },
    get asked() {
      return asked;
    },
    get writes() {
      return writes;
    },
    wrongTickets: () =>
      [...tickets].flatMap(([ticketId, { questions }]) => {
        const comments = talkOf(ticketId).join(', ');
        const expected = Array.from({ length: questions }, () => 'question, answer').join(', ');
        return comments === expected ? [] : [{ ticketId, comments }];
      }),
    stop: unsubscribe,
  };
}
