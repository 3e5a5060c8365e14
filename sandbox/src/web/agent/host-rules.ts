import type { EventRules } from '../zaf/ticket-events.ts';
import type { TicketRules } from '../zaf/ticket-surface.ts';

const query = new URLSearchParams(location.search);

/**
 * What Zendesk does not document, on either side: `?customFieldEvents=off` and `?offFormFields=missing` give
 * the unfriendly one.
 */
export const hostRules: EventRules & TicketRules = {
  customFieldEvents: query.get('customFieldEvents') !== 'off',
  offFormFields: query.get('offFormFields') === 'missing' ? 'missing' : 'readable',
};
