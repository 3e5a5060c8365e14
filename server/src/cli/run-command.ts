import { CommanderError } from 'commander';
import type { Command } from 'commander';
import type { Config } from '../config.ts';
import { DatabaseError } from '../db/database-error.ts';
import { AppError } from '../errors.ts';

/** The world of a command line. */
export interface CommandIo {
  /** Throws a ConfigError; called only by a command that does something. */
  config: () => Config;
  stdin: NodeJS.ReadableStream;
  print: (text: string) => void;
  printError: (text: string) => void;
}

/** Runs a command line and answers its exit code. What a person can mend is told in a message, without a stack. */
export async function runCommand(
  program: (io: CommandIo) => Command,
  args: readonly string[],
  io: CommandIo,
): Promise<number> {
  try {
    await withIo(program(io), io).parseAsync(args, { from: 'user' });
    return 0;
  } catch (error) {
    // Commander has said what is wrong, or has shown its help.
    if (error instanceof CommanderError) return error.exitCode;
    if (!(error instanceof AppError) && !(error instanceof DatabaseError)) throw error;
    io.printError(error.message);
    return 1;
  }
}

/** Makes a command and those under it write to `io` and throw where they would end the process. */
function withIo(command: Command, io: CommandIo): Command {
  command.exitOverride().configureOutput({
    writeOut: (text) => io.print(text.trimEnd()),
    writeErr: (text) => io.printError(text.trimEnd()),
  });
  for (const subcommand of command.commands) withIo(subcommand, io);
  return command;
}
