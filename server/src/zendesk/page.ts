import { z } from 'zod';

/** Zendesk's largest page. */
export const MAX_PAGE = 100;

/** Cursor paging as every list answers it; absent where a list has no pages. */
export const pageMeta = z
  .object({ has_more: z.boolean(), after_cursor: z.string().nullish() })
  .optional();

/** Where the next page begins, or undefined at the end. */
export function nextCursor(meta: z.infer<typeof pageMeta>): string | undefined {
  return meta?.has_more ? (meta.after_cursor ?? undefined) : undefined;
}
