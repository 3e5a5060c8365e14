import type { Request } from 'express';
import type { Account } from '../account.ts';
import { errorList } from './errors.ts';

/** https://developer.zendesk.com/api-reference/introduction/pagination/ */
const MAX_PAGE = 100;
/** Offsets beyond this many records are refused. */
const MAX_OFFSET = 10_000;

export interface Page<T> {
  /** What goes under the resource's key. */
  items: T[];
  /** `meta` and `links`, or `next_page`, `previous_page` and `count`. */
  envelope: Record<string, unknown>;
}

export function param(req: Request, name: string): string | undefined {
  const value = req.query[name];
  return typeof value === 'string' ? value : undefined;
}

export function usesCursor(req: Request): boolean {
  return ['page[size]', 'page[after]', 'page[before]'].some((name) => name in req.query);
}

/** Does the request mix the two kinds? It is answered, but its sort is silently ignored. */
export function mixesPagination(req: Request): boolean {
  const offsetOnly = ['page', 'per_page', 'sort_by', 'sort_order'].some(
    (name) => name in req.query,
  );
  return usesCursor(req) ? offsetOnly : offsetOnly && 'sort' in req.query;
}

/** One page of `all`, by cursor when page[…] is given, by offset otherwise. */
export function paginate<T>(
  account: Account,
  req: Request,
  all: readonly T[],
  options: { defaultSize?: number; alwaysCursor?: boolean } = {},
): Page<T> {
  return options.alwaysCursor || usesCursor(req)
    ? byCursor(account, req, all)
    : byOffset(account, req, { all, defaultSize: options.defaultSize ?? MAX_PAGE });
}

function byCursor<T>(account: Account, req: Request, all: readonly T[]): Page<T> {
  const size = pageSize(param(req, 'page[size]') ?? MAX_PAGE);
  const after = param(req, 'page[after]');
  const before = param(req, 'page[before]');
  const start = before ? Math.max(0, readCursor(before) - size) : after ? readCursor(after) + 1 : 0;
  const end = before ? readCursor(before) : start + size;
  const items = all.slice(start, end);
  const hasMore = before ? start > 0 : end < all.length;
  const afterCursor = items.length > 0 ? writeCursor(start + items.length - 1) : null;
  const beforeCursor = items.length > 0 ? writeCursor(start) : null;
  const next = end < all.length && afterCursor;
  const prev = start > 0 && beforeCursor;
  return {
    items,
    envelope: {
      meta: { has_more: hasMore, after_cursor: afterCursor, before_cursor: beforeCursor },
      links: {
        next: next ? link(account, req, { 'page[after]': next, 'page[size]': String(size) }) : null,
        prev: prev
          ? link(account, req, { 'page[before]': prev, 'page[size]': String(size) })
          : null,
      },
    },
  };
}

function byOffset<T>(
  account: Account,
  req: Request,
  { all, defaultSize }: { all: readonly T[]; defaultSize: number },
): Page<T> {
  const perPage = pageSize(param(req, 'per_page') ?? defaultSize);
  const page = Math.max(1, Number(param(req, 'page') ?? 1) || 1);
  const start = (page - 1) * perPage;
  if (start >= MAX_OFFSET) {
    throw errorList(400, 'InvalidPaginationDepth', 'Use cursor pagination for deeper results.');
  }
  const to = (target: number) =>
    link(account, req, { page: String(target), per_page: String(perPage) });
  return {
    items: all.slice(start, start + perPage),
    envelope: {
      next_page: start + perPage < all.length ? to(page + 1) : null,
      previous_page: page > 1 ? to(page - 1) : null,
      count: all.length,
    },
  };
}

function pageSize(given: string | number): number {
  const size = Number(given);
  if (!Number.isInteger(size) || size < 1) {
    throw errorList(400, 'InvalidPaginationParameter', 'page[size] must be a positive integer');
  }
  return Math.min(size, MAX_PAGE);
}

function writeCursor(index: number): string {
  return Buffer.from(`i:${index}`).toString('base64url');
}

function readCursor(cursor: string): number {
  const index = /^i:(\d+)$/.exec(Buffer.from(cursor, 'base64url').toString());
  if (!index) throw errorList(400, 'InvalidPaginationParameter', 'page[after] is not valid');
  return Number(index[1]);
}

function link(account: Account, req: Request, changes: Record<string, string>): string {
  const url = new URL(req.originalUrl, account.url);
  for (const name of ['page[after]', 'page[before]']) url.searchParams.delete(name);
  for (const [name, value] of Object.entries(changes)) url.searchParams.set(name, value);
  return url.toString();
}
