import { Command } from 'commander';
import type { DeadLetter } from '../inbox/dead-letters.ts';
import type { CommandIo } from './run-command.ts';
import { withInbox } from './with-inbox.ts';

interface Flags {
  tenant?: string;
  json?: boolean;
}

/** `npm run dead-letters -- …` */
export function deadLettersCommand(io: CommandIo): Command {
  return new Command('npm run dead-letters --')
    .description(
      'Lists the work that failed for good, newest first, at most 200. Changes nothing; servers may be running.',
    )
    .option('--tenant <slug>', 'only those of one shop')
    .option('--json', 'as JSON, for other programs')
    .addHelpText(
      'after',
      '\nEnds with 0 whether there are any or not, and with 1 when they cannot be read.',
    )
    .action(({ tenant, json }: Flags) =>
      withInbox(io, tenant, async (inbox) => {
        const letters = await inbox.deadLetters(tenant);
        io.print(json ? JSON.stringify(letters, null, 2) : describe(letters));
      }),
    );
}

function describe(letters: readonly DeadLetter[]): string {
  if (letters.length === 0) return 'No dead letters: no work has failed for good.';
  return [
    ...letters.map(describeOne),
    '',
    'When the cause is mended: npm run replay -- --tenant <slug> --ticket <id>, or --all',
  ].join('\n');
}

function describeOne({ tenant, ticketId, deadAt, attempts, errorCode, message }: DeadLetter) {
  const since = new Date(deadAt).toISOString().replace('T', ' ').slice(0, 16);
  const tries = attempts === 1 ? '1 attempt' : `${attempts} attempts`;
  return `${tenant}  ticket ${ticketId}  gave up ${since} UTC after ${tries}  ${errorCode}\n  ${message}`;
}
