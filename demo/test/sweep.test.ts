import { afterEach, expect, onTestFinished, test } from 'vitest';
import { SWEEP_EVERY_MS } from '@smart-assistant/server/sweep/run-sweep.ts';
import { adminCall } from '../admin-call.ts';
import { setUpAccount } from '../set-up-account.ts';
import { startStack } from '../stack.ts';
import type { Stack, StackOptions } from '../stack.ts';
import { talkOn } from './talk.ts';

const QUESTION = 'How long does standard delivery take?';
const HOUR_MS = 3_600_000;

let stack: Stack;
let talk: ReturnType<typeof talkOn>;

/** A stack whose sweep has begun; Zendesk's export tells of changes at once, so that no test waits a minute. */
async function given(options: StackOptions = {}): Promise<void> {
  stack = await startStack(options);
  stack.account.switches.incrementalLagSeconds = 0;
  talk = talkOn(stack);
  await stack.service.sweep();
  stack.account.clearCalls();
}

afterEach(async () => {
  await stack.stop();
});

/** The next sweep, and the turns it leads to. */
async function sweep(): Promise<void> {
  stack.pass(SWEEP_EVERY_MS);
  await stack.service.sweep();
  await stack.settle();
}

async function metric(name: string): Promise<number> {
  const text = await (await fetch(`${stack.service.url}/metrics`)).text();
  const found = new RegExp(`^smart_assistant_${name} (\\d+)$`, 'm').exec(text)?.[1];
  return Number(found ?? 0);
}

const reads = () =>
  stack.account.calls.filter(({ method, path }) => method === 'GET' && /\/tickets\/\d+/.test(path));

test('answers a comment whose webhook was lost with the next sweep, and counts it once', async () => {
  await given();
  stack.account.faults.delivery.lose = 1;

  const ticketId = await talk.aliceAsks(QUESTION);
  expect(talk.repliesOf(ticketId)).toEqual([]);
  await sweep();
  await sweep();

  expect(talk.repliesOf(ticketId)).toMatchObject([{ public: true }]);
  expect(await metric('missed_webhooks_total')).toBe(1);
});

test('costs no turn when every webhook arrived: one export, and a look at the comments of what changed', async () => {
  await given();
  const ticketId = await talk.aliceAsks(QUESTION);
  const log = await talk.turnLogOf(ticketId);
  stack.account.clearCalls();

  await sweep();

  expect(stack.account.calls.map(({ path }) => path)).toEqual([
    '/api/v2/incremental/tickets/cursor',
    `/api/v2/tickets/${ticketId}/comments`,
  ]);
  expect(await talk.turnLogOf(ticketId)).toHaveLength(log.length);
  expect(await metric('missed_webhooks_total')).toBe(0);

  stack.account.clearCalls();
  await sweep();
  expect(reads()).toEqual([]);
});

test('leaves alone what the account held before we came, even when it changes', async () => {
  await given();
  const written = Date.now();
  stack.pass(HOUR_MS);
  await stack.restart();
  await stack.service.sweep();

  // Ticket 1 waits for its first answer since long before.
  stack.account.update(1, { by: 'bob', tags: ['vip'] });
  await sweep();

  expect(Date.parse(stack.account.comments(1).at(-1)?.['created_at'])).toBeLessThan(written);
  expect(talk.repliesOf(1)).toEqual([]);
  expect(await metric('missed_webhooks_total')).toBe(0);
});

test('falls silent after an agent whose reply no webhook told of', async () => {
  await given();
  const ticketId = await talk.aliceAsks(QUESTION);
  stack.account.faults.delivery.lose = 1;

  stack.account.comment(ticketId, { by: 'bob', text: 'I will look after this myself.' });
  await stack.settle();
  await sweep();

  expect(await talk.stateOf(ticketId)).toMatchObject({ state: { mode: 'agent' } });
});

test('answers a ticket that was handed back, though no customer writes and no webhook tells', async () => {
  await given();
  const ticketId = await talk.aliceAsks(QUESTION);
  stack.account.update(ticketId, { by: 'bob', tags: ['assistant_takeover'] });
  stack.account.comment(ticketId, { by: 'alice', text: 'How do I return an item?' });
  await stack.settle();

  stack.account.update(ticketId, { by: 'bob', tags: ['assistant_takeover', 'assistant_handback'] });
  await stack.settle();
  await sweep();

  expect(talk.repliesOf(ticketId)).toHaveLength(2);
  expect(await talk.turnLogOf(ticketId)).toContainEqual(
    expect.objectContaining({
      action: 'replied',
      nudges: [expect.objectContaining({ by: 'sweep' })],
    }),
  );
  expect(await metric('missed_webhooks_total')).toBe(0);
});

const tagsOf = (ticketId: number) => stack.account.ticket(ticketId)['tags'] as string[];

function handBack(ticketId: number): void {
  stack.account.update(ticketId, {
    by: 'bob',
    tags: [...tagsOf(ticketId), 'assistant_handback'],
  });
}

test('takes a handback for a reason to try again what has failed for good and nobody was told of', async () => {
  await given();
  const ticketId = await talk.aliceAsks(QUESTION);
  stack.account.faults.next({ match: { method: 'PUT' }, kind: '401', times: 1_000 });
  stack.account.comment(ticketId, { by: 'alice', text: 'How do I return an item?' });
  await stack.settle();
  while ((await metric('dead_letters_total')) === 0) {
    stack.pass(6 * 60_000);
    await stack.settle();
  }
  stack.account.faults.clear();

  handBack(ticketId);
  await sweep();

  expect(talk.repliesOf(ticketId)).toMatchObject([{ public: true }, { public: true }]);
});

test('pauses itself when each of its handoffs is handed back at once', async () => {
  await given();
  const ticketId = await talk.aliceAsks('Can I talk to a human please?');

  for (let round = 0; round < 20; round += 1) {
    await stack.sandbox.advance('3 min');
    handBack(ticketId);
    await sweep();
  }

  expect(tagsOf(ticketId)).toContain('assistant_paused');
  expect(await talk.stateOf(ticketId)).toMatchObject({
    state: { mode: 'paused', last: { reason: 'loop_suspected' } },
  });
  expect(talk.repliesOf(ticketId)).toHaveLength(13);
});

test('ends a conversation whose ending no webhook told of', async () => {
  await given();
  const ticketId = await talk.aliceAsks(QUESTION);
  stack.account.faults.delivery.lose = true;

  stack.account.update(ticketId, { by: 'bob', status: 'solved' });
  await stack.settle();
  await sweep();

  expect(await talk.stateOf(ticketId)).toMatchObject({ state: { mode: 'ended' } });
  expect(await metric('missed_webhooks_total')).toBe(1);
});

test('does not call a webhook missed that told of a paused ticket', async () => {
  await given();
  const ticketId = await talk.aliceAsks(QUESTION);
  stack.account.update(ticketId, { by: 'bob', tags: ['assistant_paused'] });
  stack.account.comment(ticketId, { by: 'alice', text: 'How do I return an item?' });
  await stack.settle();

  await sweep();

  expect(await metric('missed_webhooks_total')).toBe(0);
});

test('answers what was written while the server was away', async () => {
  await given();
  stack.account.faults.delivery.lose = true;
  const ids = ['One', 'Two', 'Three'].map(
    (subject) => stack.account.createTicket({ by: 'alice', subject, text: QUESTION })['id'],
  );
  await stack.settle();
  stack.account.faults.clear();

  stack.pass(24 * HOUR_MS);
  await sweep();

  for (const id of ids) expect(talk.repliesOf(id)).toHaveLength(1);
  expect(await metric('missed_webhooks_total')).toBe(3);
});

test('sits an outage out and finds what was lost before it', async () => {
  await given();
  stack.account.faults.delivery.lose = 1;
  const ticketId = await talk.aliceAsks(QUESTION);

  stack.account.faults.next({ match: { path: /incremental/ }, kind: '503', times: 3 });
  await sweep();
  expect(talk.repliesOf(ticketId)).toEqual([]);
  await sweep();

  expect(talk.repliesOf(ticketId)).toHaveLength(1);
});

/** Zendesk's lists of comments do not have their newest one yet; answers how to end that. */
function hideNewestComments(): () => void {
  const realFetch = globalThis.fetch;
  globalThis.fetch = async (input, init) => {
    const response = await realFetch(input, init);
    if (!/\/tickets\/\d+\/comments/.test(String(input))) return response;
    const body = (await response.json()) as { comments: object[] };
    return Response.json({ ...body, comments: body.comments.slice(1) });
  };
  onTestFinished(() => void (globalThis.fetch = realFetch));
  return () => void (globalThis.fetch = realFetch);
}

test.each(['lean', 'manual'] as const)(
  'answers a comment that Zendesk did not show yet when its webhook came (%s bodies), and counts none missed',
  async (bodies) => {
    await given({ bodies });
    const ticketId = await talk.aliceAsks(QUESTION);

    const show = hideNewestComments();
    stack.account.comment(ticketId, { by: 'alice', text: 'How do I return an item?' });
    await stack.settle();
    show();
    expect(talk.repliesOf(ticketId)).toHaveLength(1);
    await sweep();
    await sweep();

    expect(talk.repliesOf(ticketId)).toHaveLength(2);
    expect(await metric('missed_webhooks_total')).toBe(0);
  },
);

test.each(['lean', 'manual'] as const)(
  'costs no turn either on a ticket that an agent has, or that is paused (%s bodies)',
  async (bodies) => {
    await given({ bodies });
    const [agents, paused] = [await talk.aliceAsks(QUESTION), await talk.aliceAsks(QUESTION)];
    stack.account.update(paused, { by: 'bob', tags: ['assistant_paused'] });
    for (const ticketId of [agents, paused]) {
      stack.account.comment(ticketId, { by: 'alice', text: 'How do I return an item?' });
      await stack.settle();
      stack.account.comment(ticketId, { by: 'bob', text: 'I will look after this myself.' });
      await stack.settle();
    }
    const count = async () =>
      [await talk.turnLogOf(agents), await talk.turnLogOf(paused)].map(({ length }) => length);
    const before = await count();

    await sweep();

    expect(await count()).toEqual(before);
  },
);

interface TriggerConditions {
  all: object[];
  any: object[];
}

/** Changes each trigger of ours as an admin would. */
async function changeTriggers(
  change: (webhookId: string, conditions: TriggerConditions) => object,
): Promise<void> {
  const { url: zendeskUrl, credentials } = stack.account;
  const call = adminCall({ zendeskUrl, admin: credentials.admin });
  const { body } = await call({ method: 'GET', path: '/api/v2/triggers' });
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- answers of an API we drive ourselves here
  for (const { id, title, conditions, actions } of (body as any).triggers) {
    const [webhookId] =
      actions.find(({ field }: { field: string }) => field === 'notification_webhook')?.value ?? [];
    if (!webhookId) continue;
    const trigger = { title, conditions, actions, ...change(webhookId, conditions) };
    await call({ method: 'PUT', path: `/api/v2/triggers/${id}`, body: { trigger } });
  }
}

const andTag = ({ all, any }: TriggerConditions, operator: string, value: string) => ({
  conditions: { all: [...all, { field: 'current_tags', operator, value }], any },
});

function aliceAsksWith(tags: string[]): number {
  const ticket = stack.account.createTicket({ by: 'alice', subject: 'x', text: QUESTION, tags });
  return ticket['id'];
}

test('leaves alone what a condition of the trigger leaves out, and finds what it does not', async () => {
  await given();
  await changeTriggers((_id, conditions) => andTag(conditions, 'not_includes', 'b2b'));
  const excluded = aliceAsksWith(['b2b']);
  stack.account.faults.delivery.lose = 1;
  const lost = aliceAsksWith([]);
  await stack.settle();

  await sweep();

  expect(talk.repliesOf(excluded)).toEqual([]);
  expect(talk.repliesOf(lost)).toHaveLength(1);
  expect(await metric('missed_webhooks_total')).toBe(1);
});

test('leaves a ticket alone that an admin has excluded since', async () => {
  await given();
  const ticketId = await talk.aliceAsks(QUESTION);
  await changeTriggers((_id, conditions) => andTag(conditions, 'not_includes', 'b2b'));

  stack.account.update(ticketId, { by: 'bob', tags: ['b2b'] });
  stack.account.comment(ticketId, { by: 'alice', text: 'How do I return an item?' });
  await stack.settle();
  await sweep();

  expect(talk.repliesOf(ticketId)).toHaveLength(1);
});

test('stops with the triggers, and begins again with them', async () => {
  await given();
  const known = await talk.aliceAsks(QUESTION);
  await changeTriggers(() => ({ active: false }));
  stack.account.comment(known, { by: 'alice', text: 'How do I return an item?' });
  const unknown = await talk.aliceAsks(QUESTION);

  await sweep();
  expect([talk.repliesOf(known).length, talk.repliesOf(unknown).length]).toEqual([1, 0]);
  expect(await metric('missed_webhooks_total')).toBe(0);

  await changeTriggers(() => ({ active: true }));
  await stack.sandbox.advance('3 min');
  stack.account.faults.delivery.lose = 1;
  stack.account.comment(unknown, { by: 'alice', text: QUESTION });
  await stack.settle();
  await sweep();
  expect(talk.repliesOf(unknown)).toHaveLength(1);
});

test('stops with the webhook', async () => {
  await given();
  const { url: zendeskUrl, credentials } = stack.account;
  const call = adminCall({ zendeskUrl, admin: credentials.admin });
  const { body } = await call({ method: 'GET', path: '/api/v2/webhooks' });
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- answers of an API we drive ourselves here
  const [{ id, ...webhook }] = (body as any).webhooks;
  const path = `/api/v2/webhooks/${id}`;
  await call({ method: 'PUT', path, body: { webhook: { ...webhook, status: 'inactive' } } });

  const ticketId = await talk.aliceAsks(QUESTION);
  await sweep();

  expect(talk.repliesOf(ticketId)).toEqual([]);
});

test('leaves the customers of a shop alone that nobody has set up', async () => {
  await given({ freshPort: 0 });
  const fresh = stack.sandbox.account('fresh');
  fresh.switches.incrementalLagSeconds = 0;
  await stack.service.sweep();

  const ticketId = fresh.createTicket({ by: 'alice', subject: 'x', text: QUESTION })['id'];
  await stack.settle();
  await sweep();

  expect(fresh.comments(ticketId)).toHaveLength(1);
});

test('keeps two shops of one account apart as the conditions of their triggers do', async () => {
  await given();
  const { url: zendeskUrl, credentials } = stack.account;
  const { clientId, clientSecret, admin } = credentials;
  const backendUrl = stack.service.url;
  const second = await setUpAccount({ zendeskUrl, admin, backendUrl, slug: 'second' });
  await stack.service.tenants.save({
    ...{ slug: 'second', zendeskUrl, answerMode: 'reply' },
    credentials: { kind: 'oauth', clientId, clientSecret },
    signingSecrets: [second.signingSecret],
    stateFieldId: second.stateFieldId,
  });
  await changeTriggers((id, conditions) =>
    andTag(conditions, id === second.webhookId ? 'includes' : 'not_includes', 'second_brand'),
  );
  await stack.service.sweep();

  const ticketId = await talk.aliceAsks('Can I talk to a human please?');
  handBack(ticketId);
  await sweep();

  expect(talk.repliesOf(ticketId)).toHaveLength(2);
  expect((await talk.stateOf(ticketId)).status).toBe('verified');
  expect(await metric('missed_webhooks_total')).toBe(0);
});

test('sweeps a shop while the sweep of another one takes long', async () => {
  await given({ freshPort: 0 });
  const fresh = stack.sandbox.account('fresh');
  fresh.switches.incrementalLagSeconds = 0;
  await stack.service.sweep();
  stack.account.faults.delivery.lose = true;
  await talk.aliceAsks(QUESTION);
  const slow = {
    match: { method: 'GET', path: /comments/ },
    kind: 'slow',
    delayMs: 3_000,
  } as const;
  stack.account.faults.next(slow);
  const exportsOf = ({ calls }: typeof fresh) =>
    calls.filter(({ path }) => path.includes('/incremental/')).length;
  fresh.clearCalls();
  stack.account.clearCalls();

  stack.pass(SWEEP_EVERY_MS);
  let isDone = false;
  const first = stack.service.sweep().finally(() => (isDone = true));
  await expect.poll(() => [exportsOf(stack.account), exportsOf(fresh)]).toEqual([1, 1]);
  stack.pass(SWEEP_EVERY_MS);
  await expect.poll(() => stack.service.sweep()).toBe(1);

  expect(isDone).toBe(false);
  expect([exportsOf(stack.account), exportsOf(fresh)]).toEqual([1, 2]);
  await first;
});

test('asks Zendesk for its log of the webhook once an hour, and finds nothing missing', async () => {
  await given();
  await talk.aliceAsks(QUESTION);

  stack.pass(2 * HOUR_MS);
  await sweep();
  await sweep();

  const logs = stack.account.calls.filter(({ path }) => path.endsWith('/invocations'));
  expect(logs).toHaveLength(1);
  expect(await metric('undelivered_invocations_total\\{kind="missing"\\}')).toBe(0);
});

test('tells how many deliveries Zendesk could not make', async () => {
  await given();
  // A signature from this long ago is refused.
  stack.account.faults.delivery.clockSkewMs = -HOUR_MS / 2;
  const ticketId = await talk.aliceAsks(QUESTION);
  stack.account.faults.delivery.clockSkewMs = 0;

  stack.pass(2 * HOUR_MS);
  await sweep();

  expect(await metric('undelivered_invocations_total\\{kind="failed"\\}')).toBe(1);
  expect(talk.repliesOf(ticketId)).toHaveLength(1);
});
