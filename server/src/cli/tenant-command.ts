import { Command } from 'commander';
import type { CommandIo } from './run-command.ts';
import { tenantAdd } from './tenant-add.ts';
import { tenantList } from './tenant-list.ts';
import { tenantRemove } from './tenant-remove.ts';
import { tenantShow } from './tenant-show.ts';

/** `npm run tenant -- …` */
export function tenantCommand(io: CommandIo): Command {
  return new Command('npm run tenant --')
    .description('The shops this server works for. Reads the same environment as the server.')
    .addCommand(tenantAdd(io))
    .addCommand(tenantList(io))
    .addCommand(tenantShow(io))
    .addCommand(tenantRemove(io));
}
