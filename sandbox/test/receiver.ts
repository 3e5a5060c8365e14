import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Received {
  method: string;
  path: string;
  headers: Record<string, string>;
  body: string;
}

export interface Receiver {
  url: string;
  received: Received[];
  /** How the next requests are answered, in order; afterwards 200. `null` never answers. */
  answers: Array<{ status: number; headers?: Record<string, string>; body?: string } | null>;
  stop(): Promise<void>;
}

/** What Zendesk would deliver to: a server that keeps every request and answers as it is told. */
export async function startReceiver(): Promise<Receiver> {
  const received: Received[] = [];
  const answers: Receiver['answers'] = [];
  const hanging = new Set<ServerResponse>();
  const server = createServer((req, res) => {
    let body = '';
    req.setEncoding('utf8').on('data', (chunk: string) => (body += chunk));
    req.on('end', () => {
      const { method = '', url = '' } = req;
      received.push({ method, path: url, headers: req.headers as Record<string, string>, body });
      const answer = answers.shift();
      if (answer === null) return void hanging.add(res);
      res.writeHead(answer?.status ?? 200, answer?.headers).end(answer?.body ?? 'ok');
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/zendesk_webhook/acme`,
    received,
    answers,
    stop: async () => {
      for (const res of hanging) res.destroy();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
