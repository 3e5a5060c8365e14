import { createHmac } from 'node:crypto';

export const BENCH_SLUG = 'bench';
export const BENCH_SECRET = 'YmVuY2ggc2lnbmluZyBzZWNyZXQ=';

/** Different shops' tickets at the same time; each is nudged again and again. */
const TICKETS = 5_000;
/** A comment of ordinary length: the body is then about 1.2 kB. */
const COMMENT = 'I ordered two pairs of shoes last week and one of them does not fit. '.repeat(14);

let count = 0;

/** The next signed delivery, different from all before: the manual trigger body, the costlier one to read. */
export function signedRequest(): { body: string; headers: Record<string, string> } {
  count += 1;
  const body = JSON.stringify({
    id: String(1 + (count % TICKETS)),
    comment: `${count} ${COMMENT}`,
    support_name: 'Bob',
    agent_id: '361002',
    latest_public_comment_author_id: '361001',
    user_info: '',
    attachments: [],
  });
  const timestamp = new Date().toISOString();
  return {
    body,
    headers: {
      'content-type': 'application/json',
      'x-zendesk-webhook-signature-timestamp': timestamp,
      'x-zendesk-webhook-signature': createHmac('sha256', BENCH_SECRET)
        .update(timestamp + body)
        .digest('base64'),
    },
  };
}
