import { Command } from 'commander';
import { runCommand } from './run-command.ts';
import { tenantAdd } from './tenant-add.ts';
import { tenantList } from './tenant-list.ts';
import { tenantRemove } from './tenant-remove.ts';
import { tenantShow } from './tenant-show.ts';

const program = new Command('npm run tenant --')
  .description('The shops this server works for. Reads the same environment as the server.')
  .addCommand(tenantAdd())
  .addCommand(tenantList())
  .addCommand(tenantShow())
  .addCommand(tenantRemove());

await runCommand(program);
