import { afterEach, beforeEach, expect, test } from 'vitest';
import { startAccount } from './account-under-test.ts';

let it: Awaited<ReturnType<typeof startAccount>>;

beforeEach(async () => {
  it = await startAccount();
});

afterEach(() => it.sandbox.stop());

test('makes an empty account work in one go', async () => {
  const before = await it.check();

  const applied = await it.fix(before.findings);
  const after = await it.check();

  expect(before.findings.map(({ code }) => code)).toEqual([
    'field_missing',
    'webhook_missing',
    'trigger_missing',
    'trigger_missing',
  ]);
  expect(applied.results.map(({ outcome }) => outcome)).toEqual(Array(4).fill('written'));
  expect(after).toMatchObject({ findings: [], isWorking: true, found: applied.found });
});
