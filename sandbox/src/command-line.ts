import { parseArgs } from 'node:util';
import type { ParseArgsOptionsConfig } from 'node:util';

/** Ends the process with a sentence for the person who started it. */
export function endWith(sentence: string): never {
  process.stderr.write(`${sentence}\n`);
  process.exit(1);
}

/** The options of this process; ends it when they cannot be understood. */
export function readOptions<Options extends ParseArgsOptionsConfig>(options: Options) {
  try {
    return parseArgs({ options }).values;
  } catch (error) {
    // Node goes on with advice about escaping, which is hardly ever what is wrong.
    const [what] = (error as Error).message.split(/\.\s/);
    return endWith(`${what}; --help shows those there are.`);
  }
}

/** The port that an option gives; ends the process when it gives none. */
export function portOf<Name extends string>(values: Record<Name, string>, name: Name): number {
  const text = values[name];
  if (/^\d{1,5}$/.test(text) && Number(text) <= 65_535) return Number(text);
  return endWith(`--${name} takes a number from 0, any free port, to 65535.`);
}

/** A sentence about a port that cannot be listened on; nothing when the error is about something else. */
export function portTrouble(error: unknown, options: readonly string[]): string | undefined {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    const { syscall, code, port } = cause as NodeJS.ErrnoException & { port?: number };
    if (syscall !== 'listen') continue;
    const trouble = code === 'EADDRINUSE' ? 'is in use' : `cannot be listened on (${code})`;
    const names = options.map((name) => `--${name}`);
    const choice = `${names.slice(0, -1).join(', ')} or ${names.at(-1)}`;
    return `Port ${port} ${trouble}: stop what listens there, or choose another with ${choice}.`;
  }
  return undefined;
}
