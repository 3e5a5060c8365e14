import { once } from 'node:events';
import type { Server } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createAccount, type Account } from './account.ts';
import { startTimetable } from './automations.ts';
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
  seed?: SeedName;
}

export interface SandboxOptions {
  accounts?: AccountOptions[];
  /** A virtual clock starts at 2026-11-24T09:00:00Z and moves only by advance(). */
  clock?: ClockKind;
}

export interface Sandbox extends SandboxControl {
  /** Throws when there is no such account. */
  account(subdomain: string): SandboxAccount;
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
  for (const [index, wanted] of (options.accounts ?? DEFAULT_ACCOUNTS).entries()) {
    const empty = createAccount({ index, subdomain: wanted.subdomain, clock, work });
    running.push(await startAccount(withDelivery(empty), wanted, control));
  }
  return {
    ...control,
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
  { port, seed }: AccountOptions,
  control: SandboxControl,
): Promise<Running> {
  const shown = asSandboxAccount(account);
  const server = createServer(accountApp(account, control, pagesRouter(shown)));
  server.listen(port ?? 0, '127.0.0.1');
  await once(server, 'listening');
  account.url = `http://localhost:${(server.address() as AddressInfo).port}`;
  seedAccount(account, seed ?? (account.subdomain === 'acme' ? 'shop' : 'empty'));
  startTimetable(account);
  return { account: shown, stop: () => stopAccount(account, server) };
}

async function stopAccount(account: Account, server: Server): Promise<void> {
  account.delivery.stop();
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
}
