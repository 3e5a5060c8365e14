import { once } from 'node:events';
import { createServer } from 'node:http';
import type { IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { setTimeout as wait } from 'node:timers/promises';

/** Zendesk gives up on a delivery after 12 s. */
const GIVE_UP_MS = 11_000;
const TRY_AGAIN_MS = 20;

/** What stands before several servers and sends on what one of them did not answer, as a load balancer does. */
export interface FrontDoor {
  url: string;
  /** Where the servers are that run now. */
  servers: Set<string>;
  /** Zendesk's ids of the deliveries that a server has acknowledged. */
  acknowledged: Set<string>;
  /** Called with each delivery that was acknowledged. */
  onAcknowledged: () => void;
  close(): Promise<void>;
}

export async function openFrontDoor(): Promise<FrontDoor> {
  const server = createServer((req, res) => {
    void passOn(door, req).then((status) => res.writeHead(status, { 'retry-after': '1' }).end());
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const door: FrontDoor = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    servers: new Set(),
    acknowledged: new Set(),
    onAcknowledged: () => undefined,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  return door;
}

/** The status of the first answer that a server gives. */
async function passOn(door: FrontDoor, req: IncomingMessage): Promise<number> {
  const { host: _, connection: __, ...headers } = req.headers as Record<string, string>;
  const body = await buffer(req);
  const giveUpAt = performance.now() + GIVE_UP_MS;
  for (let attempt = 0; performance.now() < giveUpAt; attempt += 1) {
    const urls = [...door.servers];
    const url = urls[attempt % (urls.length || 1)];
    const answer =
      url && (await fetch(url + req.url, { method: 'POST', headers, body }).catch(() => undefined));
    if (answer) {
      if (answer.ok) acknowledge(door, headers['x-zendesk-webhook-invocation-id']!);
      return answer.status;
    }
    await wait(TRY_AGAIN_MS);
  }
  return 503;
}

function acknowledge(door: FrontDoor, invocationId: string): void {
  door.acknowledged.add(invocationId);
  door.onAcknowledged();
}
