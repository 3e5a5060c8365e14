import { startStack } from '../demo/stack.ts';
import type { Stack } from '../demo/stack.ts';

/** The first turns sign in and read the help center. */
const WARM_UP = 5;
const TURNS = 60;

const QUESTION = 'How long does standard delivery take?';

/**
 * A turn from the stored webhook to the accepted reply, beside the same three calls to Zendesk with nothing
 * around them. Both talk to the sandbox on this machine, so that what differs is ours.
 */
export async function* benchTurns(): AsyncGenerator<string> {
  const stack = await startStack({ answerMode: 'reply' });
  // Speed is measured here, not patience with rate limits.
  stack.account.switches.limits = {
    planPerMinute: 1e6,
    updatesPerMinute: 1e6,
    updatesPerTicket: 1e6,
  };
  try {
    const turns: number[] = [];
    const calls: number[] = [];
    for (let round = 0; round < WARM_UP + TURNS; round += 1) {
      const turnMs = await timeTurn(stack);
      const callsMs = await timeBareCalls(stack);
      if (round < WARM_UP) continue;
      turns.push(turnMs);
      calls.push(callsMs);
    }
    yield `turn, stored webhook to accepted reply   p50 ${ms(at(turns, 0.5))}   p99 ${ms(at(turns, 0.99))}`;
    yield `the same three calls, bare               p50 ${ms(at(calls, 0.5))}   p99 ${ms(at(calls, 0.99))}`;
    yield `ratio p50 ${(at(turns, 0.5) / at(calls, 0.5)).toFixed(2)}, over ${TURNS} turns`;
  } finally {
    await stack.stop();
  }
}

async function timeTurn(stack: Stack): Promise<number> {
  const { account, sandbox, service } = stack;
  const ticket = account.createTicket({ by: 'alice', subject: 'Delivery', text: QUESTION });
  await sandbox.settle();

  const before = performance.now();
  await service.runDue();
  const took = performance.now() - before;

  const replies = account.comments(ticket['id']).length - 1;
  if (replies !== 1)
    throw new Error(`Ticket ${ticket['id']} has ${replies} replies instead of one`);
  await stack.settle();
  return took;
}

/** What a turn asks of Zendesk, by hand: ticket, comments, one update. */
async function timeBareCalls({ account }: Stack): Promise<number> {
  const { email, apiToken } = account.credentials.admin;
  const ticket = account.createTicket({
    by: 'alice',
    subject: 'Delivery',
    text: QUESTION,
    tags: ['assistant_paused'],
  });
  const url = `${account.url}/api/v2/tickets/${ticket['id']}`;
  const headers = {
    authorization: `Basic ${Buffer.from(`${email}/token:${apiToken}`).toString('base64')}`,
    'content-type': 'application/json',
  };
  const update = { ticket: { comment: { html_body: '<p>Hello</p>', public: false } } };

  const before = performance.now();
  await (await fetch(url, { headers })).json();
  await (await fetch(`${url}/comments?include=users`, { headers })).json();
  const written = await fetch(url, { method: 'PUT', headers, body: JSON.stringify(update) });
  await written.json();
  return performance.now() - before;
}

function at(values: number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))]!;
}

const ms = (value: number) => `${value.toFixed(1)} ms`;
