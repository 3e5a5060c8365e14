import type { Conditions } from '@smart-assistant/shared/setup/account-schemas.ts';
import { isSameEndpoint } from '@smart-assistant/shared/setup/endpoint.ts';
import { notifications } from '@smart-assistant/shared/setup/trigger-actions.ts';
import { roleOfTrigger } from '@smart-assistant/shared/setup/trigger-role.ts';
import type { ZendeskCalls } from '../zendesk/client.ts';
import { isForbidden } from '../zendesk/zendesk-error.ts';

/** 1,000 triggers, as many as the set-up check reads. */
const MOST_PAGES = 10;

export interface TriggerPorts {
  zendesk: Pick<ZendeskCalls, 'webhooks' | 'activeTriggers'>;
  /** Told of every call to Zendesk before it is made. */
  onCall: () => void;
}

export interface OurWebhook {
  /** Known from set-up. */
  webhookId?: string | undefined;
  endpoint: string;
}

/**
 * The conditions of the account's active triggers that may tell our active webhook of comments. `unreadable`: our
 * user may not see them, or there are so many that they were not found.
 */
export async function readOurTriggers(
  ports: TriggerPorts,
  webhook: OurWebhook,
): Promise<Conditions[] | 'unreadable'> {
  try {
    const ids = await ourWebhookIds(ports, webhook);
    return ids.size === 0 ? [] : await conditionsOf(ports, ids);
  } catch (error) {
    if (!isForbidden(error)) throw error;
    return 'unreadable';
  }
}

/** A webhook that was made anew has another id than the one that set-up noted, and the same endpoint. */
async function ourWebhookIds(
  { zendesk, onCall }: TriggerPorts,
  { webhookId, endpoint }: OurWebhook,
): Promise<ReadonlySet<string>> {
  onCall();
  const all = await zendesk.webhooks();
  const ours = all.filter(
    (each) =>
      each.status !== 'inactive' &&
      (each.id === webhookId || isSameEndpoint(each.endpoint, endpoint)),
  );
  return new Set(ours.map(({ id }) => id));
}

async function conditionsOf(
  { zendesk, onCall }: TriggerPorts,
  ids: ReadonlySet<string>,
): Promise<Conditions[] | 'unreadable'> {
  const found: Conditions[] = [];
  let cursor: string | undefined;
  for (let pages = 0; pages < MOST_PAGES; pages += 1) {
    onCall();
    const page = await zendesk.activeTriggers(cursor);
    const ours = page.triggers.filter(
      (each) =>
        notifications(each).some(({ webhookId }) => ids.has(webhookId)) &&
        roleOfTrigger(each) !== 'closed',
    );
    found.push(...ours.map(({ conditions }) => conditions));
    cursor = page.cursor;
    if (cursor === undefined) return found;
  }
  return found.length > 0 ? found : 'unreadable';
}
