import type { Ticket, User } from '../model.ts';

/**
 * May this agent see the ticket? Roles restrict agents to the tickets of their groups or to their own; what is
 * hidden reads as 404. https://developer.zendesk.com/api-reference/ticketing/users/users/ (ticket_restriction)
 */
export function canSee(user: User, ticket: Ticket): boolean {
  const isOwn = ticket.assignee_id === user.id || ticket.requester_id === user.id;
  switch (user.ticket_restriction) {
    case null:
      return true;
    case 'groups':
      return isOwn || (ticket.group_id !== null && ticket.group_id === user.default_group_id);
    case 'assigned':
      return isOwn;
    case 'requested':
      return ticket.requester_id === user.id;
  }
}
