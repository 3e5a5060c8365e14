import { trigger } from '@smart-assistant/shared/setup/account-schemas.ts';
import type { Trigger } from '@smart-assistant/shared/setup/account-schemas.ts';
import { z } from 'zod';
import { listOf, MAX_PAGE, nextCursor, pageMeta } from './page.ts';
import type { Request } from './request.ts';

/** https://developer.zendesk.com/api-reference/ticketing/business-rules/triggers/ */

/** One that is not as documented is not ours, and does not keep us from seeing the others. */
export const triggersAnswer = z.object({
  triggers: listOf(trigger.optional().catch(undefined)),
  meta: pageMeta,
});

export function triggerCalls(request: Request) {
  return {
    /** A page of the account's active triggers. */
    async activeTriggers(
      cursor?: string,
    ): Promise<{ triggers: Trigger[]; cursor?: string | undefined }> {
      const query = { active: 'true', 'page[size]': MAX_PAGE, 'page[after]': cursor };
      const call = { method: 'GET', path: '/api/v2/triggers', query } as const;
      const { triggers, meta } = await request(call, triggersAnswer);
      return {
        triggers: triggers.filter((each) => each !== undefined).filter(({ active }) => active),
        cursor: nextCursor(meta),
      };
    },
  };
}
