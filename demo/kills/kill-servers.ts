import { randomBytes } from 'node:crypto';
import { startSandbox } from '@smart-assistant/sandbox/sandbox.ts';
import type { Sandbox } from '@smart-assistant/sandbox/sandbox.ts';
import type { SandboxAccount } from '@smart-assistant/sandbox/sandbox-account.ts';
import { openDatabase } from '@smart-assistant/server/db/open-database.ts';
import { createTenantStore } from '@smart-assistant/server/tenant/tenant-store.ts';
import type { Random } from '../simulation/random.ts';
import { setUpAccount } from '../set-up-account.ts';
import { openFrontDoor } from './front-door.ts';
import type { FrontDoor } from './front-door.ts';
import { leftWork, workDone } from './left-work.ts';
import { createMoments } from './moments.ts';
import { startServerProcess } from './server-process.ts';
import type { ServerProcess } from './server-process.ts';
import { loadShop } from './shop-under-load.ts';
import type { ShopUnderLoad } from './shop-under-load.ts';

const SLUG = 'acme';
/** So many tickets wait for an answer at most; those that a killed process held wait longest. */
const OPEN_AT_ONCE = 60;
/** A killed process keeps its tickets for ten seconds, and a turn that failed waits for five. */
const REST_MS = 45_000;

export interface KillOptions {
  databaseUrl: string;
  /** Several need PostgreSQL. */
  processes: number;
  kills: number;
  random: Random;
}

export interface KillReport {
  kills: number;
  questions: number;
  acknowledged: number;
  /** Deliveries that were acknowledged and never handled. */
  unhandled: string[];
  /** Tickets that do not have exactly one answer to each question. */
  wrongTickets: { ticketId: number; comments: string }[];
  /** Tickets with work left. */
  leftWork: number;
}

/** Runs real servers under load, kills them in the midst of it, lets them come to rest and counts. */
export async function killServers(options: KillOptions): Promise<KillReport> {
  const sandbox = await startSandbox({ accounts: [{ subdomain: SLUG, seed: 'shop' }] });
  const door = await openFrontDoor();
  const account = sandbox.account(SLUG);
  // Killing is the matter here, not patience with rate limits.
  account.switches.limits = { planPerMinute: 1e6, updatesPerMinute: 1e6, updatesPerTicket: 1e6 };
  const masterKey = randomBytes(32);
  const servers: ServerProcess[] = [];
  try {
    await addShop(options.databaseUrl, masterKey, { account, door });
    return await killUnderLoad(options, { sandbox, account, door, servers, masterKey });
  } finally {
    await Promise.all(servers.map((server) => server.kill()));
    await door.close();
    await sandbox.stop();
  }
}

async function addShop(
  databaseUrl: string,
  masterKey: Buffer,
  { account, door }: { account: SandboxAccount; door: FrontDoor },
): Promise<void> {
  const { admin, clientId, clientSecret } = account.credentials;
  const { stateFieldId, signingSecret } = await setUpAccount({
    zendeskUrl: account.url,
    backendUrl: door.url,
    admin,
    slug: SLUG,
  });
  const db = await openDatabase({ url: databaseUrl });
  await createTenantStore({ db, masterKey, now: Date.now }).save({
    slug: SLUG,
    zendeskUrl: account.url,
    credentials: { kind: 'oauth', clientId, clientSecret },
    signingSecrets: [signingSecret],
    stateFieldId,
    answerMode: 'reply',
    reopened: 'resume',
  });
  await db.close();
}

interface Scene {
  sandbox: Sandbox;
  account: SandboxAccount;
  door: FrontDoor;
  servers: ServerProcess[];
  masterKey: Buffer;
}

async function killUnderLoad(
  { databaseUrl, processes, kills, random }: KillOptions,
  { sandbox, account, door, servers, masterKey }: Scene,
): Promise<KillReport> {
  const moments = createMoments();
  const shop = loadShop(account, moments.pass);
  door.onAcknowledged = moments.pass;
  const start = async () => {
    const server = await startServerProcess({
      MASTER_KEY: masterKey.toString('base64'),
      DATABASE_URL: databaseUrl,
      DEBOUNCE_MS: '20',
      REQUEST_TIMEOUT_MS: '4000',
    });
    servers.push(server);
    door.servers.add(server.url);
  };
  while (servers.length < processes) await start();

  const stopLoad = keepBusy(account, shop);
  for (let kill = 0; kill < kills; kill += 1) {
    // In the midst of a write, or of a receive, whichever the nth of them happens to be.
    await moments.after(1 + random.below(12));
    const [victim] = servers.splice(random.below(servers.length), 1);
    door.servers.delete(victim!.url);
    await victim!.kill();
    await start();
  }
  stopLoad();
  await comeToRest(account, shop);
  await sandbox.settle();
  await workDone(databaseUrl, REST_MS);
  shop.stop();
  await Promise.all(servers.splice(0).map((server) => server.stop()));
  return {
    kills,
    questions: shop.asked,
    wrongTickets: shop.wrongTickets(),
    ...(await leftWork(databaseUrl, door.acknowledged)),
  };
}

/** Opens a ticket whenever one was dealt with; answers how to stop that. */
function keepBusy(account: SandboxAccount, shop: ShopUnderLoad): () => void {
  const open = () => {
    if (shop.asked - shop.writes < OPEN_AT_ONCE) shop.open();
  };
  const unsubscribe = account.events.subscribe(({ type }) => {
    if (type === 'ticket.changed' || type === 'call') setImmediate(open);
  });
  for (let ticket = 0; ticket < OPEN_AT_ONCE; ticket += 1) shop.open();
  return unsubscribe;
}

/** Until every ticket is as it should be, and for a time if it never is. */
async function comeToRest(account: SandboxAccount, shop: ShopUnderLoad): Promise<void> {
  await new Promise<void>((resolve) => {
    const giveUp = setTimeout(resolve, REST_MS);
    const look = () => {
      if (shop.wrongTickets().length > 0) return;
      clearTimeout(giveUp);
      unsubscribe();
      resolve();
    };
    const unsubscribe = account.events.subscribe(() => setImmediate(look));
    look();
  });
}
