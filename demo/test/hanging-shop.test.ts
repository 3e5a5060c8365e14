import { createHmac } from 'node:crypto';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { expect, onTestFinished, test } from 'vitest';
import { startStack } from '../stack.ts';
import { talkOn } from './talk.ts';

const SIGNING_SECRET = 's3cret-of-the-shop-that-hangs';

/** A Zendesk that takes every connection and never answers. */
async function hangingZendesk(): Promise<string> {
  const server = createServer((socket) => socket.on('error', () => undefined).resume());
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  onTestFinished(() => void server.close());
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** Delivers the news of a public comment, signed as Zendesk does. */
async function deliver(serverUrl: string, ticketId: number): Promise<void> {
  const body = JSON.stringify({
    ...{ v: 1, event: 'public_comment', ticket_id: String(ticketId) },
    ...{ comment_id: String(1000 + ticketId), comment_author_id: '77', actor_id: '77' },
  });
  const at = `${new Date().toISOString().slice(0, 19)}Z`;
  const response = await fetch(`${serverUrl}/zendesk_webhook/down`, {
    method: 'POST',
    body,
    headers: {
      'content-type': 'application/json',
      'x-zendesk-webhook-signature-timestamp': at,
      'x-zendesk-webhook-signature': createHmac('sha256', SIGNING_SECRET)
        .update(at + body)
        .digest('base64'),
    },
  });
  expect(response.status).toBe(200);
}

test("answers a shop's customer within seconds while another shop's Zendesk hangs", async () => {
  const stack = await startStack({ workers: 8 });
  onTestFinished(() => stack.stop());
  const talk = talkOn(stack);
  await stack.service.tenants.save({
    slug: 'down',
    zendeskUrl: await hangingZendesk(),
    credentials: { kind: 'api-token', email: 'a@b.example', token: 'x' },
    signingSecrets: [SIGNING_SECRET],
    answerMode: 'reply',
  });
  for (let id = 1; id <= 32; id += 1) await deliver(stack.service.url, id);
  // Longer than the server waits for a customer's next sentence here: each of them is due.
  await pause(1_000);

  const { id } = stack.account.createTicket({
    ...{ by: 'alice', subject: 'Delivery', text: 'How long does standard delivery take?' },
  }) as { id: number };

  await expect.poll(() => talk.repliesOf(id), { timeout: 10_000 }).toHaveLength(1);
}, 90_000);
