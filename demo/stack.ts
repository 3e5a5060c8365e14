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
import { setUpAccount } from './set-up-account.ts';

/** The built app: `npm run build` makes it. */
export const APP_FOLDER = fileURLToPath(new URL('../zendesk-app/dist', import.meta.url));

/** The shop of the demo, in Zendesk and with us. */
const SLUG = 'acme';

export interface StackOptions {
  /** Any free port when left out. */
  zendeskPort?: number;
  serverPort?: number;
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
  service: Service;
  slug: string;
  stateFieldId: string;
  /** Lets everything that is under way come to its end: deliveries, due tickets, what those cause. */
  settle(): Promise<void>;
  /** Lets time pass for the server: what waits for a later attempt becomes due. */
  pass(ms: number): void;
  stop(): Promise<void>;
}

/** Starts the whole product on this machine; nothing is left running when it throws. */
export async function startStack(options: StackOptions = {}): Promise<Stack> {
  const sandbox = await startSandbox({
    accounts: [{ subdomain: SLUG, seed: 'shop', port: options.zendeskPort ?? 0 }],
  });
  try {
    return await startOn(sandbox, options);
  } catch (error) {
    await sandbox.stop();
    throw error;
  }
}

async function startOn(sandbox: Sandbox, options: StackOptions): Promise<Stack> {
  const account = sandbox.account(SLUG);
  let passedMs = 0;
  const service = await startService(configOf(options), {
    logger: createLogger({ level: options.logLevel ?? 'silent' }),
    now: () => Date.now() + passedMs,
  });
  try {
    const { stateFieldId } = await introduce(account, service, options);
    return {
      sandbox,
      account,
      service,
      slug: SLUG,
      stateFieldId,
      async settle() {
        do {
          await sandbox.settle();
        } while ((await service.runDue()) > 0);
      },
      pass(ms) {
        passedMs += ms;
      },
      async stop() {
        await service.stop();
        await sandbox.stop();
      },
    };
  } catch (error) {
    await service.stop();
    throw error;
  }
}

function configOf({ serverPort = 0, databaseUrl = ':memory:', workers = 0 }: StackOptions) {
  return parseConfig({
    MASTER_KEY: randomBytes(32).toString('base64'),
    DATABASE_URL: databaseUrl,
    PORT: String(serverPort),
    WORKERS: String(workers),
    // With workers a person waits for the answer; without, `settle` says when.
    DEBOUNCE_MS: workers > 0 ? '300' : '0',
  });
}

/** What an admin does once: set the account up, add the tenant, install the app. */
async function introduce(
  account: SandboxAccount,
  service: Service,
  { answerMode = 'reply', bodies = 'lean' }: StackOptions,
): Promise<{ stateFieldId: string }> {
  const { clientId, clientSecret, admin } = account.credentials;
  const { stateFieldId, signingSecret } = await setUpAccount({
    zendeskUrl: account.url,
    admin,
    backendUrl: service.url,
    slug: SLUG,
    bodies,
  });
  await service.tenants.save({
    slug: SLUG,
    zendeskUrl: account.url,
    credentials: { kind: 'oauth', clientId, clientSecret },
    signingSecrets: [signingSecret],
    stateFieldId,
    answerMode,
  });
  account.registerInstallation({
    appDir: APP_FOLDER,
    settings: {
      backend_url: service.url,
      tenant_slug: SLUG,
      state_field_id: stateFieldId,
      state_public_key: await service.statePublicKey(SLUG),
    },
  });
  return { stateFieldId };
}
