import { createInterface } from 'node:readline';
import type { CommandIo } from './run-command.ts';

/** Asks a yes-or-no question; anything but a yes, and the end of the input, is a no. */
export async function ask({ stdin, printError }: CommandIo, question: string): Promise<boolean> {
  printError(`${question} [y/N]`);
  const lines = createInterface({ input: stdin });
  try {
    for await (const line of lines) return /^y(es)?$/i.test(line.trim());
    return false;
  } finally {
    lines.close();
  }
}
