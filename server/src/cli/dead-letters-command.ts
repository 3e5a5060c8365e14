import { Command } from 'commander';
import type { ProcessInbox } from '../inbox/create-inbox.ts';
import type { DeadLetter } from '../inbox/dead-letters.ts';
import type { WaitingWork } from '../inbox/waiting-work.ts';
import type { CommandIo } from './run-command.ts';
import { withInbox } from './with-inbox.ts';

interface Flags {
  tenant?: string;
  waiting?: boolean;
  json?: boolean;
}

/** `npm run dead-letters -- …` */
export function deadLettersCommand(io: CommandIo): Command {
  return new Command('npm run dead-letters --')
    .description(
      'Lists the work that failed for good, newest first, or that waits for another attempt; at most 200. Changes nothing; servers may be running.',
    )
    .option('--tenant <slug>', 'only those of one shop')
    .option('--waiting', 'the work instead that waits for another attempt, longest waiting first')
    .option('--json', 'as JSON, for other programs')
    .addHelpText(
      'after',
      '\nEnds with 0 whether there are any or not, and with 1 when they cannot be read.',
    )
    .action((flags: Flags) =>
      withInbox(io, flags.tenant, async (inbox) => {
        io.print(flags.waiting ? await waitingWork(inbox, flags) : await deadLetters(inbox, flags));
      }),
    );
}

async function deadLetters(inbox: ProcessInbox, { tenant, json }: Flags): Promise<string> {
  const letters = await inbox.deadLetters(tenant);
  if (json) return JSON.stringify(letters, null, 2);
  return letters.length > 0 ? describe(letters) : noneText(await inbox.countWaitingWork(tenant));
}

async function waitingWork(inbox: ProcessInbox, { tenant, json }: Flags): Promise<string> {
  const work = (await inbox.waitingWork(tenant)).map(withIsoTimes);
  if (json) return JSON.stringify(work, null, 2);
  if (work.length === 0) return 'No work waits for another attempt.';
  return [
    ...work.map(describeWaiting),
    '',
    'When the cause is mended: npm run replay -- --tenant <slug> --ticket <id>, or --all, brings it forward',
  ].join('\n');
}

const withIsoTimes = ({ nextAttemptAt, waitingSince, ...work }: WaitingWork) => ({
  ...work,
  nextAttemptAt: new Date(nextAttemptAt).toISOString(),
  waitingSince: new Date(waitingSince).toISOString(),
});

function describeWaiting(work: ReturnType<typeof withIsoTimes>): string {
  const { tenant, ticketId, attempts, errorCode, nextAttemptAt, waitingSince } = work;
  return `${tenant}  ticket ${ticketId}  waits since ${waitingSince}, next attempt ${nextAttemptAt}, after ${triesText(attempts)}  ${errorCode}`;
}

const triesText = (attempts: number): string =>
  attempts === 1 ? '1 attempt' : `${attempts} attempts`;

function noneText(waiting: number): string {
  const none = 'No dead letters: no work has failed for good.';
  if (waiting === 0) return none;
  const wait = waiting === 1 ? '1 ticket waits' : `${waiting} tickets wait`;
  return `${none} ${wait} for another attempt; --waiting lists such work.`;
}

function describe(letters: readonly DeadLetter[]): string {
  return [
    ...letters.map(describeOne),
    '',
    'When the cause is mended: npm run replay -- --tenant <slug> --ticket <id>, or --all',
  ].join('\n');
}

function describeOne({ tenant, ticketId, deadAt, attempts, errorCode, message }: DeadLetter) {
  const since = new Date(deadAt).toISOString().replace('T', ' ').slice(0, 16);
  return `${tenant}  ticket ${ticketId}  gave up ${since} UTC after ${triesText(attempts)}  ${errorCode}\n  ${message}`;
}
