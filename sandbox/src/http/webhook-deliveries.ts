import { Router } from 'express';
import type { Account } from '../account.ts';
import type { Attempt, Delivery } from '../delivery/delivery.ts';
import { buildRequest, send } from '../delivery/send.ts';
import { STATIC_TEST_SECRET } from '../delivery/sign.ts';
import type { Webhook } from '../rule-records.ts';
import { invalidWebhook, isDeliverable, signingSecretOf } from '../webhook-record.ts';
import { admins } from './caller.ts';
import { errorList } from './errors.ts';
import { paginate, param } from './paginate.ts';
import { readBody } from './read-body.ts';
import { findWebhook } from './webhooks.ts';

interface TestRequest {
  endpoint?: string;
  http_method?: string;
  request_format?: string;
  payload?: string | object;
  custom_headers?: Record<string, string>;
  authentication?: Webhook['authentication'];
  query_parameters?: Array<{ key: string; value: string }>;
}

/** "Test webhook", invocations and their attempts. */
export function webhookDeliveriesRouter(account: Account): Router {
  const router = Router();

  // Before the webhook exists the public static secret signs, afterwards its own.
  router.post('/webhooks/test', admins, async (req, res) => {
    const id = param(req, 'webhook_id');
    const webhook = id ? findWebhook(account, id) : undefined;
    const response = await sendTest(account, webhook, readBody<TestRequest>(req, 'request'));
    res.json({ response });
  });

  router.get('/webhooks/:id/invocations', admins, (req, res) => {
    const webhook = findWebhook(account, req.params['id']);
    const status = param(req, 'filter[status]');
    const from = Date.parse(param(req, 'filter[from_ts]') ?? '1970-01-01');
    const to = Date.parse(param(req, 'filter[to_ts]') ?? '9999-01-01');
    const all = account.delivery.log
      .filter((delivery) => delivery.webhookId === webhook.id && !delivery.lost)
      .filter((delivery) => !status || delivery.status === status)
      .filter(({ createdAt }) => Date.parse(createdAt) >= from && Date.parse(createdAt) <= to);
    if (param(req, 'sort') === '-latest_completed_at') all.reverse();
    const { items, envelope } = paginate(account, req, all, { alwaysCursor: true });
    res.json({ invocations: items.map(presentInvocation), ...envelope });
  });

  router.get('/webhooks/:id/invocations/:invocation/attempts', admins, (req, res) => {
    const webhook = findWebhook(account, req.params['id']);
    const delivery = account.delivery.log.find(
      (each) => each.id === req.params['invocation'] && each.webhookId === webhook.id,
    );
    if (!delivery) throw errorList(404, 'InvocationNotFound', 'Invocation not found');
    const attempts = delivery.attempts.map((attempt) => presentAttempt(account, delivery, attempt));
    res.json({ attempts });
  });

  return router;
}

async function sendTest(account: Account, webhook: Webhook | undefined, given: TestRequest) {
  const endpoint = given.endpoint ?? webhook?.endpoint ?? '';
  if (!isDeliverable(account, endpoint)) throw invalidWebhook(account, 'endpoint is not valid');
  const url = new URL(endpoint);
  for (const { key, value } of given.query_parameters ?? []) url.searchParams.append(key, value);
  const payload = given.payload ?? '';
  const request = buildRequest({
    webhook: {
      ...(webhook && { id: webhook.id }),
      endpoint: url.toString(),
      http_method: given.http_method ?? webhook?.http_method ?? 'POST',
      request_format: given.request_format ?? webhook?.request_format ?? 'json',
      authentication: given.authentication ?? webhook?.authentication ?? null,
      custom_headers: given.custom_headers ?? webhook?.custom_headers ?? null,
    },
    accountId: account.id,
    invocationId: `test-${account.ids.next()}`,
    timestamp: account.clock.iso(),
    secret: webhook ? signingSecretOf(webhook, account.clock.now()) : STATIC_TEST_SECRET,
    body: typeof payload === 'string' ? payload : JSON.stringify(payload),
    contentType: account.switches.contentType,
    userAgent: account.switches.webhookUserAgent,
  });
  const { response, answer } = await send(request, {
    timeoutMs: account.switches.webhookTimeoutMs,
    followRedirects: account.switches.followRedirects,
    stop: new AbortController().signal,
  });
  if (!response) return { status: answer.kind === 'timeout' ? 504 : 502, headers: [], payload: '' };
  return { status: response.status, headers: pairs(response.headers), payload: response.body };
}

function presentInvocation(delivery: Delivery) {
  return {
    id: delivery.id,
    latest_completed_at: delivery.completedAt ?? delivery.createdAt,
    status: delivery.status,
    status_code: delivery.response?.status ?? null,
  };
}

function presentAttempt(account: Account, delivery: Delivery, attempt: Attempt) {
  return {
    id: attempt.id,
    invocation_id: delivery.id,
    completed_at: attempt.completedAt,
    status: attempt.status,
    status_code: attempt.response?.status ?? null,
    request: {
      headers: pairs(attempt.request.headers),
      payload: shownPayload(account, attempt.request.body),
    },
    response: {
      headers: pairs(attempt.response?.headers ?? {}),
      payload: attempt.response?.body ?? '',
    },
  };
}

/** As text, or parsed when it is JSON (a switch). */
function shownPayload(account: Account, body: string): unknown {
  if (account.switches.attemptPayload === 'string') return body;
  try {
    return JSON.parse(body) as unknown;
  } catch {
    return body;
  }
}

function pairs(headers: Record<string, string>): Array<{ key: string; value: string }> {
  return Object.entries(headers).map(([key, value]) => ({ key, value }));
}
