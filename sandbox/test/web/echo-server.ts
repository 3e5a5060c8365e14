import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Echo {
  method: string;
  path: string;
  headers: Record<string, string>;
  body: string;
}

/** A backend of an app that answers with what it was asked; `/missing` is a 404. The caller stops it. */
export async function startEchoServer(): Promise<{ url: string; stop: () => Promise<void> }> {
  const server = createServer(async (req, res) => {
    const chunks: Buffer[] = [];
    for await (const chunk of req) chunks.push(chunk as Buffer);
    res.statusCode = req.url === '/missing' ? 404 : 200;
    res.setHeader('content-type', 'application/json');
    res.setHeader('access-control-allow-origin', '*');
    const { method, url: path, headers } = req;
    res.end(JSON.stringify({ method, path, headers, body: Buffer.concat(chunks).toString() }));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    stop: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
