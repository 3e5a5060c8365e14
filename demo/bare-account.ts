import type { SandboxAccount } from '@smart-assistant/sandbox/sandbox-account.ts';
import type { Service } from '@smart-assistant/server/service.ts';

/**
 * An account as it is right after the app was installed: the server knows its address and credentials, the app its
 * server and its name there, and nobody has set anything up.
 */
export async function addBareAccount(
  service: Service,
  account: SandboxAccount,
  appDir: string,
): Promise<void> {
  const { clientId, clientSecret } = account.credentials;
  const slug = account.subdomain;
  await service.tenants.save({
    slug,
    zendeskUrl: account.url,
    credentials: { kind: 'oauth', clientId, clientSecret },
    signingSecrets: [],
    answerMode: 'reply',
  });
  account.registerInstallation({
    appDir,
    settings: {
      backend_url: service.url,
      tenant_slug: slug,
      api_secret: service.apiSecret(slug),
    },
  });
}
