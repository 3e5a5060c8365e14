import { afterEach, beforeEach } from 'vitest';
import { startSandbox, type Sandbox, type SandboxOptions } from '../src/sandbox.ts';
import type { SandboxAccount } from '../src/sandbox-account.ts';
import { client, type Client } from './client.ts';
import { startReceiver, type Receiver } from './receiver.ts';

export interface World {
  sandbox: Sandbox;
  acme: SandboxAccount;
  /** Acts as the service user of the OAuth client. */
  zendesk: Client;
  receiver: Receiver;
}

/** A fresh sandbox, a client and a receiver for each test of the file. */
export function freshWorld(options: SandboxOptions = {}): World {
  const world = {} as World;
  beforeEach(async () => {
    world.sandbox = await startSandbox(options);
    world.acme = world.sandbox.account('acme');
    world.zendesk = await client(world.acme);
    world.receiver = await startReceiver();
  });
  afterEach(async () => {
    await world.sandbox.stop();
    await world.receiver.stop();
  });
  return world;
}

export const WEBHOOK = {
  name: 'Smart Assistant',
  http_method: 'POST',
  request_format: 'json',
  status: 'active',
  subscriptions: ['conditional_ticket_events'],
};

export const PUBLIC_COMMENT = {
  all: [{ field: 'comment_is_public', operator: 'is', value: 'true' }],
  any: [],
};

export interface Connected {
  webhookId: string;
  triggerId: number;
  secret: string;
}

/** A webhook to the receiver and a trigger that calls it. */
export async function connect(
  { zendesk, receiver }: World,
  rule: { body?: string; conditions?: unknown; webhook?: Record<string, unknown> } = {},
): Promise<Connected> {
  const { webhook } = await zendesk.post('/webhooks', {
    webhook: { ...WEBHOOK, endpoint: receiver.url, ...rule.webhook },
  });
  const body = rule.body ?? '{"ticket_id":"{{ticket.id}}"}';
  const { trigger } = await zendesk.post('/triggers', {
    trigger: {
      title: 'Notify Assistant',
      conditions: rule.conditions ?? PUBLIC_COMMENT,
      actions: [{ field: 'notification_webhook', value: [webhook.id, body] }],
    },
  });
  const { signing_secret: secret } = await zendesk.get(`/webhooks/${webhook.id}/signing_secret`);
  return { webhookId: webhook.id, triggerId: trigger.id, secret: secret.secret };
}
