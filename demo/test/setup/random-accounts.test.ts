import fc from 'fast-check';
import { TICKET_FIELD, TRIGGERS, webhookSpec } from '@smart-assistant/shared/setup-spec.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { BACKEND_URL, startAccount } from './account-under-test.ts';

/** Whatever somebody may have left behind in an account, ours and not ours, right and wrong. */
const SPEC = webhookSpec(BACKEND_URL, 'acme');
const [COMMENT, CLOSED] = TRIGGERS;

const aCondition = fc.constantFrom(
  ...['true', 'false', 'not_relevant', 'requester_can_see_comment'].map((value) => ({
    ...{ field: 'comment_is_public', operator: 'is', value },
  })),
  ...['is', 'is_not', 'value', 'not_value', 'less_than', 'greater_than', 'value_previous'].flatMap(
    (operator) =>
      ['open', 'solved', 'closed'].map((value) => ({ field: 'status', operator, value })),
  ),
  { field: 'status', operator: 'changed', value: '' },
  { field: 'status', operator: 'not_changed', value: '' },
  { field: 'update_type', operator: 'is', value: 'Create' },
  { field: 'update_type', operator: 'is', value: 'Change' },
  { field: 'role', operator: 'is', value: 'end_user' },
  { field: 'current_via_id', operator: 'is_not', value: '5' },
  { field: 'current_tags', operator: 'not_includes', value: 'vip' },
  { field: 'ticket_is_public', operator: 'is', value: 'private' },
  { field: 'priority', operator: 'is', value: 'high' },
);

const aBody = fc.oneof(
  fc.constantFrom(COMMENT!.leanBody, CLOSED!.leanBody),
  fc.constantFrom(COMMENT!.manualBody('27642'), CLOSED!.manualBody('27642')),
  fc
    .tuple(fc.constantFrom(COMMENT!.leanBody, CLOSED!.leanBody), fc.nat(200), fc.nat(20))
    .map(([body, at, length]) => body.slice(0, at) + body.slice(at + length)),
  fc.constantFrom('', '{}', '{"id":"{{ticket.id}}"}', 'Hello {{ticket.id}}'),
);

const aField = fc.record({
  type: fc.constantFrom('text', 'textarea', 'checkbox'),
  title: fc.constantFrom(TICKET_FIELD.title, 'Order number'),
  agent_description: fc.constantFrom(TICKET_FIELD.agent_description, ''),
  active: fc.boolean(),
  required: fc.boolean(),
  visible_in_portal: fc.boolean(),
});

const aWebhook = fc.record({
  name: fc.constantFrom(SPEC.name, 'Hook'),
  description: fc.constantFrom(SPEC.description, ''),
  endpoint: fc.constantFrom(
    ...[SPEC.endpoint, `${SPEC.endpoint}/`, 'https://other.example.com/hook'],
    'https://staging.example.com/zendesk_webhook/staging',
  ),
  http_method: fc.constantFrom('POST', 'GET'),
  request_format: fc.constantFrom('json', 'xml'),
  status: fc.constantFrom('active', 'inactive'),
  subscriptions: fc.constantFrom(
    ['conditional_ticket_events'],
    ['zen:event-type:ticket.comment_added'],
  ),
});

const aTrigger = fc.record({
  title: fc.constantFrom(COMMENT!.title, CLOSED!.title, 'Something else'),
  description: fc.constantFrom(COMMENT!.description, CLOSED!.description, ''),
  active: fc.boolean(),
  conditions: fc.record({
    all: fc.array(aCondition, { maxLength: 3 }),
    any: fc.array(aCondition, { maxLength: 3 }),
  }),
  /** Which webhooks it tells, by their number. */
  tells: fc.array(fc.tuple(fc.nat(3), aBody), { maxLength: 2 }),
  tag: fc.boolean(),
});

const anAccount = fc.record({
  fields: fc.array(aField, { maxLength: 2 }),
  webhooks: fc.array(aWebhook, { maxLength: 3 }),
  triggers: fc.array(aTrigger, { maxLength: 4 }),
  storedField: fc.option(fc.nat(1)),
  storedWebhook: fc.option(fc.nat(2)),
});

let it: Awaited<ReturnType<typeof startAccount>>;

beforeAll(async () => {
  it = await startAccount();
  it.account.switches.deleteReferencedWebhook = 'allowed';
});

afterAll(() => it.sandbox.stop());

/** Empties the account of everything but its stock. */
async function clear(): Promise<void> {
  const lists = { triggers: 'default', webhooks: '', ticket_fields: 'removable' };
  for (const [list, flag] of Object.entries(lists)) {
    const { [list]: objects } = await it.api('GET', `/${list}`);
    for (const object of objects) {
      const isStock = flag === 'default' ? object.default : flag && !object.removable;
      if (!isStock) await it.api('DELETE', `/${list}/${object.id}`);
    }
  }
}

async function build(random: typeof anAccount extends fc.Arbitrary<infer T> ? T : never) {
  const fields: string[] = [];
  for (const field of random.fields) {
    const { ticket_field: made } = await it.api('POST', '/ticket_fields', { ticket_field: field });
    fields.push(String(made.id));
  }
  const webhooks: string[] = [];
  for (const webhook of random.webhooks) {
    webhooks.push((await it.api('POST', '/webhooks', { webhook })).webhook.id);
  }
  const usable = webhooks.filter((_id, index) =>
    random.webhooks[index]!.subscriptions.every((name) => !name.startsWith('zen:')),
  );
  for (const { tells, tag, ...trigger } of random.triggers) {
    const actions = [
      ...(tag || tells.length === 0 || usable.length === 0
        ? [{ field: 'current_tags', value: 'seen' }]
        : []),
      ...tells
        .filter(() => usable.length > 0)
        .map(([index, body]) => ({
          ...{ field: 'notification_webhook', value: [usable[index % usable.length], body] },
        })),
    ];
    // What Zendesk itself refuses is in no account.
    await it.call({
      ...{ method: 'POST', path: '/api/v2/triggers', body: { trigger: { ...trigger, actions } } },
    });
  }
  it.spec.stateFieldId = random.storedField === null ? undefined : fields[random.storedField];
  it.spec.webhookId = random.storedWebhook === null ? undefined : webhooks[random.storedWebhook];
}

test('whatever an account looks like, one run mends all that can be, and a second writes nothing', async () => {
  await fc.assert(
    fc.asyncProperty(anAccount, async (random) => {
      await clear();
      await build(random);

      const first = await it.check();
      const applied = await it.fix(first.findings);
      const second = await it.check();
      it.account.clearCalls();
      await it.fix(second.findings);

      expect(applied.results.filter(({ outcome }) => outcome !== 'written')).toEqual([]);
      expect(second.findings.filter(({ fix }) => fix.kind === 'write')).toEqual([]);
      expect(second.found).toEqual(applied.found);
      expect(Object.keys(second.found)).toHaveLength(4);
      expect(it.writes()).toEqual([]);
    }),
    { numRuns: 40 },
  );
});
