import { randomBytes } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { startSandbox } from '@smart-assistant/sandbox/sandbox.ts';
import type { Sandbox } from '@smart-assistant/sandbox/sandbox.ts';
import type { SandboxAccount } from '@smart-assistant/sandbox/sandbox-account.ts';
import { parseConfig } from '@smart-assistant/server/config.ts';
import { createLogger } from '@smart-assistant/server/logger.ts';
import { startService } from '@smart-assistant/server/service.ts';
import type { Service } from '@smart-assistant/server/service.ts';
import type { AnswerMode } from '@smart-assistant/shared/answer-mode.ts';
import { addBareAccount } from './bare-account.ts';
import { setUpAccount } from './set-up-account.ts';
import type { AccountSetUp } from './set-up-account.ts';

/** The built app: `npm run build` makes it. */
export const APP_FOLDER = fileURLToPath(new URL('../zendesk-app/dist', import.meta.url));

/** The shop of the demo, in Zendesk and with us. */
const SLUG = 'acme';
/** A shop that has only installed the app. */
const FRESH = 'fresh';

/** Zendesk's stamps have whole seconds: what is written in the same second as a change has to wait for its end. */
const LOOKS_LATER_MS = 2_000;

export interface StackOptions {
  /** Any free port when left out. */
  zendeskPort?: number;
  serverPort?: number;
  /** Adds an account that nobody has set up, on this port. */
  freshPort?: number;
  /** An SQLite file or postgres://…; in memory when left out. */
  databaseUrl?: string;
  answerMode?: AnswerMode;
  bodies?: 'lean' | 'manual';
  logLevel?: string;
  /** Tickets worked on at once; 0, the default, leaves the work to `settle`. */
  workers?: number;
}

/** Sandbox, server and built app, set up with each other. */
export interface Stack {
  sandbox: Sandbox;
  account: SandboxAccount;
  readonly service: Service;
  slug: string;
  stateFieldId: string;
  /** Lets everything that is under way come to its end: deliveries, due tickets, what those cause. */
  settle(): Promise<void>;
  /** Lets time pass for the server: what waits for a later attempt becomes due. */
  pass(ms: number): void;
  /** Stops the server and starts it anew at the same address; a database in memory is empty then. */
  restart(): Promise<void>;
  stop(): Promise<void>;
}

/** Starts the whole product on this machine; nothing is left running when it throws. */
export async function startStack(options: StackOptions = {}): Promise<Stack> {
  const sandbox = await startSandbox({
    accounts: [
      { subdomain: SLUG, seed: 'shop', port: options.zendeskPort ?? 0 },
      ...(options.freshPort === undefined
        ? []
        : [{ subdomain: FRESH, seed: 'empty' as const, port: options.freshPort }]),
    ],
  });
  const started: Service[] = [];
  try {
    return await startOn(sandbox, options, started);
  } catch (error) {
    await started[0]?.stop();
    await sandbox.stop();
    throw error;
  }
}

async function startOn(
  sandbox: Sandbox,
  options: StackOptions,
  started: Service[],
): Promise<Stack> {
  const account = sandbox.account(SLUG);
  const masterKey = randomBytes(32).toString('base64');
  // A server waits for a customer's next sentence before it looks; here it only believes that it has waited.
  let passedMs = options.workers ? 0 : LOOKS_LATER_MS;
  const startServer = async (serverPort: number) => {
    const service = await startService(configOf({ ...options, serverPort }, masterKey), {
      logger: createLogger({ level: options.logLevel ?? 'silent' }),
      now: () => Date.now() + passedMs,
    });
    started.unshift(service);
    return service;
  };

  let service = await startServer(options.serverPort ?? 0);
  const setUp = await setUpAccount({
    zendeskUrl: account.url,
    admin: account.credentials.admin,
    backendUrl: service.url,
    slug: SLUG,
    bodies: options.bodies ?? 'lean',
  });
  await addTenant(service, account, setUp, options);
  await installApp(service, account, setUp);
  if (options.freshPort !== undefined) {
    await addBareAccount(service, sandbox.account(FRESH), APP_FOLDER);
  }

  return {
    sandbox,
    account,
    get service() {
      return service;
    },
    slug: SLUG,
    stateFieldId: setUp.stateFieldId,
    async settle() {
      do {
        await sandbox.settle();
      } while ((await service.runDue()) > 0);
    },
    pass(ms) {
      passedMs += ms;
    },
    async restart() {
      await service.stop();
      service = await startServer(Number(new URL(service.url).port));
      await addTenant(service, account, setUp, options);
    },
    async stop() {
      await service.stop();
      await sandbox.stop();
    },
  };
}

function configOf(
  { serverPort = 0, databaseUrl = ':memory:', workers = 0 }: StackOptions,
  masterKey: string,
) {
  return parseConfig({
    MASTER_KEY: masterKey,
    DATABASE_URL: databaseUrl,
    PORT: String(serverPort),
    // The address that the account and the app are given.
    ...(serverPort > 0 && { PUBLIC_URL: `http://127.0.0.1:${serverPort}` }),
    WORKERS: String(workers),
    // With workers a person waits for the answer; without, `settle` says when.
    DEBOUNCE_MS: workers > 0 ? '300' : '0',
  });
}

/** Tells the server of the shop. */
async function addTenant(
  service: Service,
  account: SandboxAccount,
  { stateFieldId, signingSecret }: AccountSetUp,
  { answerMode = 'reply' }: StackOptions,
): Promise<void> {
  const { clientId, clientSecret } = account.credentials;
  await service.tenants.save({
    slug: SLUG,
    zendeskUrl: account.url,
    credentials: { kind: 'oauth', clientId, clientSecret },
    signingSecrets: [signingSecret],
    stateFieldId,
    answerMode,
  });
}

/** Puts the built app beside every ticket, with its settings filled in. */
async function installApp(
  service: Service,
  account: SandboxAccount,
  { stateFieldId }: AccountSetUp,
): Promise<void> {
  account.registerInstallation({
    appDir: APP_FOLDER,
    settings: {
      backend_url: service.url,
      tenant_slug: SLUG,
      state_field_id: stateFieldId,
      state_public_key: await service.statePublicKey(SLUG),
      api_secret: service.apiSecret(SLUG),
    },
  });
}
