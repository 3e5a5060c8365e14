import type { Migration } from '../migrate.ts';
import { ground } from './001-ground.ts';

/** In order, without gaps. A migration that has been released is never edited: add another. */
export const migrations: readonly Migration[] = [ground];
