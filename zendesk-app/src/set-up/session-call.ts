import type { ZendeskCall } from '@smart-assistant/shared/setup/zendesk-call.ts';
import { ZendeskRequestError } from '../zaf/zendesk.ts';
import type { Zendesk } from '../zaf/zendesk.ts';

/** The one port of set-up in the signed-in person's session: Zendesk enforces their rights. */
export function sessionCall(zendesk: Pick<Zendesk, 'request'>): ZendeskCall {
  return async ({ method, path, body }) => {
    try {
      return { status: 200, body: await zendesk.request(method, path, body) };
    } catch (error) {
      if (!(error instanceof ZendeskRequestError) || error.status === 0) throw error;
      return { status: error.status, body: error.body };
    }
  };
}
