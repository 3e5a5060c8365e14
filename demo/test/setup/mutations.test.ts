import type { Finding, Plan } from '@smart-assistant/shared/setup/finding.ts';
import { afterEach, describe, expect, test } from 'vitest';
import { foreignObjects, ownIds, startHealthy } from './healthy-account.ts';
import type { HealthyAccount } from './healthy-account.ts';
import { ACCESS_MUTATIONS } from './mutations/access.ts';
import { BODY_MUTATIONS } from './mutations/bodies.ts';
import { CONDITION_MUTATIONS } from './mutations/conditions.ts';
import { FIELD_MUTATIONS } from './mutations/field.ts';
import { HARMLESS_MUTATIONS } from './mutations/harmless.ts';
import type { Mutation } from './mutations/mutation.ts';
import { OTHER_MUTATIONS } from './mutations/others.ts';
import { TRIGGER_STATE_MUTATIONS } from './mutations/trigger-state.ts';
import { WEBHOOK_MUTATIONS } from './mutations/webhook.ts';

const GROUPS = {
  'who signs in': ACCESS_MUTATIONS,
  'the ticket field': FIELD_MUTATIONS,
  'the webhook': WEBHOOK_MUTATIONS,
  'the triggers': TRIGGER_STATE_MUTATIONS,
  'the conditions': CONDITION_MUTATIONS,
  'the bodies': BODY_MUTATIONS,
  'other writers': OTHER_MUTATIONS,
  'what makes no difference': HARMLESS_MUTATIONS,
};

let it: HealthyAccount;

afterEach(() => it.sandbox.stop());

describe.each(Object.entries(GROUPS))('%s', (_group, mutations) => {
  test.each(mutations)('$name', async (mutation: Mutation) => {
    it = await startHealthy(mutation);
    const ours = new Set([...ownIds(it), ...(await created(mutation))]);
    const foreign = await foreignObjects(it, ours);
    it.account.clearCalls();

    const check = mutation.isServers ? it.checkAsServer : it.check;
    const found = await check();
    const writesOfCheck = it.writes();
    const applied = await it.fix(found.findings);
    const after = await check();
    it.account.clearCalls();
    await it.fix(found.findings);
    await it.fix(after.findings);

    expect(codesOf(found)).toEqual(mutation.finds.toSorted());
    expect(found.findings.filter(isUnnamed)).toEqual([]);
    expect(applied.results.filter(({ outcome }) => outcome !== 'written')).toEqual([]);
    expect(codesOf(after)).toEqual((mutation.leaves ?? []).toSorted());
    expect(after.findings.filter(({ fix }) => fix.kind === 'write')).toEqual([]);
    const oursNow = new Set([...ours, ...Object.values(applied.found)]);
    expect(await foreignObjects(it, oursNow)).toEqual(foreign);
    expect(writesOfCheck).toEqual([]);
    expect(it.writes()).toEqual([]);
  });
});

/** Makes the mutation; answers the ids of what it created, if that is ours. */
async function created({ mutate, createsOurs }: Mutation): Promise<string[]> {
  const answer = (await mutate(it)) as Record<string, { id: string | number }> | undefined;
  return createsOurs ? Object.values(answer ?? {}).map(({ id }) => String(id)) : [];
}

function codesOf({ findings }: Plan): string[] {
  return findings.map(({ code }) => code).toSorted();
}

/** A finding names its object, and its sentence has no hole left. */
function isUnnamed({ object, why, fix }: Finding): boolean {
  const differences = fix.kind === 'write' ? fix.write.differences : [fix.place];
  return !object.name || /\{\w+\}/.test(why) || differences.length === 0;
}

test('there are mutations of every kind, and more than eighty', () => {
  const all = Object.values(GROUPS).flat();

  expect(new Set(all.map(({ name }) => name)).size).toBe(all.length);
  expect(all.filter(({ finds }) => finds.length > 0).length).toBeGreaterThan(80);
});
