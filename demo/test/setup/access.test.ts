import type { CallCredentials } from '@smart-assistant/shared/setup/account.ts';
import { plan } from '@smart-assistant/shared/setup/plan.ts';
import { readAccount } from '@smart-assistant/shared/setup/read-account.ts';
import type { ZendeskCall } from '@smart-assistant/shared/setup/zendesk-call.ts';
import { startReceiver } from '../../../sandbox/test/receiver.ts';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { NOW } from './account-under-test.ts';
import { callWithToken } from './call-with-token.ts';
import { startHealthy } from './healthy-account.ts';
import type { HealthyAccount } from './healthy-account.ts';

const SESSION: CallCredentials = { kind: 'session' };
const RENEWED: CallCredentials = { kind: 'oauth', renews: true };
const GIVEN: CallCredentials = { kind: 'oauth', renews: false };
const DAY_MS = 24 * 60 * 60 * 1000;

let it: HealthyAccount;

beforeEach(async () => {
  it = await startHealthy();
});

afterEach(() => it.sandbox.stop());

async function check(call: ZendeskCall, credentials: CallCredentials, now = NOW) {
  return plan(it.spec, await readAccount(call, it.spec, { credentials, now }));
}

async function findings(call: ZendeskCall, credentials: CallCredentials, now = NOW) {
  return (await check(call, credentials, now)).findings;
}

const callWith = (scope: string, expires_in?: number) =>
  callWithToken(it.account, scope, expires_in);

/** Answers some paths with a status, as an account without the right or the feature does. */
function without(path: RegExp, status = 403): ZendeskCall {
  return (call) =>
    path.test(call.path)
      ? Promise.resolve({ status, body: { error: { title: 'Forbidden', message: 'No.' } } })
      : it.call(call);
}

const codes = (found: { code: string }[]) => found.map(({ code }) => code);

describe('who is calling', () => {
  test('an agent in the app is told to be an admin, and still sees what is fine', async () => {
    const { findings: found, passed } = await check(it.callAs('bob'), SESSION);

    expect(found.find(({ code }) => code === 'not_admin')).toMatchObject({
      ...{ severity: 'broken', expected: 'admin', actual: 'agent' },
    });
    expect(found.find(({ code }) => code === 'part_unreadable')).toMatchObject({
      params: { part: 'deliveries', reason: 'forbidden' },
    });
    expect(passed.map((each) => each.check)).toContain('trigger_right');
  });

  test('a server whose user is only an agent is degraded, as an end user it is broken', async () => {
    const token: CallCredentials = { kind: 'api-token' };

    expect(codes(await findings(it.callAs('bob'), token))).toContain('server_not_admin');
    expect(codes(await findings(it.callAs('alice'), token))).toContain('user_is_end_user');
  });

  test('a server whose user does not see all tickets is broken, and told where to lift it', async () => {
    const user = { ticket_restriction: 'groups' };
    await it.api('PUT', `/users/${it.account.users['assistant']!.id}`, { user });

    const found = await findings(await callWith('read write'), RENEWED);

    expect(found).toMatchObject([
      {
        ...{ code: 'user_restricted', severity: 'broken', actual: 'groups' },
        fix: { kind: 'person', place: expect.stringMatching(/> All tickets$/) },
      },
    ]);
  });

  test('an end user sees their own tickets only, which is not said twice', async () => {
    const found = await findings(it.callAs('alice'), { kind: 'api-token' });

    expect(codes(found)).not.toContain('user_restricted');
  });

  test.each(['webhooks', 'triggers'])(
    'a server that may not read the %s works on, unchecked there, and says who could let it',
    async (part) => {
      const token: CallCredentials = { kind: 'api-token' };
      const isOf = new RegExp(`/${part}\\?`);
      const call: ZendeskCall = (request) =>
        isOf.test(request.path)
          ? Promise.resolve({ status: 403, body: {} })
          : it.callAs('bob')(request);

      const { findings: found, isWorking } = await check(call, token);

      expect(isWorking).toBe(true);
      expect(found.find((each) => each.params['part'] === part)).toMatchObject({
        ...{ code: 'part_unreadable', severity: 'degraded' },
        fix: { kind: 'person', place: expect.stringMatching(/Team members > Bob Keller$/) },
      });
    },
  );

  test('nobody is named, not mistaken for an account without triggers', async () => {
    const nobody: ZendeskCall = async ({ method, path }) => {
      const answer = await fetch(`${it.account.url}${path}`, { method });
      return { status: answer.status, body: await answer.json() };
    };

    const found = await findings(nobody, SESSION);

    expect(codes(found)).toContain('not_signed_in');
    expect(codes(found).filter((code) => code.endsWith('_missing'))).toEqual([]);
  });

  test('a suspended user is named', async () => {
    const call: ZendeskCall = async (request) => {
      const answer = await it.call(request);
      if (request.path !== '/api/v2/users/me') return answer;
      const { user } = answer.body as { user: object };
      return { ...answer, body: { user: { ...user, suspended: true } } };
    };

    expect(codes(await findings(call, RENEWED))).toContain('user_suspended');
  });
});

describe('API tokens', () => {
  const TOKEN: CallCredentials = { kind: 'api-token' };

  test('are counted down to the day on which all of them stop', async () => {
    const [found] = await findings(it.call, TOKEN);

    expect(found).toMatchObject({ code: 'api_token_ends', params: { days: '157' } });
    expect(found!.why).toContain('2027-04-30, in 157 days');
  });

  test('are over on that day', async () => {
    const found = await findings(it.call, TOKEN, Date.parse('2027-04-30T00:00:00Z'));

    expect(codes(found)).toEqual(['api_token_ended']);
  });

  test('are of no use where the account lets none in', async () => {
    it.account.switches.apiTokens = 'disabled';

    const found = await findings(await callWith('read write'), TOKEN);

    expect(codes(found)).toContain('api_token_access_off');
  });
});

describe('OAuth', () => {
  test('with read and write is all that is needed', async () => {
    const { findings: found, passed } = await check(await callWith('read write'), RENEWED);

    expect(found).toEqual([]);
    expect(passed.map((each) => each.check)).toContain('scopes_suffice');
  });

  test('with write for tickets only cannot set up, but works', async () => {
    const found = await findings(await callWith('read tickets:write'), RENEWED);

    expect(found).toMatchObject([{ code: 'scope_narrow', params: { scope: 'write' } }]);
  });

  test.each([
    ['read', 'write'],
    ['write', 'read'],
    ['tickets:read tickets:write users:read hc:read', 'read'],
  ])('with the scope %s lacks %s', async (scope, lacking) => {
    const found = await findings(await callWith(scope), RENEWED);

    expect(found.find(({ code }) => code === 'scope_missing')).toMatchObject({
      params: { scope: lacking },
    });
  });

  test('with an unknown scope is refused everywhere, and named', async () => {
    const scopes = ['read', 'write', 'ticket_fields:read'];

    const found = await findings(await callWith(scopes.join(' ')), { ...RENEWED, scopes });

    expect(found.find(({ code }) => code === 'scope_unknown')).toMatchObject({
      params: { scope: 'ticket_fields:read' },
    });
  });

  test('warns of a token that ends, unless it is renewed', async () => {
    const call = await callWith('read write', 172_800);

    expect(codes(await findings(call, GIVEN))).toEqual(['token_expires']);
    expect(codes(await findings(call, GIVEN, NOW + 2 * DAY_MS))).toEqual(['token_expired']);
    expect(await findings(call, RENEWED)).toEqual([]);
  });
});

describe('what may not be read', () => {
  test.each([
    ['ticket fields', /ticket_fields/],
    ['webhooks', /\/webhooks\?/],
    ['triggers', /\/triggers\?/],
  ])('breaks the check when it is the %s, and plans no write for them', async (part, path) => {
    const found = await findings(without(path), SESSION);

    expect(found).toMatchObject([
      { code: 'need_unreadable', severity: 'broken', params: { part } },
    ]);
  });

  test.each([
    ['ticket forms', /ticket_forms/],
    ['deliveries', /invocations/],
    ['automations', /automations/],
    ['macros', /macros/],
    ['apps', /installations/],
  ])('is said, and no more, when it is the %s', async (part, path) => {
    const found = await findings(without(path), SESSION);

    expect(found).toMatchObject([
      { code: 'part_unreadable', severity: 'advice', params: { part, reason: 'forbidden' } },
    ]);
    expect(await findings(without(path, 404), SESSION)).toEqual([]);
    expect(await findings(without(path, 500), SESSION)).toMatchObject([
      { params: { reason: 'failed' }, actual: '500' },
    ]);
  });

  test.each([403, 404])('is no help center when it answers %i', async (status) => {
    const found = await findings(without(/help_center/, status), SESSION);

    expect(codes(found)).toEqual(['no_help_center']);
  });

  test.each([
    [401, RENEWED, /OAuth clients$/],
    [401, SESSION, /^Sign in/],
    [500, SESSION, /^Try again later$/],
  ])('says where to mend it, answered %i', async (status, credentials, place) => {
    const found = await findings(without(/triggers\?/, status), credentials);

    expect(found.find(({ code }) => code === 'need_unreadable')?.fix).toMatchObject({
      place: expect.stringMatching(place),
    });
  });

  test('is everything when nothing answers, and nothing is written then', async () => {
    const silent: ZendeskCall = () => Promise.reject(new Error('no network'));

    const { findings: found, isWorking } = await check(silent, SESSION);

    expect(isWorking).toBe(false);
    expect(found.filter(({ fix }) => fix.kind === 'write')).toEqual([]);
  });
});

test('tells of each part as it is read', async () => {
  const seen: string[] = [];

  await readAccount(it.call, it.spec, {
    ...{ credentials: SESSION, now: NOW },
    onProgress: ({ part, done, total }) => seen.push(`${part} ${done}/${total}`),
  });

  expect(seen).toHaveLength(13);
  expect(seen.at(-1)).toMatch(/13\/13$/);
});

test('reads lists of several pages', async () => {
  for (let count = 0; count < 110; count += 1) {
    await it.api('POST', '/ticket_fields', { ticket_field: { type: 'text', title: `F ${count}` } });
  }
  it.spec.stateFieldId = undefined;
  await it.api('DELETE', `/ticket_fields/${it.fieldId}`);

  await it.fix();

  expect((await it.check()).findings).toEqual([]);
});

describe('deliveries', () => {
  test.each([
    { answers: [200, 200], finds: [] },
    { answers: [500, 200], finds: ['deliveries_some_failed'] },
    { answers: [200, 500, 500, 500], finds: ['deliveries_failing'] },
    { answers: [404], finds: ['deliveries_failing'] },
  ])('answered $answers are judged as $finds', async ({ answers, finds }) => {
    const receiver = await startReceiver();
    it.spec.backendUrl = receiver.url.replace(/\/zendesk_webhook.*/, '');
    await it.fix();
    receiver.answers.push(...answers.map((status) => ({ status })));

    for (const index of answers.keys()) {
      it.account.createTicket({ by: 'alice', subject: `Question ${index}`, text: 'Hello?' });
      await it.sandbox.settle();
    }
    const { findings: found, passed } = await check(it.call, SESSION);
    await receiver.stop();

    expect(codes(found)).toEqual(finds);
    expect(passed.some((each) => each.check === 'deliveries_arrive')).toBe(finds.length === 0);
  });
});
