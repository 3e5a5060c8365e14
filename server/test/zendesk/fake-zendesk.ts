import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';

/** A request as it came over the wire. */
export interface SeenRequest {
  method: string;
  path: string;
  query: URLSearchParams;
  headers: IncomingMessage['headers'];
  body: unknown;
}

export interface Answer {
  status?: number;
  headers?: Record<string, string>;
  /** A string or bytes are sent as they are, anything else as JSON. */
  body?: unknown;
  /** Ends the connection without an answer, or never answers. */
  fault?: 'drop' | 'hang';
}

type Responder = (request: SeenRequest) => Answer;

/**
 * A local server that speaks HTTP and answers what the test says, route by route (`GET /api/v2/users/me`).
 * A list is used up answer by answer, its last one stays. Stops when the test is over.
 */
export async function fakeZendesk(routes: Record<string, Answer | Answer[] | Responder>) {
  const seen: SeenRequest[] = [];
  const turns = new Map<string, number>();

  const answerFor = (request: SeenRequest): Answer => {
    const route = `${request.method} ${request.path}`;
    const planned = routes[route];
    if (typeof planned === 'function') return planned(request);
    if (!Array.isArray(planned))
      return planned ?? { status: 404, body: { error: 'InvalidEndpoint' } };
    const turn = turns.get(route) ?? 0;
    turns.set(route, turn + 1);
    return planned[Math.min(turn, planned.length - 1)] ?? {};
  };

  const server = createServer((incoming, response) => {
    void readRequest(incoming).then((request) => {
      seen.push(request);
      reply(response, answerFor(request));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });

  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}`, seen };
}

async function readRequest(incoming: IncomingMessage): Promise<SeenRequest> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk as Buffer);
  const text = Buffer.concat(chunks).toString();
  const url = new URL(incoming.url ?? '/', 'http://localhost');
  return {
    method: incoming.method ?? '',
    path: url.pathname,
    query: url.searchParams,
    headers: incoming.headers,
    body: text === '' ? undefined : JSON.parse(text),
  };
}

function reply(
  response: ServerResponse,
  { status = 200, headers = {}, body, fault }: Answer,
): void {
  if (fault === 'hang') return;
  if (fault === 'drop') {
    response.destroy();
    return;
  }
  const isRaw = typeof body === 'string' || Buffer.isBuffer(body);
  const text = isRaw ? body : body === undefined ? '' : JSON.stringify(body);
  response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(text);
}
