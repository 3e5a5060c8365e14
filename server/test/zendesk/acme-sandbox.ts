// Tests of our outer edge run against the sandbox; no server code ever imports it.
import { startSandbox } from '../../../sandbox/src/sandbox.ts';
import { afterAll } from 'vitest';
import { createZendeskClient } from '../../src/zendesk/client.ts';

/** The sandbox's account acme with its seed, for the tests of one file, and clients signed in to it. */
export async function acmeSandbox() {
  const sandbox = await startSandbox();
  afterAll(() => sandbox.stop());
  const acme = sandbox.account('acme');
  const { clientId, clientSecret } = acme.credentials;

  return {
    acme,
    /** Retries of reads take no real time. */
    client: () =>
      createZendeskClient({
        baseUrl: acme.url,
        credentials: { kind: 'oauth', clientId, clientSecret },
        timeoutMs: 5_000,
        sleep: () => Promise.resolve(),
      }),
  };
}
