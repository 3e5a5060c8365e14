import type { Installation } from '../installation.ts';

/** The little that pages need from an account beyond its HTTP API: secure settings never pass through that. */
export interface PagesAccount {
  readonly subdomain: string;
  readonly url: string;
  readonly installations: readonly Installation[];
}
