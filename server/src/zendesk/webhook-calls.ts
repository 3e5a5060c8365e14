import { z } from 'zod';
import { listOf, MAX_PAGE, nextCursor, pageMeta } from './page.ts';
import type { Request } from './request.ts';

/** https://developer.zendesk.com/api-reference/webhooks/webhooks-api/webhooks */

const webhookSchema = z.object({
  id: z.string().min(1),
  endpoint: z.string(),
  /** `active` or `inactive`. */
  status: z.string().catch('active'),
});
export type ListedWebhook = z.infer<typeof webhookSchema>;

const webhooksAnswer = z.object({ webhooks: listOf(webhookSchema), meta: pageMeta });

const signingSecretAnswer = z.object({
  signing_secret: z.object({ secret: z.string().min(1) }),
});

const invocationsAnswer = z.object({
  invocations: listOf(
    z
      .object({
        id: z.coerce.string(),
        latest_completed_at: z.string(),
        status: z.string(),
        status_code: z.number().nullish(),
      })
      .transform(({ id, latest_completed_at, status, status_code }) => ({
        id,
        completedAt: Date.parse(latest_completed_at),
        /** `success`, or what went wrong; words are Zendesk's and may grow. */
        status,
        statusCode: status_code ?? undefined,
      })),
  ),
  meta: pageMeta,
});

/** The payload comes as a text or as the object it was. */
const attemptsAnswer = z.object({
  attempts: listOf(
    z
      .object({
        request: z.object({ payload: z.unknown() }).optional().catch(undefined),
      })
      .transform(({ request }) => textOf(request?.payload)),
  ),
});

export type WebhookInvocation = z.infer<typeof invocationsAnswer>['invocations'][number];

/** An account has ten webhooks on a trial and rarely more than dozens; a list without end is a fault. */
const MAX_WEBHOOK_PAGES = 20;

export function webhookCalls(request: Request) {
  const pathOf = (webhookId: string) => `/api/v2/webhooks/${encodeURIComponent(webhookId)}`;

  return {
    /** The secret a webhook signs with; the webhook must be ours to see (an admin's credentials). */
    async signingSecret(webhookId: string): Promise<string> {
      const path = `${pathOf(webhookId)}/signing_secret`;
      const answer = await request({ method: 'GET', path }, signingSecretAnswer);
      return answer.signing_secret.secret;
    },

    /** The id of the webhook with exactly this endpoint, if there is one. */
    async findWebhook(endpoint: string): Promise<string | undefined> {
      for await (const webhook of allWebhooks(request)) {
        if (webhook.endpoint === endpoint) return webhook.id;
      }
      return undefined;
    },

    /** All of the account's webhooks. */
    async webhooks(): Promise<ListedWebhook[]> {
      const found: ListedWebhook[] = [];
      for await (const webhook of allWebhooks(request)) found.push(webhook);
      return found;
    },

    /** A page of a webhook's deliveries completed between two times (epoch milliseconds), oldest first; kept for 7 days. */
    async invocations(
      webhookId: string,
      { from, to, cursor }: { from: number; to: number; cursor?: string | undefined },
    ): Promise<{ invocations: WebhookInvocation[]; cursor?: string | undefined }> {
      const query = {
        'filter[from_ts]': isoSeconds(from),
        'filter[to_ts]': isoSeconds(to),
        sort: 'latest_completed_at',
        'page[size]': MAX_PAGE,
        'page[after]': cursor,
      };
      const call = { method: 'GET', path: `${pathOf(webhookId)}/invocations`, query } as const;
      const { invocations, meta } = await request(call, invocationsAnswer);
      return { invocations, cursor: nextCursor(meta) };
    },

    /** What was sent in the attempts at one delivery; nothing for an attempt whose payload is not shown. */
    async sentPayloads(webhookId: string, invocationId: string): Promise<string[]> {
      const invocation = encodeURIComponent(invocationId);
      const path = `${pathOf(webhookId)}/invocations/${invocation}/attempts`;
      const { attempts } = await request({ method: 'GET', path }, attemptsAnswer);
      return attempts.filter((payload) => payload !== undefined);
    },
  };
}

async function* allWebhooks(request: Request): AsyncGenerator<ListedWebhook> {
  let cursor: string | undefined;
  for (let pages = 0; pages < MAX_WEBHOOK_PAGES; pages += 1) {
    const query = { 'page[size]': MAX_PAGE, 'page[after]': cursor };
    const call = { method: 'GET', path: '/api/v2/webhooks', query } as const;
    const { webhooks, meta } = await request(call, webhooksAnswer);
    yield* webhooks;
    cursor = nextCursor(meta);
    if (cursor === undefined) return;
  }
}

function isoSeconds(at: number): string {
  return `${new Date(at).toISOString().slice(0, 19)}Z`;
}

function textOf(payload: unknown): string | undefined {
  if (payload === undefined || payload === null) return undefined;
  return typeof payload === 'string' ? payload : JSON.stringify(payload);
}
