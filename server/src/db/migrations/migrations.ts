import type { Migration } from '../migrate.ts';
import { ground } from './001-ground.ts';
import { why } from './002-why.ts';
import { sweeps } from './003-sweeps.ts';
import { setup } from './004-setup.ts';
import { nudgedBy } from './005-nudged-by.ts';
import { toldField } from './006-told-field.ts';
import { forgetting } from './007-forgetting.ts';
import { removedTenants } from './008-removed-tenants.ts';
import { sweepTroubleSince } from './009-sweep-trouble-since.ts';
import { ticketInvocations } from './010-ticket-invocations.ts';

/** In order, without gaps. A migration that has been released is never edited: add another. */
export const migrations: readonly Migration[] = [
  ground,
  why,
  sweeps,
  setup,
  nudgedBy,
  toldField,
  forgetting,
  removedTenants,
  sweepTroubleSince,
  ticketInvocations,
];
