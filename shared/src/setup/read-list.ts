import { z } from 'zod';
import type { Reading, Unreadable } from './account.ts';
import type { ZendeskAnswer, ZendeskCall } from './zendesk-call.ts';

/**
 * Most accounts have a few hundred triggers; 7,000 may be active. 1,000 of a kind are 10 calls, a share of the
 * smallest plan's 200 a minute that nobody notices.
 */
const MAX_PAGES = 10;
/** Zendesk's largest page. */
const PAGE_SIZE = 100;

export interface ListSource<T> {
  /** May carry a query of its own. */
  path: string;
  /** The key of the answer that holds the list. */
  key: string;
  schema: z.ZodType<T>;
  /** Ticket forms and app installations come whole, without pages. */
  isWhole?: boolean;
}

type Page<T> = Reading<T[]> & { cursor?: string };

const pageMeta = z.object({
  meta: z.object({ has_more: z.boolean(), after_cursor: z.string().nullish() }),
});

/** All items, by cursor, up to `MAX_PAGES` pages. A refused page makes the list unreadable as a whole. */
export async function readList<T>(call: ZendeskCall, source: ListSource<T>): Promise<Reading<T[]>> {
  const items: T[] = [];
  let cursor: string | undefined;
  for (let count = 0; count < MAX_PAGES; count += 1) {
    const page = await readPage(call, source, cursor);
    if (page.kind === 'unreadable') return page;
    items.push(...page.value);
    cursor = page.cursor;
    if (!cursor) return { kind: 'read', value: items, isCut: false };
  }
  return { kind: 'read', value: items, isCut: true };
}

/** The first page, or the one after `cursor`. */
export async function readPage<T>(
  call: ZendeskCall,
  source: ListSource<T>,
  cursor?: string,
): Promise<Page<T>> {
  const answer = await ask(call, pagePath(source, cursor));
  const list = read(answer, source.key, z.array(source.schema));
  if (list.kind === 'unreadable') return list;
  const meta = pageMeta.safeParse(answer.body).data?.meta;
  const next = meta?.has_more && !source.isWhole ? meta.after_cursor : undefined;
  return { ...list, isCut: next !== undefined, ...(next && { cursor: next }) };
}

/** One object under `key`. */
export async function readOne<T>(
  call: ZendeskCall,
  { path, key, schema }: ListSource<T>,
): Promise<Reading<T>> {
  return read(await ask(call, path), key, schema);
}

/** The answer; status 0 when there was none. */
export async function ask(call: ZendeskCall, path: string): Promise<ZendeskAnswer> {
  try {
    return await call({ method: 'GET', path });
  } catch {
    return { status: 0, body: undefined };
  }
}

export function unreadable(status: number): Unreadable {
  const reason = status === 403 ? 'forbidden' : status === 404 ? 'missing' : 'failed';
  return { kind: 'unreadable', reason, status };
}

function read<T>({ status, body }: ZendeskAnswer, key: string, schema: z.ZodType<T>): Reading<T> {
  if (status !== 200) return unreadable(status);
  const parsed = schema.safeParse((body as Record<string, unknown> | undefined)?.[key]);
  return parsed.success ? { kind: 'read', value: parsed.data, isCut: false } : unreadable(status);
}

function pagePath({ path, isWhole }: ListSource<unknown>, cursor: string | undefined): string {
  if (isWhole) return path;
  const query = new URLSearchParams({ 'page[size]': String(PAGE_SIZE) });
  if (cursor) query.set('page[after]', cursor);
  return `${path}${path.includes('?') ? '&' : '?'}${query}`;
}
