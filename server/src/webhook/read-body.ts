import type { IncomingMessage } from 'node:http';
import { AppError } from '../errors.ts';

/** Zendesk refuses larger payloads: https://support.zendesk.com/hc/en-us/articles/4408839108378 */
export const MAX_BODY_BYTES = 256 * 1024;

/**
 * The body's bytes as they came, whatever their type. Throws `body_too_large` at the first byte too many and
 * leaves the rest unread: the caller must close the connection.
 */
export async function readBody(req: IncomingMessage): Promise<Buffer> {
  if (Number(req.headers['content-length']) > MAX_BODY_BYTES) throw tooLarge();

  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    const endedEarly = () => reject(new AppError('bad_request', 'The body ended early'));
    req.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size <= MAX_BODY_BYTES) return void chunks.push(chunk);
      req.removeAllListeners('data').pause();
      reject(tooLarge());
    });
    req.once('end', () => {
      req.off('close', endedEarly);
      resolve(chunks.length === 1 ? chunks[0]! : Buffer.concat(chunks));
    });
    req.once('error', reject);
    req.once('close', endedEarly);
  });
}

function tooLarge(): AppError {
  return new AppError('body_too_large', `The body has more than ${MAX_BODY_BYTES} bytes`);
}
