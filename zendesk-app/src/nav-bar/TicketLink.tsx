import { Anchor } from '@zendeskgarden/react-buttons';
import type { MouseEvent } from 'react';
import { fill } from '../i18n/language.ts';
import type { Zendesk } from '../zaf/zendesk.ts';
import type { NavBarMessages } from './messages/messages.ts';

interface TicketLinkProps {
  zendesk: Zendesk;
  ticketId: string;
  messages: NavBarMessages;
}

/** Opens a ticket in the workspace around the app; with a modifier key in a new tab, as links do. */
export function TicketLink({ zendesk, ticketId, messages }: TicketLinkProps) {
  function open(event: MouseEvent): void {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    zendesk.invoke('routeTo', 'ticket', ticketId).catch(() => undefined);
  }

  return (
    <Anchor
      href={`https://${encodeURIComponent(zendesk.subdomain)}.zendesk.com/agent/tickets/${ticketId}`}
      target="_blank"
      rel="noopener noreferrer"
      aria-label={fill(messages.openTicket, { id: ticketId })}
      onClick={open}
    >
      {fill(messages.ticket, { id: ticketId })}
    </Anchor>
  );
}
