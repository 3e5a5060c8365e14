import type { Action, Trigger } from './account-schemas.ts';

/** An action that tells a webhook. */
export interface Notification {
  webhookId: string;
  /** Undefined when the action carries no text, as for GET or form-encoded webhooks. */
  body: string | undefined;
}

export function notificationOf({ field, value }: Action): Notification | undefined {
  if (field !== 'notification_webhook') return undefined;
  const [id, body] = Array.isArray(value) ? (value as unknown[]) : [value];
  return { webhookId: String(id), body: typeof body === 'string' ? body : undefined };
}

export function notifications({ actions }: Pick<Trigger, 'actions'>): Notification[] {
  return actions.flatMap((action) => notificationOf(action) ?? []);
}

/** The ticket fields whose values a trigger's bodies carry. */
export function fieldIdsInBody(trigger: Pick<Trigger, 'actions'>): string[] {
  return notifications(trigger).flatMap(({ body }) =>
    [...(body ?? '').matchAll(/ticket_field_(\d+)/g)].map(([, id]) => id!),
  );
}
