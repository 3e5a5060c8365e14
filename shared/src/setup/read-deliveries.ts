import type { DeliverySummary, Reading } from './account.ts';
import { invocation } from './account-schemas.ts';
import { readPage, unreadable } from './read-list.ts';
import type { ZendeskCall } from './zendesk-call.ts';

/** Not yet known to have failed. */
const UNDECIDED = ['unknown', 'accepted'];

/**
 * What Zendesk remembers of our webhook's deliveries: the newest hundred of the last 7 days.
 * https://developer.zendesk.com/api-reference/webhooks/webhooks-api/webhooks/#list-webhook-invocations
 */
export async function readDeliveries(
  call: ZendeskCall,
  webhookId: string | undefined,
): Promise<Reading<DeliverySummary>> {
  if (webhookId === undefined) return unreadable(404);
  const path = `/api/v2/webhooks/${webhookId}/invocations?sort=-latest_completed_at`;
  const reading = await readPage(call, { path, key: 'invocations', schema: invocation });
  if (reading.kind === 'unreadable') return reading;
  const decided = reading.value.filter(({ status }) => !UNDECIDED.includes(status));
  const failures = decided.filter(({ status }) => status !== 'success');
  const firstSuccess = decided.findIndex(({ status }) => status === 'success');
  const newest = decided[0];
  const value: DeliverySummary = {
    total: decided.length,
    failed: failures.length,
    failedInARow: firstSuccess === -1 ? decided.length : firstSuccess,
    ...(newest && { newestStatus: newest.status }),
    ...(newest?.status_code && { newestStatusCode: newest.status_code }),
  };
  return { ...reading, value };
}
