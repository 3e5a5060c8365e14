import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import {
  draftRequest,
  draftResponse,
  nudgeRequest,
  ratingRequest,
  turnsRequest,
  turnsResponse,
} from '@smart-assistant/shared/sidebar-api.ts';
import type { DraftResponse, TurnRecord } from '@smart-assistant/shared/sidebar-api.ts';

/** What goes wrong: a refusal with its code, an answer of so many bytes, words that are no JSON, or nothing. */
export type Trouble = { status: number; code: string } | { bytes: number } | 'nonsense' | 'silence';

export interface SidebarServer {
  url: string;
  /** Newest first. */
  turns: TurnRecord[];
  draft: DraftResponse;
  newestN: number | undefined;
  trouble: Trouble | undefined;
  /** What was asked, oldest first. */
  asked: { action: string; body: unknown }[];
  close(): Promise<void>;
}

/** A server that answers the sidebar's API by the shared schemas, as ours does, on a free port of loopback. */
export async function startSidebarServer(): Promise<SidebarServer> {
  const server = createServer((request, response) => {
    response.setHeader('access-control-allow-origin', '*');
    response.setHeader('access-control-allow-headers', 'content-type');
    if (request.method === 'OPTIONS') response.writeHead(204).end();
    else void answer(held, request, response);
  });
  const held: SidebarServer = {
    url: '',
    turns: [],
    draft: { found: false, reason: 'no_article_matches' },
    newestN: undefined,
    trouble: undefined,
    asked: [],
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  held.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return held;
}

const SCHEMAS = {
  turns: turnsRequest,
  draft: draftRequest,
  ratings: ratingRequest,
  nudge: nudgeRequest,
};

async function answer(
  held: SidebarServer,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const action = request.url!.split('/').at(-1) as keyof typeof SCHEMAS;
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  const body = SCHEMAS[action].parse(JSON.parse(Buffer.concat(parts).toString()));
  held.asked.push({ action, body });

  if (held.trouble) makeTrouble(held.trouble, response);
  else if (action === 'ratings' || action === 'nudge') response.writeHead(204).end();
  else response.writeHead(200, JSON_TYPE).end(JSON.stringify(contentOf(held, action)));
}

const JSON_TYPE = { 'content-type': 'application/json' };

function contentOf({ turns, draft, newestN }: SidebarServer, action: 'turns' | 'draft') {
  return action === 'draft'
    ? draftResponse.parse(draft)
    : turnsResponse.parse({ turns, hasMore: false, newestN });
}

function makeTrouble(trouble: Trouble, response: ServerResponse): void {
  if (trouble === 'silence') return;
  if (trouble === 'nonsense') response.end('It works!');
  else if ('bytes' in trouble) response.end(`"${'x'.repeat(trouble.bytes)}"`);
  else {
    const error = { code: trouble.code, message: 'No.' };
    response.writeHead(trouble.status, JSON_TYPE).end(JSON.stringify({ error }));
  }
}
