import { applyFixes } from '@smart-assistant/shared/setup/apply.ts';
import type { Applied } from '@smart-assistant/shared/setup/applied.ts';
import type { CallCredentials } from '@smart-assistant/shared/setup/account.ts';
import type { Finding, Plan } from '@smart-assistant/shared/setup/finding.ts';
import { plan } from '@smart-assistant/shared/setup/plan.ts';
import { readAccount } from '@smart-assistant/shared/setup/read-account.ts';
import type { ZendeskCall } from '@smart-assistant/shared/setup/zendesk-call.ts';
import type { SetupSpec } from '@smart-assistant/shared/setup-spec.ts';
import { startSandbox } from '@smart-assistant/sandbox/sandbox.ts';
import type { Sandbox } from '@smart-assistant/sandbox/sandbox.ts';
import type { SandboxAccount } from '@smart-assistant/sandbox/sandbox-account.ts';
import { adminCall } from '../../admin-call.ts';
import { callWithToken } from './call-with-token.ts';

/** The sandbox's virtual clock starts here. */
export const NOW = Date.parse('2026-11-24T09:00:00Z');
export const BACKEND_URL = 'https://assistant.example.com';
const AS_ADMIN: CallCredentials = { kind: 'session' };
const AS_SERVER: CallCredentials = { kind: 'oauth', renews: true };

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- answers of an API we drive ourselves here
type Json = any;

/** One account of the sandbox, and set-up working on it as ada, its admin. */
export interface AccountUnderTest {
  account: SandboxAccount;
  spec: SetupSpec;
  /** Calls as ada; every status resolves. */
  call: ZendeskCall;
  /** Calls as anybody of the account. */
  callAs: (name: string) => ZendeskCall;
  /** The same call, and throws unless it succeeds: for what a test arranges. */
  api: (
    method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE',
    path: string,
    body?: object,
  ) => Promise<Json>;
  check: (credentials?: CallCredentials) => Promise<Plan>;
  /** The check that the server makes, with its own token. */
  checkAsServer: () => Promise<Plan>;
  /** Applies these findings, or all. Remembers the ids found, as whoever runs set-up does. */
  fix: (findings?: readonly Finding[]) => Promise<Applied>;
  /** The writes Zendesk has seen, as `METHOD path`. */
  writes: () => string[];
}

export async function startAccount(
  sandboxOf = newSandbox,
): Promise<AccountUnderTest & { sandbox: Sandbox }> {
  const sandbox = await sandboxOf();
  return { sandbox, ...underTest(sandbox.account('acme')) };
}

export function newSandbox(): Promise<Sandbox> {
  return startSandbox({ clock: 'virtual', accounts: [{ subdomain: 'acme', seed: 'empty' }] });
}

export function underTest(account: SandboxAccount): AccountUnderTest {
  account.switches.apiTokens = 'enabled';
  account.switches.limits.planPerMinute = 1_000_000;
  const { apiToken } = account.credentials.admin;
  const callAs = (name: string) =>
    adminCall({ zendeskUrl: account.url, admin: { email: account.users[name]!.email, apiToken } });
  const call = callAs('ada');
  const spec: SetupSpec = { backendUrl: BACKEND_URL, slug: 'acme' };
  const check = async (credentials = AS_ADMIN) =>
    plan(spec, await readAccount(call, spec, { credentials, now: NOW }));
  return {
    ...{ account, spec, call, callAs, check },
    checkAsServer: async () => {
      const asServer = await callWithToken(account, 'read write');
      return plan(spec, await readAccount(asServer, spec, { credentials: AS_SERVER, now: NOW }));
    },
    api: async (method, path, body) => {
      const answer = await call({ method, path: `/api/v2${path}`, body });
      if (answer.status < 300) return answer.body;
      throw new Error(`${method} ${path} answered ${answer.status} ${JSON.stringify(answer.body)}`);
    },
    fix: async (findings) => {
      const applied = await applyFixes(call, spec, findings ?? (await check()).findings);
      spec.stateFieldId = applied.found.stateFieldId;
      spec.webhookId = applied.found.webhookId;
      return applied;
    },
    writes: () =>
      account.calls
        .filter(({ method, path }) => method !== 'GET' && !path.startsWith('/oauth'))
        .map(({ method, path }) => `${method} ${path}`),
  };
}
