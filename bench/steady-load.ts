import { once } from 'node:events';
import { Agent, request } from 'node:http';
import type { IncomingMessage } from 'node:http';
import { setTimeout } from 'node:timers/promises';
import { signedRequest } from './signed-request.ts';

/** More than are ever open at once at the rates here, so that no request waits for a connection. */
const MAX_CONNECTIONS = 256;

/**
 * Sends requests evenly, `perSecond` of them, whether or not earlier ones were answered, and answers how long
 * each took from the moment it was due, in milliseconds, sorted. (autocannon sends each second's share in one
 * burst, which measures its own queue.)
 */
export async function steadyLoad(
  url: string,
  perSecond: number,
  seconds: number,
): Promise<number[]> {
  const agent = new Agent({ keepAlive: true, maxSockets: MAX_CONNECTIONS });
  const startedAt = performance.now();
  const answers: Promise<number>[] = [];

  while (answers.length < perSecond * seconds) {
    const dueAt = startedAt + (answers.length * 1000) / perSecond;
    if (dueAt > performance.now()) await setTimeout(1);
    else answers.push(answerTime(url, agent, dueAt));
  }
  const times = await Promise.all(answers);
  agent.destroy();
  return times.sort((a, b) => a - b);
}

async function answerTime(url: string, agent: Agent, dueAt: number): Promise<number> {
  const { body, headers } = signedRequest();
  const req = request(url, { agent, method: 'POST', headers }).end(body);
  const [res] = (await once(req, 'response')) as [IncomingMessage];
  const took = performance.now() - dueAt;
  if (res.statusCode !== 200) throw new Error(`The server answered ${res.statusCode}`);
  res.resume();
  return took;
}
