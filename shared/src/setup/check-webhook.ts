import { webhookSpec } from '../setup-spec.ts';
import type { Webhook } from './account-schemas.ts';
import { isSameEndpoint } from './endpoint.ts';
import { newFinding } from './finding.ts';
import type { FindingParts, Fix, SetupObject } from './finding.ts';
import type { CheckInput, CheckResult, Judged } from './judged.ts';
import { noResult } from './judged.ts';
import { takesTriggers } from './own-objects.ts';
import { personDoes } from './places.ts';

const PATH = '/api/v2/webhooks';

/** Judges the webhook. Its authentication and headers are the admin's. Silent where webhooks could not be read. */
export function checkWebhook(input: CheckInput): CheckResult {
  const { webhooks } = input.account;
  if (webhooks.kind === 'unreadable') return noResult();
  const { kept, duplicates } = input.own.webhook;
  const unusable = input.own.unusableWebhooks
    .filter(({ status }) => status === 'active')
    .map(switchedOff);
  if (!kept) return { judged: [missing(input), ...unusable], passed: [] };
  const judged = [
    ...faultsOf(input, kept),
    ...duplicates.map((each) => turnedOff(each, 'webhook_duplicate')),
    ...unusable,
  ];
  const isRight = judged.length === 0;
  return {
    judged,
    passed: isRight ? [{ object: webhookObject(kept), check: 'webhook_right' }] : [],
  };
}

function webhookObject({ id, name }: Webhook): SetupObject {
  return { kind: 'webhook', id, name };
}

function missing({ spec, account }: CheckInput): Judged {
  const wanted = webhookSpec(spec.backendUrl, spec.slug);
  const object: SetupObject = { kind: 'webhook', name: wanted.name };
  if (account.webhooks.kind === 'read' && account.webhooks.isCut) {
    const params = { part: 'webhooks' };
    const fix = personDoes('webhooks');
    return { finding: newFinding({ code: 'list_cut', object, params, fix }) };
  }
  const differences = Object.entries(wanted).map(([field, value]) => ({
    field,
    before: undefined,
    after: String(value),
  }));
  const fix: Fix = {
    kind: 'write',
    write: { verb: 'create', method: 'POST', path: PATH, differences },
  };
  return { finding: newFinding({ code: 'webhook_missing', object, fix }) };
}

function faultsOf({ spec }: CheckInput, webhook: Webhook): Judged[] {
  const wanted = webhookSpec(spec.backendUrl, spec.slug);
  const judged: Judged[] = [];
  const expect = (
    field: 'http_method' | 'request_format' | 'status',
    code: FindingParts['code'],
  ) => {
    if (webhook[field] !== wanted[field]) {
      judged.push(changed(webhook, { code, field, expected: wanted[field] }));
    }
  };
  const { webhookId: stored } = spec;
  if (stored !== undefined && stored !== webhook.id) judged.push(staleId(webhook, stored));
  if (!isSameEndpoint(webhook.endpoint, wanted.endpoint)) {
    const parts = {
      code: 'webhook_endpoint',
      field: 'endpoint',
      expected: wanted.endpoint,
    } as const;
    judged.push(changed(webhook, parts));
  }
  expect('http_method', 'webhook_method');
  expect('request_format', 'webhook_format');
  expect('status', 'webhook_inactive');
  return judged;
}

/** Whoever runs set-up stores the id that was found, so that nobody has to do anything. */
function staleId(webhook: Webhook, stored: string): Judged {
  const finding = newFinding({
    code: 'webhook_id_stale',
    object: webhookObject(webhook),
    field: 'id',
    expected: webhook.id,
    actual: stored,
    params: { stored, found: webhook.id },
    fix: personDoes('serverIds'),
  });
  return { finding };
}

/** Cannot be mended: it makes room for another. */
function switchedOff(webhook: Webhook): Judged {
  return turnedOff(
    webhook,
    takesTriggers(webhook) ? 'webhook_made_by_app' : 'webhook_subscription',
  );
}

function turnedOff(webhook: Webhook, code: FindingParts['code']): Judged {
  return changed(webhook, { code, field: 'status', expected: 'inactive' });
}

/** PATCH leaves the webhook's secrets alone, which PUT would empty: a GET does not show them. */
function changed(
  webhook: Webhook,
  parts: { code: FindingParts['code']; field: keyof Webhook; expected: string },
): Judged {
  const before = String(webhook[parts.field]);
  const differences = [{ field: parts.field, before, after: parts.expected }];
  const path = `${PATH}/${webhook.id}`;
  const fix: Fix = { kind: 'write', write: { verb: 'update', method: 'PATCH', path, differences } };
  const finding = newFinding({ ...parts, object: webhookObject(webhook), actual: before, fix });
  return { finding, change: { field: parts.field, before, after: parts.expected } };
}
