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
      'Makes work due again that failed for good, or that waits for a later attempt. Safe beside running servers, who take it up within a second: a turn looks at the ticket as it is then, and what was answered meanwhile stays as it is.',
    )
    .requiredOption('--tenant <slug>', 'the shop')
    .addOption(new Option('--ticket <id>', 'one ticket').conflicts('all'))
    .option('--all', 'all such work of the shop')
    .addHelpText(
      'after',
      '\nEnds with 0 when it did what was asked, and with 1 when the ticket has no such work.',
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
        `Ticket ${ticket} of ${tenant} has no dead letter and waits for no later attempt; ` +
          `"npm run dead-letters -- --tenant ${tenant}" lists the dead letters there are`,
      );
    }
    io.print(
      count === 0
        ? `${tenant} has no dead letters, and nothing that waits for a later attempt.`
        : `${count === 1 ? '1 ticket is' : `${count} tickets are`} due again.`,
    );
  });
}
