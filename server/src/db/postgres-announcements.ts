import { EventEmitter } from 'node:events';
import pg from 'pg';
import type { SqlValue } from './database.ts';

/** Listeners poll every second or so anyway: no hurry to be the first one back after a restart. */
const reconnectAfterMs = 1_000;

type Report = (error: Error) => void;

/** Sends announcements, many of one channel as one: they say only "look". */
export function createAnnouncer(
  run: (sql: string, params: readonly SqlValue[]) => Promise<unknown>,
  report: Report,
) {
  const wanted = new Set<string>();
  let sending: Promise<void> | undefined;

  async function send(): Promise<void> {
    while (wanted.size > 0) {
      const channels = [...wanted];
      wanted.clear();
      for (const channel of channels) {
        await run(`SELECT pg_notify(?, '')`, [channel]).catch(report);
      }
    }
    sending = undefined;
  }

  return {
    announce(channel: string): void {
      wanted.add(channel);
      sending ??= send();
    },
    drained: async () => sending,
  };
}

/** Hears announcements on a connection of its own, opened at the first `listen` and again when it is lost. */
export function createListener(settings: pg.ClientConfig, report: Report) {
  const announcements = new EventEmitter().setMaxListeners(0);
  let client: pg.Client | undefined;
  let asking: Promise<void> = Promise.resolve();
  let retry: NodeJS.Timeout | undefined;
  let closed = false;

  async function connect(): Promise<void> {
    retry = undefined;
    const fresh = new pg.Client(settings);
    client = fresh;
    // The end is what counts, and comes with every error.
    fresh.on('error', () => undefined);
    fresh.on('notification', ({ channel }) => announcements.emit(channel));
    fresh.on('end', () => {
      if (closed) return;
      report(new Error('the connection that hears announcements ended'));
      retry = setTimeout(() => (asking = connect()), reconnectAfterMs).unref();
    });
    try {
      await fresh.connect();
      for (const channel of announcements.eventNames()) await listenTo(fresh, String(channel));
    } catch {
      await fresh.end();
    }
  }

  return {
    listen(channel: string, heard: () => void): () => void {
      announcements.on(channel, heard);
      // While there is no connection, connecting will ask for every channel.
      if (!client) asking = connect();
      else if (!retry) asking = asking.then(() => listenTo(client!, channel)).catch(report);
      return () => void announcements.off(channel, heard);
    },
    async close(): Promise<void> {
      closed = true;
      clearTimeout(retry);
      await asking;
      await client?.end();
    },
  };
}

/** What was announced while nobody listened is caught up by the listeners' own polls. */
async function listenTo(client: pg.Client, channel: string): Promise<void> {
  await client.query(`LISTEN ${pg.escapeIdentifier(channel)}`);
}
