import { Command } from 'commander';
import { isKeyMismatch, WAYS_OUT_OF_UNREADABLE } from '../tenant/unreadable.ts';
import type { CommandIo } from './run-command.ts';
import { withTenants } from './with-tenants.ts';

const whyOf = (error: unknown): string =>
  isKeyMismatch(error)
    ? 'MASTER_KEY does not open its secrets'
    : 'what is stored of it is not understood';

export function tenantList(io: CommandIo): Command {
  return new Command('list').description('Lists the shops.').action(() =>
    withTenants(io, async (tenants) => {
      const { readable, unreadable } = await tenants.list();
      if (readable.length + unreadable.length === 0) {
        io.print('No tenants yet; "npm run tenant -- add --help" says how.');
      }
      for (const { slug, zendeskUrl, answerMode, credentials, signingSecrets } of readable) {
        const secrets = `${signingSecrets.length} signing secret(s)`;
        io.print([slug, zendeskUrl, answerMode, credentials.kind, secrets].join('  '));
      }
      for (const { slug, error } of unreadable) io.print(`${slug}  unreadable: ${whyOf(error)}`);
      if (unreadable.length > 0) io.printError(`To read a shop again, ${WAYS_OUT_OF_UNREADABLE}.`);
    }),
  );
}
