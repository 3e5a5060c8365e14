import { pino } from 'pino';
import { expect, test } from 'vitest';
import type { ZendeskCall } from '@smart-assistant/shared/setup/zendesk-call.ts';
import { learn } from '../../src/setup/learn.ts';
import { createSecretRefresh } from '../../src/setup/secret-refresh.ts';
import { createTenantStore } from '../../src/tenant/tenant-store.ts';
import { createTestDatabase, openAgain } from '../support/test-database.ts';

const A_MINUTE_MS = 60_000;

/** A shop whose webhook is known and signs with the secret `first`. */
async function shop() {
  const place = await createTestDatabase();
  const clock = { now: 1_800_000_000_000 };
  const now = () => clock.now;
  const masterKey = Buffer.alloc(32, 3);

  async function processWith(call: ZendeskCall) {
    const tenants = createTenantStore({ db: await openAgain(place), masterKey, now });
    const failures: string[] = [];
    const refresh = createSecretRefresh({
      ...{ tenants, now, logger: pino({ level: 'silent' }) },
      callFor: () => Promise.resolve(call),
      failed: async (slug) => void failures.push(slug),
      publicUrl: () => 'https://sa.example',
    });
    return { tenants, failures, refresh };
  }

  const { tenants } = await processWith(() => Promise.reject(new Error('never called')));
  await tenants.save({
    ...{ slug: 'acme', zendeskUrl: 'https://acme.zendesk.com', webhookId: '01WEBHOOK' },
    credentials: { kind: 'oauth', clientId: 'assistant', clientSecret: 'hush' },
    signingSecrets: ['first'],
  });
  return { clock, now, tenants, processWith };
}

const showing = (secret: string) => ({ status: 200, body: { signing_secret: { secret } } });

/** Zendesk, which shows a secret when it is told to. */
function heldAnswer() {
  let answer: (answer: { status: number; body: unknown }) => void = () => undefined;
  const answered = new Promise<{ status: number; body: unknown }>((resolve) => (answer = resolve));
  let asked: () => void = () => undefined;
  const isAsked = new Promise<void>((resolve) => (asked = resolve));
  const call: ZendeskCall = () => {
    asked();
    return answered;
  };
  return { call, isAsked, answer };
}

test('two processes that learn a rotated secret at the same time agree, and keep the former one', async () => {
  const { tenants, processWith } = await shop();
  const held = heldAnswer();
  const [one, other] = [await processWith(held.call), await processWith(held.call)];

  const both = Promise.all([one.refresh('acme', ['first']), other.refresh('acme', ['first'])]);
  await held.isAsked;
  held.answer(showing('second'));

  expect(await both).toEqual([true, true]);
  expect((await tenants.reload('acme'))?.signingSecrets).toEqual(['second', 'first']);
});

test('a secret that was read before a rotation does not push the newer one aside', async () => {
  const { now, tenants, processWith } = await shop();
  const held = heldAnswer();
  const slow = await processWith(held.call);
  const quick = await processWith(() => Promise.resolve(showing('second')));
  const tenant = (await tenants.get('acme'))!;

  const checking = learn({ call: held.call, tenants: slow.tenants, now }, tenant, {});
  await held.isAsked;
  await quick.refresh('acme', ['first']);
  held.answer(showing('first'));
  await checking;

  expect((await tenants.reload('acme'))?.signingSecrets).toEqual(['second', 'first']);
});

test('asks Zendesk once a minute at most, and tells of every signature that stayed wrong', async () => {
  const { clock, processWith } = await shop();
  let calls = 0;
  const { refresh, failures } = await processWith(() => {
    calls += 1;
    return Promise.resolve(showing('first'));
  });

  const answers = [await refresh('acme', ['first']), await refresh('acme', ['first'])];
  const callsAtOnce = calls;
  clock.now += A_MINUTE_MS;
  answers.push(await refresh('acme', ['first']));

  expect(answers).toEqual([false, false, false]);
  expect([callsAtOnce, calls]).toEqual([1, 2]);
  expect(failures).toEqual(['acme', 'acme', 'acme']);
});

test.each([
  ['does not show it', () => Promise.resolve({ status: 403, body: {} })],
  ['answers something else', () => Promise.resolve({ status: 200, body: { secret: 'no' } })],
  ['does not answer', () => Promise.reject(new Error('no network'))],
])('keeps what is known when Zendesk %s', async (_what, call) => {
  const { tenants, processWith } = await shop();
  const { refresh } = await processWith(call);

  expect(await refresh('acme', ['first'])).toBe(false);
  expect((await tenants.reload('acme'))?.signingSecrets).toEqual(['first']);
});
