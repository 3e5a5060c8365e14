import { Command } from 'commander';
import type { AppSettings } from '@smart-assistant/shared/app-settings.ts';
import { webhookEndpoint } from '@smart-assistant/shared/setup-spec.ts';
import type { Config } from '../config.ts';
import { apiSecret } from '../tenant/api-secret.ts';
import { stateSigner } from '../tenant/state-signer.ts';
import type { Tenant } from '../tenant/tenant.ts';
import type { CommandIo } from './run-command.ts';
import { healthText, readTenantHealth } from './tenant-health.ts';
import { noSuchTenant, withTenants } from './with-tenants.ts';

export function tenantShow(io: CommandIo): Command {
  return new Command('show')
    .description(
      'Prints what Zendesk and the app need of a shop, the api_secret among it, and how the shop fares; no secret of Zendesk.',
    )
    .argument('<slug>', 'the shop')
    .option('--json', 'only the settings of the app, as JSON')
    .action((slug: string, { json }: { json?: boolean }) =>
      withTenants(io, async (tenants, config, db) => {
        const tenant = await tenants.get(slug);
        if (!tenant) throw noSuchTenant(slug);
        const settings = await appSettingsOf(tenant, config);
        if (json) {
          io.print(JSON.stringify(settings, null, 2));
          return;
        }
        const health = await readTenantHealth(db, slug, Date.now);
        io.print([describe(tenant, settings), healthText(slug, health)].join('\n\n'));
      }),
    );
}

/** Zendesk keeps `api_secret` from the app itself: only its proxy signs with it. */
type AllAppSettings = Omit<AppSettings, 'state_field_id'> & {
  /** Empty until set-up has found or made the field. */
  state_field_id: string;
  api_secret: string;
};

/** The app's settings for a tenant, as an admin fills them in. */
async function appSettingsOf(tenant: Tenant, config: Config): Promise<AllAppSettings> {
  const { publicKey } = await stateSigner(config.masterKey, tenant.slug);
  return {
    backend_url: config.publicUrl,
    tenant_slug: tenant.slug,
    state_field_id: tenant.stateFieldId ?? '',
    state_public_key: publicKey,
    api_secret: apiSecret(config.masterKey, tenant.slug),
  };
}

function describe(tenant: Tenant, settings: AllAppSettings): string {
  const { slug, zendeskUrl, credentials, signingSecrets, answerMode, reopened } = tenant;
  const [used, former] = signingSecrets;
  return [
    `Tenant ${slug}`,
    `  Zendesk          ${zendeskUrl}`,
    `  signs in with    ${credentials.kind === 'oauth' ? 'OAuth client' : 'API token (ends on 2027-04-30)'}`,
    `  answer mode      ${answerMode}`,
    `  reopened         ${typeof reopened === 'string' ? reopened : `resume after ${reopened.resumeAfterHours} hours`}`,
    `  signing secret   ${used ? `known${former ? ', and the former one' : ''}` : 'missing: no delivery is accepted'}`,
    '',
    'Webhook: POST, JSON',
    `  ${webhookEndpoint(settings.backend_url, slug)}`,
    '',
    'Settings of the app',
    ...Object.entries(settings).map(([name, value]) => `  ${name.padEnd(16)} ${value}`),
  ].join('\n');
}
