import { readState } from '@smart-assistant/shared/conversation-state.ts';
import type { StateReading } from '@smart-assistant/shared/conversation-state.ts';
import { turnsResponse } from '@smart-assistant/shared/sidebar-api.ts';
import type { TurnRecord } from '@smart-assistant/shared/sidebar-api.ts';
import type { Stack } from '../stack.ts';

export interface SeenComment {
  id: number;
  author_id: number;
  public: boolean;
  body: string;
  html_body: string;
}

/** What a test says and sees on one stack: alice asks, the assistant does what it does. */
export function talkOn(stack: Stack) {
  const { account } = stack;

  function fieldOf(ticketId: number): string | null {
    const fields: { id: number; value: string | null }[] =
      account.ticket(ticketId)['custom_fields'];
    return fields.find(({ id }) => String(id) === stack.stateFieldId)?.value ?? null;
  }

  return {
    /** A fresh ticket of alice's, one comment for each text, worked on to the end. */
    async aliceAsks(text: string, ...more: string[]): Promise<number> {
      const ticket = account.createTicket({ by: 'alice', subject: 'A question', text });
      for (const next of more) account.comment(ticket['id'], { by: 'alice', text: next });
      await stack.settle();
      return ticket['id'] as number;
    },

    fieldOf,

    async stateOf(ticketId: number): Promise<StateReading> {
      return readState(fieldOf(ticketId), {
        publicKey: await stack.service.statePublicKey(stack.slug),
        slug: stack.slug,
        ticketId: String(ticketId),
      });
    },

    /** Every comment the assistant wrote, internal notes too. */
    repliesOf(ticketId: number): SeenComment[] {
      const comments = account.comments(ticketId) as SeenComment[];
      return comments.filter(({ author_id }) => author_id === account.users.assistant.id);
    },

    /** The ticket's turn log, newest first, as the sidebar gets it: the field's value is the key. */
    async turnLogOf(ticketId: number): Promise<TurnRecord[]> {
      const response = await fetch(`${stack.service.url}/sidebar/${stack.slug}/turns`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ ticketId, state: fieldOf(ticketId) }),
      });
      return turnsResponse.parse(await response.json()).turns;
    },
  };
}
