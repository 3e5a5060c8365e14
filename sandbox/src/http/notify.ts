import { Router, type RequestHandler } from 'express';
import type { Account } from '../account.ts';
import { agents, userOf } from './caller.ts';
import { ApiError, notFound } from './errors.ts';
import { limitPerMinute } from './limit-per-minute.ts';

const PER_MINUTE = 100;
const MAX_BYTES = 1024 * 1024;

interface Push {
  app_id?: number | string;
  event?: string;
  body?: unknown;
  agent_id?: number | string;
}

/**
 * Pushes an event to the open instances of an installed app. The codes of refusals are UNVERIFIED.
 * https://developer.zendesk.com/api-reference/ticketing/apps/apps/#send-notification-to-app
 */
export function notifyRouter(account: Account): Router {
  const router = Router();
  const description = 'App notification limit';
  const limit = limitPerMinute(account, { most: () => PER_MINUTE, description });
  router.post('/v2/apps/notify', agents, limit, push(account));
  return router;
}

function push(account: Account): RequestHandler {
  return (req, res) => {
    const { app_id: appId, event, body = null, agent_id: agentId } = (req.body ?? {}) as Push;
    if (!appId || !event) throw refusal(400, 'app_id and event are required');
    if (Buffer.byteLength(JSON.stringify(body)) > MAX_BYTES) {
      throw refusal(413, 'body must not be larger than 1 MB');
    }
    if (!account.installations.some(({ app_id: id }) => id === Number(appId))) throw notFound();
    account.events.emit({
      type: 'app.notify',
      appId: Number(appId),
      event,
      body,
      agentId: agentId === undefined ? null : Number(agentId),
      senderId: userOf(res).id,
    });
    res.json({});
  };
}

const refusal = (status: number, description: string) =>
  new ApiError(status, { error: 'InvalidNotification', description });
