import type { SetupSpec } from '../setup-spec.ts';
import type { Account, AccountPart, CallCredentials, Reading } from './account.ts';
import * as schemas from './account-schemas.ts';
import { LISTS } from './lists.ts';
import { findOwnObjects } from './own-objects.ts';
import { readDeliveries } from './read-deliveries.ts';
import { readHelpCenter } from './read-help-center.ts';
import { readList, readOne, unreadable } from './read-list.ts';
import type { ZendeskCall } from './zendesk-call.ts';

export interface ReadOptions {
  credentials: CallCredentials;
  /** Epoch milliseconds. */
  now: number;
  /** Called after each part: how many of how many are read. */
  onProgress?: (progress: { part: AccountPart; done: number; total: number }) => void;
}

type Readers = { [Part in AccountPart]: () => Promise<Account[Part]> };

/** So many parts are read at the same time: quick for who waits, and no burst on a busy account. */
const AT_ONCE = 4;

/** Reads everything that set-up judges. Never throws: what cannot be read says so by name. */
export async function readAccount(
  call: ZendeskCall,
  spec: SetupSpec,
  { credentials, now, onProgress }: ReadOptions,
): Promise<Account> {
  const readers = readersOf(call, spec, credentials);
  const waiting = Object.keys(readers) as AccountPart[];
  const total = waiting.length;
  const read: Partial<Record<AccountPart, unknown>> = {};
  const work = async () => {
    for (let part = waiting.shift(); part; part = waiting.shift()) {
      read[part] = await readers[part]();
      onProgress?.({ part, done: Object.keys(read).length, total });
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return { readAt: now, credentials, ...read } as Account;
}

/** In the order in which they are begun: the deliveries need to know the webhook. */
function readersOf(call: ZendeskCall, spec: SetupSpec, credentials: CallCredentials): Readers {
  let webhooks: Promise<Reading<schemas.Webhook[]>> | undefined;
  return {
    me: () => readOne(call, { path: '/api/v2/users/me', key: 'user', schema: schemas.me }),
    webhooks: () => (webhooks = readList(call, LISTS.webhooks)),
    ticketFields: () => readList(call, LISTS.ticketFields),
    triggers: () => readList(call, LISTS.triggers),
    deliveries: async () => readDeliveries(call, ownWebhookId(spec, await webhooks!)),
    token: () => readToken(call, credentials),
    settings: () => readOne(call, schemas.SETTINGS),
    triggerCategories: () => readList(call, LISTS.triggerCategories),
    ticketForms: () => readList(call, LISTS.ticketForms),
    automations: () => readList(call, LISTS.automations),
    macros: () => readList(call, LISTS.macros),
    installations: () => readList(call, LISTS.installations),
    helpCenter: () => readHelpCenter(call),
  };
}

/** https://developer.zendesk.com/api-reference/ticketing/oauth/oauth_tokens/#show-token-of-current-request */
async function readToken(
  call: ZendeskCall,
  credentials: CallCredentials,
): Promise<Reading<schemas.OAuthToken>> {
  if (credentials.kind !== 'oauth') return unreadable(404);
  const path = '/api/v2/oauth/tokens/current';
  return readOne(call, { path, key: 'token', schema: schemas.oauthToken });
}

function ownWebhookId(spec: SetupSpec, webhooks: Reading<schemas.Webhook[]>): string | undefined {
  if (webhooks.kind === 'unreadable') return spec.webhookId;
  const nothing = unreadable(404);
  const parts = { webhooks, triggers: nothing, ticketFields: nothing };
  return findOwnObjects(spec, parts).webhook.kept?.id;
}
