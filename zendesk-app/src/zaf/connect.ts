import { loadSdk } from './sdk.ts';
import { withTimeout } from './with-timeout.ts';
import { idFrom, zendeskFrom } from './zendesk.ts';
import type { Registration, Zendesk } from './zendesk.ts';

/** Zendesk registers an app within a second of its handshake; a slow machine gets ten. */
const REGISTRATION_TIMEOUT_MS = 10_000;

let connection: Promise<Zendesk | 'outside'> | undefined;

/**
 * Connects to the Zendesk that opened this page; `outside` when none did. Rejects when Zendesk stays silent.
 * A second call returns the first one's answer: the SDK must never be initialised twice, each handshake
 * would get every message.
 */
export function connect(): Promise<Zendesk | 'outside'> {
  connection ??= handshake();
  return connection;
}

async function handshake(): Promise<Zendesk | 'outside'> {
  if (!openedByZendesk(window.location)) return 'outside';
  const sdk = await loadSdk();
  const client = sdk.init();
  if (client === false) return 'outside';

  const registered = new Promise<Registration>((resolve) => {
    client.on('app.registered', (data) => resolve(registrationFrom(data)));
  });
  return await zendeskFrom(client, await withTimeout(registered, REGISTRATION_TIMEOUT_MS));
}

/** Zendesk adds both to the address of every app, in the query or in the hash. */
function openedByZendesk({ search, hash }: Location): boolean {
  const parameters = `${search}&${hash}`;
  return parameters.includes('origin=') && parameters.includes('app_guid=');
}

interface RegisteredEvent {
  context?: { account?: { subdomain?: unknown }; location?: unknown };
  metadata?: { settings?: Record<string, unknown>; installationId?: unknown };
}

function registrationFrom(data: unknown): Registration {
  const { context, metadata } = (data ?? {}) as RegisteredEvent;
  const subdomain = context?.account?.subdomain;
  return {
    settings: metadata?.settings ?? {},
    subdomain: typeof subdomain === 'string' ? subdomain : '',
    location: context?.location === 'nav_bar' ? 'nav_bar' : 'ticket_sidebar',
    installationId: idFrom(metadata?.installationId),
  };
}
