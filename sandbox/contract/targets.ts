import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { startSandbox } from '../src/sandbox.ts';
import { apiAt } from './api.ts';

/** An account that speaks Zendesk's API. */
export interface Target {
  url: string;
  token: string;
  webhookUrl: string;
  letTimePass(): Promise<void>;
  stop(): Promise<void>;
}

/** A sandbox of our own and somebody who takes its deliveries. */
export async function sandboxAccount(): Promise<Target> {
  const sandbox = await startSandbox({ clock: 'virtual' });
  const { url, credentials } = sandbox.account('acme');
  const receiver = createServer((req, res) => req.resume().on('end', () => res.end('ok')));
  receiver.listen(0, '127.0.0.1');
  await once(receiver, 'listening');
  return {
    url,
    token: await mint(url, { id: credentials.clientId, secret: credentials.clientSecret }),
    webhookUrl: `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/`,
    letTimePass: async () => {
      await sandbox.settle();
      await sandbox.advance('1 min');
    },
    stop: async () => {
      await sandbox.stop();
      receiver.closeAllConnections();
      await new Promise((resolve) => receiver.close(resolve));
    },
  };
}

const { env } = process;
const POLL_MS = 5000;

/** What a run against a real account still lacks. */
export function missingVariables(): string[] {
  const credentials =
    env['CONTRACT_OAUTH_TOKEN'] || (env['CONTRACT_CLIENT_ID'] && env['CONTRACT_CLIENT_SECRET']);
  return [
    ...(env['CONTRACT_ZENDESK_URL'] ? [] : ['CONTRACT_ZENDESK_URL']),
    ...(credentials
      ? []
      : ['CONTRACT_OAUTH_TOKEN or CONTRACT_CLIENT_ID and CONTRACT_CLIENT_SECRET']),
  ];
}

/** The account of CONTRACT_ZENDESK_URL, with a token of an admin. */
export async function realAccount(): Promise<Target> {
  const url = String(env['CONTRACT_ZENDESK_URL']).replace(/\/+$/, '');
  const id = env['CONTRACT_CLIENT_ID'] ?? '';
  const secret = env['CONTRACT_CLIENT_SECRET'] ?? '';
  return {
    url,
    token: env['CONTRACT_OAUTH_TOKEN'] ?? (await mint(url, { id, secret })),
    webhookUrl: env['CONTRACT_WEBHOOK_URL'] ?? 'https://example.com/',
    letTimePass: () => sleep(POLL_MS),
    stop: () => Promise.resolve(),
  };
}

/** https://developer.zendesk.com/api-reference/ticketing/oauth/grant_type_tokens/ */
async function mint(url: string, client: { id: string; secret: string }): Promise<string> {
  const { access_token: token } = await apiAt(url).post('/oauth/tokens', {
    grant_type: 'client_credentials',
    client_id: client.id,
    client_secret: client.secret,
    scope: 'read write',
  });
  return token as string;
}
