import { z } from 'zod';

/** Zendesk's largest page. */
export const MAX_PAGE = 100;

/** A hundred on a page, and thousands of fields on a ticket; more is no list of Zendesk's. */
const MAX_LIST = 20_000;

/**
 * A list in an answer. How long it is is looked at first: each of some million wrong items would be a complaint of
 * its own, and this process answers webhooks meanwhile.
 */
export function listOf<Item extends z.ZodType>(item: Item) {
  return z
    .custom<unknown[]>((list) => Array.isArray(list) && list.length <= MAX_LIST)
    .pipe(z.array(item));
}

/** Cursor paging as every list answers it; absent where a list has no pages. */
export const pageMeta = z
  .object({ has_more: z.boolean(), after_cursor: z.string().nullish() })
  .optional();

/** Where the next page begins, or undefined at the end. */
export function nextCursor(meta: z.infer<typeof pageMeta>): string | undefined {
  return meta?.has_more ? (meta.after_cursor ?? undefined) : undefined;
}
