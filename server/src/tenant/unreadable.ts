import { AppError } from '../errors.ts';

/** A shop whose row is there and cannot be opened, and why. */
export interface UnreadableTenant {
  slug: string;
  error: unknown;
}

/** What a person can do about one. */
export const WAYS_OUT_OF_UNREADABLE =
  'start with the MASTER_KEY it was sealed with, add it again in full ' +
  '("npm run tenant -- add <slug> --oauth-client-id <id> --oauth-client-secret -"), ' +
  'or remove it ("npm run tenant -- remove <slug> --yes")';

export function isKeyMismatch(error: unknown): boolean {
  return error instanceof AppError && error.code === 'master_key_mismatch';
}
