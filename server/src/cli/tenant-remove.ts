import { Command } from 'commander';
import { AppError } from '../errors.ts';
import type { CommandIo } from './run-command.ts';
import { noSuchTenant, withTenants } from './with-tenants.ts';

export function tenantRemove(io: CommandIo): Command {
  return new Command('remove')
    .description('Removes a shop and its secrets. The records of its tickets stay.')
    .argument('<slug>', 'the shop')
    .option('--yes', 'really remove it')
    .action((slug: string, { yes }: { yes?: boolean }) =>
      withTenants(io, async (tenants) => {
        if (!yes) {
          throw new AppError(
            'tenant_invalid',
            `Deactivate the triggers and the webhook of ${slug} in Zendesk first; then repeat with --yes`,
          );
        }
        if (!(await tenants.remove(slug))) throw noSuchTenant(slug);
        io.print(`Tenant ${slug} is removed.`);
      }),
    );
}
