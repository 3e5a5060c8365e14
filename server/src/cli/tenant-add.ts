import { Command, InvalidArgumentError, Option } from 'commander';
import type { AnswerMode } from '@smart-assistant/shared/answer-mode.ts';
import { answerModeSchema } from '@smart-assistant/shared/answer-mode.ts';
import { AppError } from '../errors.ts';
import { withSecret } from '../tenant/signing-secrets.ts';
import type { TenantSettings } from '../tenant/tenant-rows.ts';
import type { TenantStore } from '../tenant/tenant-store.ts';
import { isKeyMismatch } from '../tenant/unreadable.ts';
import { reopenedSchema } from '../tenant/tenant.ts';
import type { Credentials, Reopened, Tenant } from '../tenant/tenant.ts';
import { zendeskOrigin } from '../tenant/zendesk-origin.ts';
import { secretReader } from './secret-reader.ts';
import type { CommandIo } from './run-command.ts';
import { withTenants } from './with-tenants.ts';

/** What the flags say; everything is optional, since a known tenant is changed by what is given. */
interface AddFlags {
  zendeskUrl?: string;
  renamed?: boolean;
  stateFieldId?: string;
  answerMode?: AnswerMode;
  reopened?: Reopened;
  oauthClientId?: string;
  oauthClientSecret?: string;
  oauthScope?: string;
  apiEmail?: string;
  apiToken?: string;
  signingSecret?: string;
  forgetFormerSecrets?: boolean;
}

export function tenantAdd(io: CommandIo): Command {
  const secret = (flags: string, env: string, text: string) =>
    new Option(flags, `${text}; "-" asks for it, or reads a line of what is piped in`).env(env);

  return new Command('add')
    .description('Adds a shop, or changes what is given of one that is known.')
    .argument('<slug>', 'the name of the shop in the webhook address')
    .option(
      '--zendesk-url <url>',
      'its Zendesk, such as https://acme.zendesk.com; a path behind it is left out',
      zendeskOrigin,
    )
    .option(
      '--renamed',
      'the new address is that of the same account: what is kept of its tickets stays (another account needs another slug, also after the shop was removed)',
    )
    .option(
      '--state-field-id <id>',
      'id of the hidden ticket field, if there is one; set-up finds or makes it',
    )
    .addOption(
      new Option(
        '--answer-mode <mode>',
        'how far the assistant may go (a new shop: draft)',
      ).choices(answerModeSchema.options),
    )
    .addOption(
      new Option(
        '--reopened <rule>',
        'tickets that come back after they were solved: resume (a new shop), stay_silent, or the hours after which to resume',
      ).argParser(reopenedOf),
    )
    .option('--oauth-client-id <id>', 'identifier of the OAuth client')
    .addOption(
      secret('--oauth-client-secret <secret>', 'OAUTH_CLIENT_SECRET', 'secret of the OAuth client'),
    )
    .option('--oauth-scope <scopes>', 'scopes to ask for (default: all the client has)')
    .option('--api-email <email>', 'e-mail of the API token; tokens end on 2027-04-30')
    .addOption(secret('--api-token <token>', 'API_TOKEN', 'API token'))
    .addOption(
      secret('--signing-secret <secret>', 'SIGNING_SECRET', 'signing secret of the webhook'),
    )
    .option('--forget-former-secrets', 'stop accepting the former signing secret at once')
    .action((slug: string, flags: AddFlags) => addTenant(io, slug, flags));
}

async function addTenant(io: CommandIo, slug: string, flags: AddFlags): Promise<void> {
  const { oauthClientSecret, apiToken, signingSecret } = await secretsGiven(io, flags);

  await withTenants(io, async (tenants) => {
    const known = await knownTenant(tenants, slug, flags);
    const tenant = await tenants.save(
      {
        slug,
        zendeskUrl: flags.zendeskUrl ?? known?.zendeskUrl ?? missing('--zendesk-url'),
        stateFieldId: flags.stateFieldId ?? known?.stateFieldId,
        answerMode: flags.answerMode ?? known?.answerMode,
        reopened: flags.reopened ?? known?.reopened,
        credentials: credentialsOf({ ...flags, oauthClientSecret, apiToken }, known),
        ...secretsOf(signingSecret, flags, known),
        ...(known?.webhookId && { webhookId: known.webhookId }),
      },
      { isRenamed: flags.renamed },
    );
    io.print(`Tenant ${slug} is ${known ? 'changed' : 'added'}.`);
    if (tenant.signingSecrets.length === 0) {
      io.print(`Set its Zendesk up next: npm run setup -- --tenant ${slug} --apply`);
    }
    io.print(`"npm run tenant -- show ${slug}" prints what Zendesk and the app need.`);
  });
}

/** One after the other, in the order of the help: each "-" takes a line. */
async function secretsGiven(io: CommandIo, flags: AddFlags) {
  const { read, close } = secretReader(io);
  try {
    return {
      oauthClientSecret: await read('--oauth-client-secret', flags.oauthClientSecret),
      apiToken: await read('--api-token', flags.apiToken),
      signingSecret: await read('--signing-secret', flags.signingSecret),
    };
  } finally {
    close();
  }
}

function reopenedOf(text: string): Reopened {
  const hours = Number(text);
  const parsed = reopenedSchema.safeParse(hours > 0 ? { resumeAfterHours: hours } : text);
  if (parsed.success) return parsed.data;
  throw new InvalidArgumentError('Give resume, stay_silent, or hours such as 48.');
}

/** A tenant as it is known: without its secrets when another master key has sealed them. */
type KnownTenant = TenantSettings & Partial<Pick<Tenant, 'credentials' | 'signingSecrets'>>;

/** Throws `master_key_mismatch` when they cannot be opened and no others are given. */
async function knownTenant(
  tenants: TenantStore,
  slug: string,
  { oauthClientId, apiEmail }: AddFlags,
): Promise<KnownTenant | undefined> {
  try {
    return await tenants.get(slug);
  } catch (error) {
    if (isKeyMismatch(error) && (oauthClientId ?? apiEmail)) return tenants.settings(slug);
    throw error;
  }
}

type CredentialFlags = Omit<AddFlags, 'oauthClientSecret' | 'apiToken'> & {
  oauthClientSecret: string | undefined;
  apiToken: string | undefined;
};

function credentialsOf(flags: CredentialFlags, known: KnownTenant | undefined): Credentials {
  const oauth = known?.credentials?.kind === 'oauth' ? known.credentials : undefined;
  const token = known?.credentials?.kind === 'api-token' ? known.credentials : undefined;

  if (flags.oauthClientId || flags.oauthClientSecret || flags.oauthScope) {
    const scope = flags.oauthScope ?? oauth?.scope;
    return {
      kind: 'oauth',
      clientId: flags.oauthClientId ?? oauth?.clientId ?? missing('--oauth-client-id'),
      clientSecret:
        flags.oauthClientSecret ?? oauth?.clientSecret ?? missing('--oauth-client-secret'),
      ...(scope && { scope }),
    };
  }
  if (flags.apiEmail || flags.apiToken) {
    return {
      kind: 'api-token',
      email: flags.apiEmail ?? token?.email ?? missing('--api-email'),
      token: flags.apiToken ?? token?.token ?? missing('--api-token'),
    };
  }
  return known?.credentials ?? missing('--oauth-client-id and --oauth-client-secret');
}

/** The secrets the tenant has from now on, and since when the newest is the newest. */
function secretsOf(
  signingSecret: string | undefined,
  { forgetFormerSecrets }: AddFlags,
  known: KnownTenant | undefined,
): Pick<Tenant, 'signingSecrets' | 'secretRotatedAt'> {
  const { signingSecrets = [], secretRotatedAt } = known ?? {};
  const before = { signingSecrets, ...(secretRotatedAt !== undefined && { secretRotatedAt }) };
  const after = signingSecret ? withSecret(before, signingSecret, Date.now()) : before;
  if (!forgetFormerSecrets) return after;
  return { ...after, signingSecrets: after.signingSecrets.slice(0, 1) };
}

function missing(flag: string): never {
  throw new AppError('tenant_invalid', `This shop needs ${flag}: it is not known yet`);
}
