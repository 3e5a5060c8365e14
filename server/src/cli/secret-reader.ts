import { createInterface } from 'node:readline';
import type { Interface } from 'node:readline';
import { Writable } from 'node:stream';
import { CommanderError } from 'commander';
import { AppError } from '../errors.ts';
import type { CommandIo } from './run-command.ts';

/** What a shell expects of a command that Ctrl-C ended. */
const INTERRUPTED = 130;

type SecretIo = Pick<CommandIo, 'stdin' | 'printError'>;

/**
 * Reads secrets that are given as "-" from standard input, one line each, so that they show up neither in a process list
 * nor in a shell's history. On a terminal each is asked for by its option's name, and what is typed is not shown. Any
 * other value is the secret itself. `close` gives the terminal back.
 */
export function secretReader({ stdin, printError }: SecretIo) {
  const isTerminal = 'isTTY' in stdin && stdin.isTTY === true;
  let input: ReturnType<typeof linesOf> | undefined;

  async function read(option: string, value: string | undefined): Promise<string | undefined> {
    if (value !== '-') return value;
    input ??= linesOf(stdin, isTerminal);
    if (isTerminal) printError(`${option} (what you type is not shown):`);
    const secret = await input.next();
    // In place of the line end that was typed unseen.
    if (isTerminal) printError('');
    if (input.isInterrupted()) throw new CommanderError(INTERRUPTED, 'secret.interrupted', '');
    if (secret) return secret;
    throw new AppError(
      'tenant_invalid',
      `Standard input has no line for the ${option} given as "-"`,
    );
  }

  return { read, close: () => input?.close() };
}

/** One interface for all lines: several may arrive at once. */
function linesOf(stdin: NodeJS.ReadableStream, isTerminal: boolean) {
  const lines: Interface = isTerminal
    ? createInterface({ input: stdin, output: nowhere(), terminal: true, historySize: 0 })
    : createInterface({ input: stdin });
  let interrupted = false;
  lines.on('SIGINT', () => {
    interrupted = true;
    lines.close();
  });
  const iterator = lines[Symbol.asyncIterator]();

  return {
    async next(): Promise<string> {
      const { value, done } = await iterator.next();
      return done ? '' : value.trim();
    },
    isInterrupted: () => interrupted,
    close: () => lines.close(),
  };
}

/** Readline echoes what is typed to its output. */
function nowhere(): Writable {
  return new Writable({ write: (_chunk, _encoding, done) => done() });
}
