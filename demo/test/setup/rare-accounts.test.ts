import { applyFixes } from '@smart-assistant/shared/setup/apply.ts';
import { plan } from '@smart-assistant/shared/setup/plan.ts';
import { readAccount } from '@smart-assistant/shared/setup/read-account.ts';
import type { ZendeskCall } from '@smart-assistant/shared/setup/zendesk-call.ts';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { NOW } from './account-under-test.ts';
import { startHealthy } from './healthy-account.ts';
import type { HealthyAccount } from './healthy-account.ts';

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- answers of an API we drive ourselves here
type Json = any;

let it: HealthyAccount;

beforeEach(async () => {
  it = await startHealthy();
});

afterEach(() => it.sandbox.stop());

/** What the sandbox answers to a GET, changed into what only few real accounts answer. */
function answering(path: RegExp, change: (body: Json) => Json): ZendeskCall {
  return async (request) => {
    const answer = await it.call(request);
    if (request.method !== 'GET' || !path.test(request.path)) return answer;
    return { ...answer, body: change(structuredClone(answer.body)) };
  };
}

async function check(call: ZendeskCall) {
  const account = await readAccount(call, it.spec, { credentials: { kind: 'session' }, now: NOW });
  return plan(it.spec, account);
}

test('a help center whose articles are drafts or for some people only has none for customers', async () => {
  const call = answering(/help_center\/articles/, ({ articles }) => ({
    articles: articles.map((article: object, index: number) =>
      index % 2 === 0 ? { ...article, draft: true } : { ...article, user_segment_id: 5 },
    ),
  }));

  expect((await check(call)).findings).toMatchObject([{ code: 'no_articles' }]);
});

test('a field that agents may not edit is for a person to open: the API cannot', async () => {
  const call = answering(/ticket_fields/, ({ ticket_fields: fields, ...page }) => ({
    ...page,
    ticket_fields: fields.map((field: object) => ({ ...field, agent_can_edit: false })),
  }));

  const [found, ...others] = (await check(call)).findings;

  expect(found).toMatchObject({ code: 'field_not_agent_editable', fix: { kind: 'person' } });
  expect(others).toEqual([]);
});

test('a webhook that an app made is replaced, because nobody can read its secret', async () => {
  const call = answering(/\/webhooks/, (body) => {
    for (const webhook of body.webhooks ?? []) {
      if (webhook.id === it.webhookId) webhook.external_source = { type: 'app', id: '7' };
    }
    return body;
  });

  const { findings } = await check(call);
  const { found, results } = await applyFixes(call, it.spec, findings);

  expect(findings.map(({ code }) => code).toSorted()).toEqual([
    'trigger_wrong_webhook',
    'trigger_wrong_webhook',
    'webhook_made_by_app',
    'webhook_missing',
  ]);
  expect(results.map(({ outcome }) => outcome)).toEqual(Array(4).fill('written'));
  expect(found.webhookId).not.toBe(it.webhookId);
  expect((await it.trigger('comment')).actions[0].value[0]).toBe(found.webhookId);
  expect((await it.api('GET', `/webhooks/${it.webhookId}`)).webhook.status).toBe('inactive');
});

test.each([
  ['ticket fields', /ticket_fields/, 'ticket_fields'],
  ['webhooks', /\/webhooks\?/, 'webhooks'],
  ['triggers', /\/triggers\?/, 'triggers'],
])(
  'among more %s than are read, none is created beside a possible one',
  async (part, path, key) => {
    const call = answering(path, (body) => ({
      ...{ [key]: body[key].filter((each: Json) => !isOurs(each)) },
      // Always another page, which begins after the first item.
      meta: { has_more: true, after_cursor: Buffer.from('i:0').toString('base64url') },
    }));

    const { findings } = await check(call);
    it.account.clearCalls();
    await applyFixes(call, it.spec, findings);

    expect(findings.find(({ code }) => code === 'list_cut')).toMatchObject({ params: { part } });
    expect(it.writes()).toEqual([]);
  },
);

function isOurs({ id }: { id: string | number }): boolean {
  return [it.fieldId, it.webhookId, ...Object.values(it.triggerIds)].includes(String(id));
}

test('via ids, which come back as numbers, are written as text', async () => {
  const via = { field: 'via_id', operator: 'is', value: '4' };
  const isPublic = { field: 'comment_is_public', operator: 'is', value: 'true' };
  await it.conditions('comment', { all: [isPublic, via] });
  await it.editTrigger('comment', { active: false });
  const { findings } = await it.check();

  const { results } = await it.fix(findings.filter(({ code }) => code === 'trigger_inactive'));

  expect(results).toMatchObject([{ outcome: 'written' }]);
  expect((await it.trigger('comment')).conditions.all).toEqual([isPublic, { ...via, value: 4 }]);
});
