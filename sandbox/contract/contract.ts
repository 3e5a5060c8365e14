import { afterAll, beforeAll, describe } from 'vitest';
import { apiAt, type Api } from './api.ts';
import { missingVariables, realAccount, sandboxAccount, type Target } from './targets.ts';

/** What the tests of one file work with. */
export interface World {
  /** Signed in as an admin. */
  api: Api;
  /** Without credentials. */
  nobody: Api;
  /** With another token. */
  as(token: string): Api;
  /** Begins every title that this run makes up, and is a tag that nobody else uses. */
  prefix: string;
  /** Takes a webhook's deliveries; what it answers does not matter. */
  webhookUrl: string;
  /** Deletes the object at `path` when the file is done. */
  owns(path: string): void;
  /** Asks until `check` gives something, while the platform works in the background. */
  eventually<T>(check: () => Promise<T | undefined>): Promise<T>;
}

const EVENTUALLY_MS = 240_000;

/**
 * Runs the same tests against the sandbox and, when the environment has credentials, against a real account.
 * Without them the second half is reported as skipped, with the variables that are missing.
 */
export function contract(title: string, define: (world: World) => void): void {
  describe(`${title}, on the sandbox`, () => define(worldOf(sandboxAccount)));
  const missing = missingVariables();
  const note = missing.length > 0 ? ` (not set: ${missing.join(', ')})` : '';
  describe.skipIf(missing.length > 0)(
    `${title}, on a real account${note}`,
    { timeout: EVENTUALLY_MS + 60_000 },
    () => define(worldOf(realAccount)),
  );
}

function worldOf(start: () => Promise<Target>): World {
  const world = {} as World;
  const owned: string[] = [];
  let target: Target;
  beforeAll(async () => {
    target = await start();
    world.as = (token) => apiAt(target.url, { authorization: `Bearer ${token}` });
    world.api = world.as(target.token);
    world.nobody = apiAt(target.url);
    world.prefix = `contract_${Date.now().toString(36)}`;
    world.webhookUrl = target.webhookUrl;
    world.owns = (path) => void owned.push(path);
    world.eventually = (check) => eventually(target, check);
  });
  afterAll(async () => {
    // Triggers before the webhooks that they call.
    for (const path of owned.reverse()) await world.api.call('DELETE', path);
    await target.stop();
  });
  return world;
}

async function eventually<T>(target: Target, check: () => Promise<T | undefined>): Promise<T> {
  const until = Date.now() + EVENTUALLY_MS;
  for (;;) {
    const found = await check();
    if (found !== undefined) return found;
    if (Date.now() > until) throw new Error(`Not within ${EVENTUALLY_MS / 1000} s`);
    await target.letTimePass();
  }
}
