import type { Command } from 'commander';
import { AppError } from '../errors.ts';
import { DatabaseError } from '../db/database-error.ts';

/** Runs a command line; what a person can mend is told in one message without a stack, with exit code 1. */
export async function runCommand(program: Command): Promise<void> {
  try {
    await program.parseAsync();
  } catch (error) {
    if (!(error instanceof AppError) && !(error instanceof DatabaseError)) throw error;
    console.error(error.message);
    process.exitCode = 1;
  }
}
