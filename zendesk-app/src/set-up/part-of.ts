import type { AccountPart } from '@smart-assistant/shared/setup/account.ts';
import type { ObjectKind } from '@smart-assistant/shared/setup/finding.ts';

/** Where an object of this kind was looked for. */
export const PART_OF: Record<ObjectKind, AccountPart> = {
  credentials: 'me',
  ticket_field: 'ticketFields',
  ticket_form: 'ticketForms',
  webhook: 'webhooks',
  comment_trigger: 'triggers',
  closed_trigger: 'triggers',
  deliveries: 'deliveries',
  help_center: 'helpCenter',
  trigger: 'triggers',
  automation: 'automations',
  macro: 'macros',
  app: 'installations',
};
