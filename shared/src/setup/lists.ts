import * as schemas from './account-schemas.ts';
import type { ListSource } from './read-list.ts';

/** The lists that set-up reads, and where they are. */
export const LISTS = {
  ticketFields: list('ticket_fields', schemas.ticketField),
  ticketForms: { ...list('ticket_forms', schemas.ticketForm), isWhole: true },
  webhooks: list('webhooks', schemas.webhook),
  triggers: list('triggers', schemas.trigger),
  triggerCategories: list('trigger_categories', schemas.triggerCategory),
  automations: list('automations', schemas.automation),
  macros: list('macros', schemas.macro),
  installations: {
    ...list('installations', schemas.appInstallation),
    path: '/api/v2/apps/installations',
    isWhole: true,
  },
};

function list<T>(name: string, schema: ListSource<T>['schema']): ListSource<T> {
  return { path: `/api/v2/${name}`, key: name, schema };
}
