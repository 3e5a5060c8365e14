import { Command } from 'commander';
import { AppError } from '../errors.ts';
import type { CommandIo } from './run-command.ts';
import { noSuchTenant, withTenants } from './with-tenants.ts';

export function tenantRemove(io: CommandIo): Command {
  return new Command('remove')
    .description(
      'Removes a shop, its secrets and all that is kept of its tickets. What stands on the tickets in Zendesk stays. Its slug stays that of its Zendesk account: it may come back, another account needs another slug.',
    )
    .argument('<slug>', 'the shop')
    .option('--yes', 'really remove it')
    .action((slug: string, { yes }: { yes?: boolean }) =>
      withTenants(io, async (tenants) => {
        if (!yes) {
          throw new AppError(
            'tenant_invalid',
            `This forgets all that is kept of the tickets of ${slug}. ` +
              'Deactivate its triggers and its webhook in Zendesk first; then repeat with --yes',
          );
        }
        if (!(await tenants.remove(slug))) throw noSuchTenant(slug);
        io.print(`Tenant ${slug} is removed, with all that was kept of its tickets.`);
      }),
    );
}
