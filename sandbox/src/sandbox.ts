import { once } from 'node:events';
import type { RequestListener, Server } from 'node:http';
import { createServer } from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { createAccount, type Account } from './account.ts';
import { startTimetable } from './automations.ts';
import { selfSignedCertificate, type Certificate } from './certificate.ts';
import { Clock, parseDuration, type ClockKind } from './clock.ts';
import { DeliveryEngine } from './delivery/engine.ts';
import { accountApp } from './http/server.ts';
import { pagesRouter } from './pages/router.ts';
import { asSandboxAccount, type SandboxAccount } from './sandbox-account.ts';
import type { SandboxControl } from './sandbox-control.ts';
import { seedAccount, type SeedName } from './seed/seed.ts';
import { Work } from './work.ts';

export interface AccountOptions {
  subdomain: string;
  /** 0 or absent: any free port. */
  port?: number;
  /** The same for https, when the sandbox serves it. */
  httpsPort?: number;
  seed?: SeedName;
}

export interface SandboxOptions {
  accounts?: AccountOptions[];
  /** A virtual clock starts at 2026-11-24T09:00:00Z and moves only by advance(). */
  clock?: ClockKind;
  /** Serves every account over https too, with a certificate of its own. */
  https?: boolean;
}

export interface Sandbox extends SandboxControl {
  /** Throws when there is no such account. */
  account(subdomain: string): SandboxAccount;
  /** PEM of the self-signed certificate, for `NODE_EXTRA_CA_CERTS`; null without https. */
  readonly certificate: string | null;
  /** Resolves when no delivery and no job is under way. */
  settle(): Promise<void>;
  advance(duration: string): Promise<void>;
  stop(): Promise<void>;
}

const DEFAULT_ACCOUNTS: AccountOptions[] = [{ subdomain: 'acme', seed: 'shop' }];

/** Starts a pocket Zendesk: one HTTP server per account, all in memory. */
export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const clock = new Clock(options.clock ?? 'system');
  const work = new Work();
  const control: SandboxControl = {
    settle: () => work.idle(),
    advance: async (duration) => {
      await clock.advance(parseDuration(duration), () => work.idle());
      await work.idle();
    },
  };
  const running: Running[] = [];
  const certificate = options.https ? selfSignedCertificate() : null;
  for (const [index, wanted] of (options.accounts ?? DEFAULT_ACCOUNTS).entries()) {
    const empty = createAccount({ index, subdomain: wanted.subdomain, clock, work });
    running.push(await startAccount(withDelivery(empty), { ...wanted, certificate }, control));
  }
  return {
    ...control,
    certificate: certificate?.cert ?? null,
    account: (subdomain) => {
      const found = running.find(({ account }) => account.subdomain === subdomain);
      if (found) return found.account;
      const known = running.map(({ account }) => account.subdomain).join(', ');
      throw new Error(`The sandbox has no account "${subdomain}". It has: ${known}.`);
    },
    stop: async () => {
      clock.stop();
      await Promise.all(running.map((each) => each.stop()));
    },
  };
}

interface Running {
  account: SandboxAccount;
  stop: () => Promise<void>;
}

function withDelivery(empty: Omit<Account, 'delivery'>): Account {
  const account = empty as Account;
  account.delivery = new DeliveryEngine(account);
  return account;
}

async function startAccount(
  account: Account,
  { port, httpsPort, seed, certificate }: AccountOptions & { certificate: Certificate | null },
  control: SandboxControl,
): Promise<Running> {
  const shown = asSandboxAccount(account);
  const app: RequestListener = accountApp(account, control, pagesRouter(shown));
  const server = createServer(app);
  const servers = [server];
  account.url = `http://localhost:${await listen(server, port)}`;
  if (certificate) {
    const secure = createHttpsServer(certificate, app);
    servers.push(secure);
    // zcli makes https://127.0.0.1 of ZENDESK_SUBDOMAIN=127 and ZENDESK_DOMAIN=0.0.1.
    account.httpsUrl = `https://127.0.0.1:${await listen(secure, httpsPort)}`;
  }
  seedAccount(account, seed ?? (account.subdomain === 'acme' ? 'shop' : 'empty'));
  startTimetable(account);
  return { account: shown, stop: () => stopAccount(account, servers) };
}

/** Answers the port. */
async function listen(server: Server, port = 0): Promise<number> {
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  return (server.address() as AddressInfo).port;
}

async function stopAccount(account: Account, servers: Server[]): Promise<void> {
  account.delivery.stop();
  for (const server of servers) {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
}
