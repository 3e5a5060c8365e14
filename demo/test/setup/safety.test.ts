import { applyFixes } from '@smart-assistant/shared/setup/apply.ts';
import { plan } from '@smart-assistant/shared/setup/plan.ts';
import { readAccount } from '@smart-assistant/shared/setup/read-account.ts';
import { undoFixes } from '@smart-assistant/shared/setup/undo.ts';
import type { ZendeskCall } from '@smart-assistant/shared/setup/zendesk-call.ts';
import { TRIGGERS, webhookSpec } from '@smart-assistant/shared/setup-spec.ts';
import { afterEach, describe, expect, test } from 'vitest';
import { startReceiver } from '../../../sandbox/test/receiver.ts';
import { startAccount } from './account-under-test.ts';
import type { AccountUnderTest } from './account-under-test.ts';
import { foreignObjects, ownIds, startHealthy } from './healthy-account.ts';

let stop: () => Promise<unknown> = async () => undefined;

afterEach(() => stop());

async function givenEmpty() {
  const it = await startAccount();
  stop = () => it.sandbox.stop();
  return it;
}

async function givenHealthy() {
  const it = await startHealthy();
  stop = () => it.sandbox.stop();
  return it;
}

/** How many objects of ours there are. */
async function countOurs({ api, account }: AccountUnderTest) {
  const { ticket_fields: fields } = await api('GET', '/ticket_fields');
  const { webhooks } = await api('GET', '/webhooks');
  const { triggers } = await api('GET', '/triggers');
  const isOurs = (object: { title?: string; name?: string }) =>
    /Smart Assistant(?: state)?$|^Notify (?:Assistant|closed)/.test(object.title ?? object.name!);
  const count = (list: object[]) => list.filter(isOurs).length;
  account.clearCalls();
  return [count(fields), count(webhooks), count(triggers)];
}

/** Everything that matters of what set-up may touch. */
async function snapshot(it: AccountUnderTest) {
  const all: Record<string, unknown> = {};
  for (const list of ['ticket_fields', 'webhooks', 'triggers']) {
    const answer = await it.api('GET', `/${list}`);
    for (const { updated_at: _, updated_by: __, ...each } of answer[list]) {
      all[`${list}/${each.id}`] = each;
    }
  }
  return all;
}

/** Lets so many writes through; then nothing answers any more, and the write after them lands or does not. */
function dyingAfter(writes: number, call: ZendeskCall, lands: boolean): ZendeskCall {
  let left = writes;
  return async (request) => {
    if (request.method === 'GET' && left >= 0) return call(request);
    left -= 1;
    if (left >= 0) return call(request);
    if (left === -1 && lands) await call(request);
    throw new Error('connection lost');
  };
}

describe('a run that dies half way', () => {
  const deaths = [0, 1, 2, 3].flatMap((writes) =>
    [true, false].map((lands) => ({ writes, lands })),
  );

  test.each(deaths)(
    'after $writes writes is completed by the next (the last one lands: $lands)',
    async ({ writes, lands }) => {
      const it = await givenEmpty();
      const { findings } = await it.check();

      const died = await applyFixes(dyingAfter(writes, it.call, lands), it.spec, findings);
      await it.fix();

      expect(died.results.filter(({ outcome }) => outcome === 'written')).toHaveLength(writes);
      expect((await it.check()).findings).toEqual([]);
      expect(await countOurs(it)).toEqual([1, 1, 2]);
    },
  );
});

/** Holds every creation until both have got there, so that neither can see the other's. */
function meetingBefore(calls: ZendeskCall[]): ZendeskCall[] {
  const waiting = new Map<string, () => void>();
  return calls.map((call) => async (request) => {
    if (request.method !== 'POST') return call(request);
    const other = waiting.get(request.path);
    if (other) {
      waiting.delete(request.path);
      other();
    } else {
      await new Promise<void>((resolve) => waiting.set(request.path, resolve));
    }
    return call(request);
  });
}

test('two admins who create at the same time leave one object of each kind', async () => {
  const it = await givenEmpty();
  const { findings } = await it.check();
  const calls = meetingBefore([it.callAs('ada'), it.callAs('assistant')]);

  const both = await Promise.all(calls.map((call) => applyFixes(call, { ...it.spec }, findings)));

  expect(await countOurs(it)).toEqual([1, 1, 2]);
  expect(both[0]!.found).toEqual(both[1]!.found);
  expect(both.flatMap(({ undo }) => undo)).toHaveLength(4);
  expect((await it.check()).findings).toEqual([]);
});

test('an agent without the right is refused each write by name, and nothing changes', async () => {
  const it = await givenEmpty();
  const { findings } = await it.check();
  const before = await snapshot(it);

  const { results, undo } = await applyFixes(it.callAs('bob'), it.spec, findings);

  expect(results).toMatchObject([
    { code: 'field_missing', outcome: 'refused', status: 403 },
    { code: 'webhook_missing', outcome: 'refused', status: 403 },
    { code: 'trigger_missing', outcome: 'blocked' },
    { code: 'trigger_missing', outcome: 'blocked' },
  ]);
  expect(results[0]!.message).toMatch(/\w/);
  expect(undo).toEqual([]);
  expect(await snapshot(it)).toEqual(before);
});

test('a refusal half way stops no other object', async () => {
  const it = await givenHealthy();
  await it.field({ active: false });
  await it.webhook({ status: 'inactive' });
  const { findings } = await it.check();
  const refusing: ZendeskCall = async (request) =>
    request.method === 'PUT'
      ? {
          status: 422,
          body: { error: 'RecordInvalid', details: { base: [{ description: 'No.' }] } },
        }
      : it.call(request);

  const { results } = await applyFixes(refusing, it.spec, findings);

  expect(results).toMatchObject([
    { code: 'field_inactive', outcome: 'refused', status: 422, message: 'No.' },
    { code: 'webhook_inactive', outcome: 'written' },
  ]);
});

test('only what was chosen is written', async () => {
  const it = await givenHealthy();
  await it.field({ active: false, required: true });
  await it.editTrigger('closed', { active: false });
  const { findings } = await it.check();
  it.account.clearCalls();

  await it.fix(findings.filter(({ code }) => code === 'field_required'));

  expect(it.writes()).toEqual([`PUT /api/v2/ticket_fields/${it.fieldId}`]);
  expect((await it.check()).findings.map(({ code }) => code)).toEqual([
    'field_inactive',
    'trigger_inactive',
  ]);
});

test('a trigger is written whole, once for all its findings', async () => {
  const it = await givenHealthy();
  const { actions, category_id } = await it.trigger('comment');
  const tag = { field: 'current_tags', value: 'seen' };
  const via = { field: 'current_via_id', operator: 'is_not', value: '5' };
  await it.editTrigger('comment', {
    ...{ title: 'SA: comment', description: 'Ask Ada', active: false },
    conditions: { all: [via], any: [] },
    actions: [tag, ...actions],
  });
  it.account.clearCalls();

  await it.fix();

  expect(it.writes()).toEqual([`PUT /api/v2/triggers/${it.triggerIds.comment}`]);
  expect(await it.trigger('comment')).toMatchObject({
    ...{ title: 'SA: comment', description: 'Ask Ada', active: true, category_id },
    conditions: { all: [{ field: 'comment_is_public', operator: 'is', value: 'true' }], any: [] },
    actions: [tag, ...actions],
  });
});

test('a webhook keeps its authentication and its signing secret', async () => {
  const it = await givenHealthy();
  const receiver = await startReceiver();
  stop = async () => Promise.all([receiver.stop(), it.sandbox.stop()]);
  it.spec.backendUrl = receiver.url.replace(/\/zendesk_webhook.*/, '');
  const authentication = {
    ...{ type: 'bearer_token', add_position: 'header', data: { token: 'abc' } },
  };
  await it.webhook({ authentication, custom_headers: { 'x-shop': 'acme' }, status: 'inactive' });
  const secret = await it.api('GET', `/webhooks/${it.webhookId}/signing_secret`);

  await it.fix();
  await it.api('POST', `/webhooks/test?webhook_id=${it.webhookId}`, { request: { payload: '{}' } });

  expect(receiver.received[0]!.headers).toMatchObject({
    authorization: 'Bearer abc',
    'x-shop': 'acme',
  });
  expect(await it.api('GET', `/webhooks/${it.webhookId}/signing_secret`)).toEqual(secret);
});

test('another installation of ours in the same account is left alone', async () => {
  const it = await givenHealthy();
  const foreign = await foreignObjects(it, new Set([it.fieldId]));
  const staging = { backendUrl: 'https://staging.example.com', slug: 'acme-staging' };
  const account = await readAccount(it.call, staging, { credentials: { kind: 'session' }, now: 0 });

  const { findings } = plan(staging, account);
  await applyFixes(it.call, staging, findings);

  const now = await foreignObjects(it, new Set([it.fieldId]));
  expect(now).toMatchObject(foreign);
  expect(now[`webhooks/${it.webhookId}`]).toMatchObject({
    endpoint: webhookSpec(it.spec.backendUrl, 'acme').endpoint,
  });
  expect(findings.map(({ code }) => code)).toContain('other_installation');
});

describe('undo', () => {
  test('takes a whole set-up back', async () => {
    const it = await givenEmpty();
    const before = await snapshot(it);
    const { undo } = await it.fix();

    const results = await undoFixes(it.call, undo);

    expect(results.map(({ outcome }) => outcome)).toEqual(Array(4).fill('undone'));
    expect(await snapshot(it)).toEqual(before);
  });

  test('takes each mended object back to what it was', async () => {
    const it = await givenHealthy();
    await it.field({ required: true, visible_in_portal: true });
    await it.webhook({ endpoint: 'https://old.example.com/hook', request_format: 'xml' });
    await it.conditions('comment', { all: [{ field: 'priority', operator: 'is', value: 'low' }] });
    await it.body('closed', () => 'closed: {{ticket.id}}');
    const before = await snapshot(it);
    const { undo } = await it.fix();

    const results = await undoFixes(it.call, JSON.parse(JSON.stringify(undo)));

    expect(results.map(({ outcome }) => outcome)).toEqual(Array(4).fill('undone'));
    expect(await snapshot(it)).toEqual(before);
  });

  test('takes one of several fixes back', async () => {
    const it = await givenHealthy();
    await it.field({ required: true });
    await it.webhook({ status: 'inactive' });
    const { undo } = await it.fix();

    await undoFixes(
      it.call,
      undo.filter(({ object }) => object.kind === 'webhook'),
    );

    expect((await it.check()).findings.map(({ code }) => code)).toEqual(['webhook_inactive']);
  });

  test('leaves alone what somebody has edited since', async () => {
    const it = await givenHealthy();
    await it.editTrigger('comment', { active: false });
    await it.webhook({ status: 'inactive' });
    const { undo } = await it.fix();
    await it.conditions('comment', {
      all: [{ field: 'comment_is_public', operator: 'is', value: 'requester_can_see_comment' }],
    });
    it.account.clearCalls();

    const results = await undoFixes(it.call, undo);

    expect(results.map(({ outcome }) => outcome)).toEqual(['changed_since', 'undone']);
    expect(it.writes()).toEqual([`PATCH /api/v2/webhooks/${it.webhookId}`]);
  });

  test('says so when Zendesk refuses or does not answer', async () => {
    const it = await givenHealthy();
    await it.editTrigger('comment', { active: false });
    await it.webhook({ status: 'inactive' });
    const { undo } = await it.fix();

    const refused = await undoFixes(it.callAs('bob'), undo);
    const failed = await undoFixes(() => Promise.reject(new Error('no network')), undo);

    expect(refused).toMatchObject(Array(2).fill({ outcome: 'refused', status: 403 }));
    expect(failed).toMatchObject(Array(2).fill({ outcome: 'failed', status: 0 }));
  });
});

test('finds what is ours by its mark when no id is stored', async () => {
  const it = await givenHealthy();
  it.spec.stateFieldId = undefined;
  it.spec.webhookId = undefined;

  const { found, findings } = await it.check();

  expect(findings).toEqual([]);
  expect(Object.values(found).toSorted()).toEqual(ownIds(it).toSorted());
});

test('finds a field made by hand through the bodies that carry it', async () => {
  const it = await startHealthy({ isManual: true });
  stop = () => it.sandbox.stop();
  await it.field({ title: 'sa_user_info', agent_description: '' });
  it.spec.stateFieldId = undefined;

  const { found, findings } = await it.check();

  expect(found.stateFieldId).toBe(it.fieldId);
  expect(findings.map(({ code }) => code)).toEqual(['body_manual', 'body_manual']);
});

test('keeps to the stored field that the bodies carry, whatever else bears the mark', async () => {
  const it = await startHealthy({ isManual: true });
  stop = () => it.sandbox.stop();
  const { ticket_field: field } = await it.api('POST', '/ticket_fields', {
    ticket_field: { type: 'text', title: 'sa_user_info' },
  });
  for (const { key, manualBody } of TRIGGERS) await it.body(key, () => manualBody(field.id));
  it.spec.stateFieldId = String(field.id);
  it.account.clearCalls();

  const { findings, found } = await it.check();
  await it.fix(findings.filter(({ severity }) => severity !== 'advice'));

  expect(found.stateFieldId).toBe(String(field.id));
  expect(findings.map(({ code }) => code)).toContain('field_duplicate');
  expect(findings.filter(({ severity }) => severity === 'broken')).toEqual([]);
  expect(it.writes()).toEqual([]);
});
