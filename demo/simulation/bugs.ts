import { randomUUID } from 'node:crypto';
import type { ConversationStore } from '@smart-assistant/server/conversation/conversation-store.ts';
import type { ProcessInbox } from '@smart-assistant/server/inbox/create-inbox.ts';
import type { ZendeskClient } from '@smart-assistant/server/zendesk/client.ts';
import { hasUnknownFate, isConflict } from '@smart-assistant/server/zendesk/zendesk-error.ts';

/**
 * Takes one safety away, from outside, around the ports of a process. A simulation that cannot see it gone
 * would prove nothing.
 */
export interface Bug {
  inbox(inbox: ProcessInbox): ProcessInbox;
  conversations(store: ConversationStore): ConversationStore;
  zendesk(client: ZendeskClient): ZendeskClient;
  /** Whether what no webhook told is looked for at all. */
  sweeps: boolean;
}

export const NO_BUG: Bug = {
  inbox: (inbox) => inbox,
  conversations: (store) => store,
  zendesk: (client) => client,
  sweeps: true,
};

const bug = (parts: Partial<Bug>): Bug => ({ ...NO_BUG, ...parts });

export const BUGS = {
  'without the audit search': bug({
    zendesk: (client) => ({ ...client, findTurn: async () => undefined }),
  }),
  'without safe update': bug({
    zendesk: (client) => ({ ...client, updateTicket: unguarded(client) }),
  }),
  'without recognising redeliveries': bug({
    inbox: (inbox) => ({
      ...inbox,
      receive: (invocation) =>
        inbox.receive({ ...invocation, digest: `${invocation.digest}-${randomUUID()}` }),
    }),
  }),
  'without recognising its own comments': bug({
    zendesk: (client) => ({
      ...client,
      async newestComments(...given) {
        const page = await client.newestComments(...given);
        const comments = page.comments.map((comment) => ({
          ...comment,
          turnId: undefined,
          viaChannel: 'web',
        }));
        return { ...page, comments };
      },
    }),
  }),
  'without noting a write before it leaves': bug({
    conversations: (store) => ({
      ...store,
      markPending: async (conversation) => conversation,
    }),
  }),
  'without storing the turn together with its work': bug({
    inbox: (inbox) => ({ ...inbox, settle: (due, settlement) => inbox.settle(due, settlement) }),
  }),
  'with a write that is sent again when its answer is lost': bug({
    zendesk: (client) => ({
      ...client,
      updateTicket: (ticketId, change) =>
        client.updateTicket(ticketId, change).catch((error: unknown) => {
          if (!hasUnknownFate(error)) throw error;
          return unguarded(client)(ticketId, change);
        }),
    }),
  }),
  'with a conflict that is written over': bug({
    zendesk: (client) => ({
      ...client,
      updateTicket: (ticketId, change) =>
        client.updateTicket(ticketId, change).catch((error: unknown) => {
          if (!isConflict(error)) throw error;
          return unguarded(client)(ticketId, change);
        }),
    }),
  }),
  'without the sweep': bug({ sweeps: false }),
} satisfies Record<string, Bug>;
export type BugName = keyof typeof BUGS;

function unguarded(client: ZendeskClient): ZendeskClient['updateTicket'] {
  return (ticketId, { updatedStamp: _, ...change }) => client.updateTicket(ticketId, change);
}
