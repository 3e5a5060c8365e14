import type { TenantCheck } from '../setup/check-tenant.ts';
import type { Mended } from '../setup/mend-tenant.ts';

/** What was found, for other programs; after --apply also what was done before. No secret is in it. */
export function jsonText({ plan, isReadable, trouble }: TenantCheck, mended?: Mended): string {
  const { findings, passed, found: ids, isWorking } = plan;
  const report = {
    ...{ isReadable, trouble, isWorking, findings, passed, ids },
    ...(mended && {
      applied: mended.applied.results,
      secret: mended.secret,
      roundTrip: mended.roundTrip,
    }),
  };
  return JSON.stringify(report, null, 2);
}
