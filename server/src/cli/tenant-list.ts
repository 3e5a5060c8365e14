import { Command } from 'commander';
import type { CommandIo } from './run-command.ts';
import { withTenants } from './with-tenants.ts';

export function tenantList(io: CommandIo): Command {
  return new Command('list').description('Lists the shops.').action(() =>
    withTenants(io, async (tenants) => {
      const all = await tenants.list();
      if (all.length === 0) io.print('No tenants yet; "npm run tenant -- add --help" says how.');
      for (const { slug, zendeskUrl, answerMode, credentials, signingSecrets } of all) {
        const secrets = `${signingSecrets.length} signing secret(s)`;
        io.print([slug, zendeskUrl, answerMode, credentials.kind, secrets].join('  '));
      }
    }),
  );
}
