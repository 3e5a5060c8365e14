import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { mintToken } from './mint-token.ts';
import type { SandboxAccount } from './sandbox-account.ts';

/** An hour: `npm run sandbox` is for one sitting. */
const TOKEN_SECONDS = 3600;

/**
 * Shell lines with which zcli talks to the account over https. zcli makes its address of subdomain and domain,
 * hence the split in the middle of 127.0.0.1. The certificate is written to a folder of its own, until `remove`.
 */
export async function zcliEnvironment(
  account: SandboxAccount,
  certificate: string,
): Promise<{ text: string; remove: () => Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'zendesk-sandbox-'));
  const file = join(folder, 'certificate.pem');
  await writeFile(file, certificate);
  const token = await mintToken(account, { expiresInSeconds: TOKEN_SECONDS });
  const { port } = new URL(account.httpsUrl ?? account.url);
  const text = `zcli finds it with
  export ZENDESK_SUBDOMAIN=127 ZENDESK_DOMAIN=0.0.1:${port}
  export ZENDESK_OAUTH_TOKEN=${token}
  export NODE_EXTRA_CA_CERTS=${file}
`;
  return { text, remove: () => rm(folder, { recursive: true }) };
}
