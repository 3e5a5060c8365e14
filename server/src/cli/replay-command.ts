import { Command, Option } from 'commander';
import { AppError } from '../errors.ts';
import type { CommandIo } from './run-command.ts';
import { withInbox } from './with-inbox.ts';

interface Flags {
  tenant: string;
  ticket?: string;
  all?: boolean;
}

/** `npm run replay -- …` */
export function replayCommand(io: CommandIo): Command {
  return new Command('npm run replay --')
    .description(
      'Makes work that failed for good due again. Safe beside running servers, who take it up within a second: a turn looks at the ticket as it is then, and what was answered meanwhile stays as it is.',
    )
    .requiredOption('--tenant <slug>', 'the shop')
    .addOption(new Option('--ticket <id>', 'one ticket').conflicts('all'))
    .option('--all', 'every dead letter of the shop')
    .addHelpText(
      'after',
      '\nEnds with 0 when it did what was asked, and with 1 when the ticket has no dead letter.',
    )
    .action((flags: Flags, command: Command) => replay(io, flags, command));
}

async function replay(
  io: CommandIo,
  { tenant, ticket, all }: Flags,
  command: Command,
): Promise<void> {
  if (ticket === undefined && !all) command.error('error: say which: --ticket <id> or --all');

  await withInbox(io, tenant, async (inbox) => {
    const count = await inbox.replay(tenant, ticket);
    if (ticket !== undefined && count === 0) {
      throw new AppError(
        'dead_letter_not_found',
        `Ticket ${ticket} of ${tenant} has no dead letter; "npm run dead-letters -- --tenant ${tenant}" lists those there are`,
      );
    }
    if (count === 0) io.print(`${tenant} has no dead letters.`);
    else io.print(`${count === 1 ? '1 ticket is' : `${count} tickets are`} due again.`);
  });
}
