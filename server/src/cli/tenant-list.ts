import { Command } from 'commander';
import { withTenants } from './with-tenants.ts';

export function tenantList(): Command {
  return new Command('list').description('Lists the shops.').action(() =>
    withTenants(async (tenants) => {
      const all = await tenants.list();
      if (all.length === 0) console.log('No tenants yet; "npm run tenant -- add --help" says how.');
      for (const { slug, zendeskUrl, answerMode, credentials, signingSecrets } of all) {
        const secrets = `${signingSecrets.length} signing secret(s)`;
        console.log([slug, zendeskUrl, answerMode, credentials.kind, secrets].join('  '));
      }
    }),
  );
}
