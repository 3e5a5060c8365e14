import { createInterface } from 'node:readline';
import { AppError } from '../errors.ts';

/**
 * Reads secrets that are given as "-" from a stream, one line each, so that they show up neither in a
 * process list nor in a shell's history. Any other value is the secret itself.
 */
export function secretReader(input: NodeJS.ReadableStream) {
  let lines: AsyncIterator<string> | undefined;

  return async (value: string | undefined): Promise<string | undefined> => {
    if (value !== '-') return value;
    lines ??= createInterface({ input })[Symbol.asyncIterator]();
    const { value: line, done } = await lines.next();
    const secret = done ? '' : line.trim();
    if (secret === '') {
      throw new AppError('tenant_invalid', 'Standard input has no line for a secret given as "-"');
    }
    return secret;
  };
}
