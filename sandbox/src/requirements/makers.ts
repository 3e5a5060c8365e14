import type { Account } from '../account.ts';
import type { Installation } from '../installation.ts';
import { newMacro } from '../new-macro.ts';
import { invalidBase } from '../http/errors.ts';
import { requireTitle } from '../http/require-title.ts';
import type { Macro, Webhook } from '../rule-records.ts';
import type { TicketField } from '../model.ts';
import { createTicketField, deleteTicketField } from '../tickets/ticket-field.ts';
import { newTrigger, type GivenTrigger } from '../triggers/trigger-record.ts';
import { newWebhook } from '../webhook-record.ts';

type Id = number | string;

/** How objects of one type come and go: the same functions that the type's own API uses. */
interface Maker {
  create: (account: Account, body: object, installation: Installation) => Id;
  remove: (account: Account, id: Id) => void;
}

/** Objects of apps have no person as their creator: https://developer.zendesk.com/api-reference/ticketing/tickets/ticket_fields/ */
const NO_USER = -1;

/** In the order in which they can refer to each other. The other types that Zendesk knows are not imitated. */
export const MAKERS: Record<string, Maker> = {
  ticket_fields: {
    create: (account, body, { manifest }) =>
      createTicketField(account, body as Partial<TicketField>, {
        creator_user_id: NO_USER,
        creator_app_name: manifest.name ?? null,
      }).id,
    remove: (account, id) => {
      const field = account.store.ticketFields.get(Number(id));
      if (field) deleteTicketField(account, field);
    },
  },
  webhooks: {
    create: (account, body, installation) => {
      const webhook = newWebhook(account, body as Partial<Webhook>, NO_USER);
      webhook.external_source = sourceOf(installation);
      // A requirement may bring its secret, the same for every account, readable by whoever has the package.
      const { signing_secret: secret } = body as Partial<Webhook>;
      if (secret) webhook.signing_secret = secret;
      account.store.webhooks.set(webhook.id, webhook);
      return webhook.id;
    },
    remove: (account, id) => void account.store.webhooks.delete(String(id)),
  },
  triggers: {
    create: (account, body) => {
      const [category = ''] = account.store.triggerCategories.keys();
      const trigger = newTrigger(account, body as GivenTrigger, category);
      account.store.triggers.set(trigger.id, trigger);
      return trigger.id;
    },
    remove: (account, id) => void account.store.triggers.delete(Number(id)),
  },
  macros: {
    create: (account, body) => {
      const { title, actions = [], ...given } = body as Partial<Macro>;
      if (actions.length === 0) throw invalidBase('Macro must contain at least one action');
      return newMacro(account, { ...given, title: requireTitle(title), actions }).id;
    },
    remove: (account, id) => void account.store.macros.delete(Number(id)),
  },
};

function sourceOf({ id, app_id }: Installation) {
  return {
    type: 'zendesk_app',
    data: { app_id: String(app_id), installation_id: String(id) },
  };
}
