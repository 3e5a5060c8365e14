import express from 'express';
import type { Router } from 'express';
import { readState } from '@smart-assistant/shared/conversation-state.ts';
import { turnsRequest } from '@smart-assistant/shared/sidebar-api.ts';
import type { TurnsResponse } from '@smart-assistant/shared/sidebar-api.ts';
import type { ConversationStore } from '../conversation/conversation-store.ts';
import { AppError } from '../errors.ts';
import type { Tenant } from '../tenant/tenant.ts';

/** More turns than any ticket has had that still moves fast; the newest matter. */
const TURNS_SHOWN = 300;

/** A request holds one ticket id and one field value of at most 4 KB. */
const BODY_LIMIT = '8kb';

export interface SidebarPorts {
  tenants: { get(slug: string): Promise<Tenant | undefined> };
  publicKey: (slug: string) => Promise<string>;
  conversations: Pick<ConversationStore, 'turns'>;
}

/**
 * The sidebar's API. The ticket's field value is the key to its conversation: an agent who cannot read the
 * ticket has none. The app runs on Zendesk's own origin per app, so any origin may ask.
 */
export function sidebarRouter({ tenants, publicKey, conversations }: SidebarPorts): Router {
  const router = express.Router();

  // Before the body is read, so that the app may read a refusal of it as well.
  router.use('/sidebar/:slug/turns', (_request, response, next) => {
    response.set(CORS);
    next();
  });

  router.options('/sidebar/:slug/turns', (_request, response) => {
    response.set('access-control-max-age', '600').status(204).end();
  });

  router.post(
    '/sidebar/:slug/turns',
    express.json({ limit: BODY_LIMIT }),
    async (request, response) => {
      const parsed = turnsRequest.safeParse(request.body);
      if (!parsed.success) {
        throw new AppError('bad_request', 'Send { ticketId, state } as JSON');
      }
      const { ticketId, state } = parsed.data;
      const { slug } = request.params;
      if (!(await tenants.get(slug))) throw new AppError('not_found', 'Not found');

      const reading = await readState(state, { publicKey: await publicKey(slug), slug, ticketId });
      if (reading.status !== 'verified') {
        throw new AppError(
          'state_not_verified',
          `The state of ticket ${ticketId} is ${reading.status}`,
        );
      }
      response.json({
        turns: await conversations.turns(slug, ticketId, TURNS_SHOWN),
        hasMore: false,
      } satisfies TurnsResponse);
    },
  );

  return router;
}

const CORS = {
  'access-control-allow-origin': '*',
  'access-control-allow-headers': 'content-type',
  'access-control-allow-methods': 'POST',
};
