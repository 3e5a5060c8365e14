import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { turnsRequest, turnsResponse } from '@smart-assistant/shared/sidebar-api.ts';
import type { TurnRecord, Waiting } from '@smart-assistant/shared/sidebar-api.ts';

/** What the server answers from now on. */
export interface Answers {
  /** Newest first. */
  turns: TurnRecord[];
  pageSize?: number;
  waiting?: Waiting;
  newestN?: number;
  /** Instead of turns: a refusal with its code, words that are no JSON, or no answer at all. */
  trouble?: { status: number; code: string } | 'nonsense' | 'silence';
}

export interface TurnsServer {
  url: string;
  answers: Answers;
  /** Bodies of what was asked, oldest first. */
  asked: { ticketId: string; state: string; before?: number | undefined }[];
  close(): Promise<void>;
}

/** A server that answers `/turns` by the shared schemas, as ours does, on a free port of loopback. */
export async function startTurnsServer(): Promise<TurnsServer> {
  const asked: TurnsServer['asked'] = [];
  const held: TurnsServer = { url: '', answers: { turns: [] }, asked, close };
  const server = createServer((request, response) => {
    response.setHeader('access-control-allow-origin', '*');
    response.setHeader('access-control-allow-headers', 'content-type');
    if (request.method === 'OPTIONS') response.writeHead(204).end();
    else void answer(held, request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  held.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  async function close(): Promise<void> {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
  return held;
}

async function answer(
  { answers, asked }: TurnsServer,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  const body = turnsRequest.parse(JSON.parse(Buffer.concat(parts).toString()));
  asked.push(body);

  const { trouble } = answers;
  if (trouble === 'silence') return;
  if (trouble === 'nonsense') {
    response.end('It works!');
  } else if (trouble) {
    const error = { code: trouble.code, message: 'No.' };
    response.writeHead(trouble.status, JSON_TYPE).end(JSON.stringify({ error }));
  } else {
    response.writeHead(200, JSON_TYPE).end(JSON.stringify(pageOf(answers, body.before)));
  }
}

const JSON_TYPE = { 'content-type': 'application/json' };

function pageOf({ turns, pageSize = 300, waiting, newestN }: Answers, before = Infinity) {
  const older = turns.filter(({ n }) => n < before);
  return turnsResponse.parse({
    turns: older.slice(0, pageSize),
    hasMore: older.length > pageSize,
    waiting,
    newestN,
  });
}
