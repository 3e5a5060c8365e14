import type { Account } from '../account.ts';
import { renderTemplate } from '../liquid/render.ts';
import type { Action, Automation, Trigger } from '../rule-records.ts';
import type { TicketUpdate } from './update.ts';

/** The action `notification_webhook`: value is [webhook id, body] or, for GET, [webhook id, [[key, value], …]]. */
export function notifyWebhook(
  account: Account,
  rule: Trigger | Automation,
  action: Action,
  update: TicketUpdate,
): void {
  const [webhookId, template] = Array.isArray(action.value) ? action.value : [action.value, ''];
  const webhook = account.store.webhooks.get(String(webhookId));
  if (!webhook || webhook.status !== 'active') return;
  const render = () => renderTemplate(account, asText(template), update);
  account.delivery.enqueue({
    webhook,
    body: account.switches.renderAt === 'delivery' ? render : rendered(render),
    source: { kind: 'rule', ruleId: rule.id, ruleTitle: rule.title, ticketId: update.ticket.id },
  });
}

function asText(template: unknown): string {
  return typeof template === 'string' ? template : JSON.stringify(template ?? '');
}

/** Renders now; a template that fails fails when it is sent, not in the ticket update. */
function rendered(render: () => string): () => string {
  try {
    const text = render();
    return () => text;
  } catch (error) {
    return () => {
      throw error;
    };
  }
}
