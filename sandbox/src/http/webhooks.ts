import { Router } from 'express';
import type { Account } from '../account.ts';
import { secret } from '../ids.ts';
import { refuseLocked } from '../requirements/refuse-locked.ts';
import type { Webhook } from '../rule-records.ts';
import { invalidWebhook, newWebhook, presentWebhook, validateWebhook } from '../webhook-record.ts';
import { admins, agents, userOf } from './caller.ts';
import { errorList, forbidden } from './errors.ts';
import { paginate, param } from './paginate.ts';
import { readBody } from './read-body.ts';

/** The webhook with this id; 404 in the errors[] envelope otherwise. */
export function findWebhook(account: Account, id: unknown): Webhook {
  const webhook = account.store.webhooks.get(String(id));
  if (!webhook) throw errorList(404, 'WebhookNotFound', 'Webhook not found');
  return webhook;
}

/** https://developer.zendesk.com/api-reference/webhooks/webhooks-api/webhooks */
export function webhooksRouter(account: Account): Router {
  const router = Router();
  readRoutes(router, account);
  writeRoutes(router, account);
  secretRoutes(router, account);
  return router;
}

function readRoutes(router: Router, account: Account): void {
  const { webhooks } = account.store;
  const show = (webhook: Webhook) => presentWebhook(account, webhook);

  router.get('/webhooks', agents, (req, res) => {
    const name = param(req, 'filter[name_contains]')?.toLowerCase() ?? '';
    const status = param(req, 'filter[status]');
    const sort = param(req, 'sort') ?? '';
    const all = sorted([...webhooks.values()], sort)
      .filter((webhook) => webhook.name.toLowerCase().includes(name))
      .filter((webhook) => !status || webhook.status === status);
    const { items, envelope } = paginate(account, req, all, { alwaysCursor: true });
    res.json({ webhooks: items.map(show), ...envelope });
  });

  router.post('/webhooks', admins, (req, res) => {
    const cloned = param(req, 'clone_webhook_id');
    const given = cloned ? ownWebhook(account, cloned) : readBody<Partial<Webhook>>(req, 'webhook');
    const webhook = newWebhook(account, given, userOf(res).id);
    webhooks.set(webhook.id, webhook);
    res.status(201).json({ webhook: show(webhook) });
  });

  router.get('/webhooks/:id', agents, (req, res) => {
    res.json({ webhook: show(findWebhook(account, req.params['id'])) });
  });
}

function writeRoutes(router: Router, account: Account): void {
  const { webhooks, triggers } = account.store;

  router.put('/webhooks/:id', admins, (req, res) => {
    const webhook = findWebhook(account, req.params['id']);
    const given = readBody<Partial<Webhook>>(req, 'webhook');
    const blank = { description: null, authentication: null, custom_headers: null };
    change(account, webhook, { ...blank, ...given }, userOf(res).id);
    res.status(204).end();
  });

  router.patch('/webhooks/:id', admins, (req, res) => {
    const webhook = findWebhook(account, req.params['id']);
    const given = readBody<Partial<Webhook>>(req, 'webhook');
    change(account, webhook, { ...editable(webhook), ...given }, userOf(res).id);
    res.status(204).end();
  });

  router.delete('/webhooks/:id', admins, (req, res) => {
    const { id } = findWebhook(account, req.params['id']);
    refuseLocked(account, 'webhooks', id);
    const isUsed = [...triggers.values()].some((trigger) =>
      trigger.actions.some(({ value }) => Array.isArray(value) && value[0] === id),
    );
    if (isUsed && account.switches.deleteReferencedWebhook === 'refused') {
      const detail = 'Webhook is used by a trigger. Deactivate or delete the trigger first.';
      throw errorList(400, 'WebhookInUse', detail);
    }
    webhooks.delete(id);
    res.status(204).end();
  });
}

function secretRoutes(router: Router, account: Account): void {
  router.get('/webhooks/:id/signing_secret', admins, (req, res) => {
    res.json({ signing_secret: ownWebhook(account, req.params['id']).signing_secret });
  });

  // The old secret is invalid at once, or after a grace (a switch).
  router.post('/webhooks/:id/signing_secret', admins, (req, res) => {
    const webhook = ownWebhook(account, req.params['id']);
    const until = account.clock.now() + account.switches.secretResetGraceMs;
    webhook.retiredSecret = { secret: webhook.signing_secret.secret, until };
    webhook.signing_secret = { algorithm: 'SHA256', secret: `${secret(32)}==` };
    res.status(201).json({ signing_secret: webhook.signing_secret });
  });
}

/** Nobody may clone a webhook that an app's requirements made, nor reveal or reset its secret. */
function ownWebhook(account: Account, id: unknown): Webhook {
  const webhook = findWebhook(account, id);
  if (webhook.external_source) throw forbidden();
  return webhook;
}

/** `name` or `status`, with a minus in front from the end. */
function sorted(webhooks: Webhook[], sort: string): Webhook[] {
  const key = /^-?(name|status)$/.exec(sort)?.[1] as 'name' | 'status' | undefined;
  if (!key) return webhooks;
  const inOrder = webhooks.toSorted((a, b) => a[key].localeCompare(b[key]));
  return sort.startsWith('-') ? inOrder.toReversed() : inOrder;
}

function editable(webhook: Webhook): Partial<Webhook> {
  const { name, description, endpoint, http_method, request_format } = webhook;
  const { status, authentication, custom_headers } = webhook;
  return {
    name,
    description,
    endpoint,
    http_method,
    request_format,
    status,
    authentication,
    custom_headers,
  };
}

/** The way it is connected (events or triggers) is fixed for life. */
function change(account: Account, webhook: Webhook, next: Partial<Webhook>, userId: number): void {
  validateWebhook(account, next);
  const connection = (subscriptions: string[]) =>
    subscriptions.includes('conditional_ticket_events') ? 'trigger' : 'event';
  const { subscriptions } = next;
  if (subscriptions && connection(subscriptions) !== connection(webhook.subscriptions)) {
    throw invalidWebhook(account, 'the connection method of a webhook cannot be changed');
  }
  const { name, endpoint, http_method, request_format, status } = next;
  Object.assign(webhook, { name, endpoint, http_method, request_format, status });
  Object.assign(webhook, {
    description: next.description ?? null,
    authentication: next.authentication ?? null,
    custom_headers: next.custom_headers ?? null,
    subscriptions: subscriptions ?? webhook.subscriptions,
    updated_at: account.clock.iso(),
    updated_by: String(userId),
  });
}
