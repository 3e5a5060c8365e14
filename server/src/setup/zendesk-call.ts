import type { ZendeskCall } from '@smart-assistant/shared/setup/zendesk-call.ts';
import type { ZendeskCalls } from '../zendesk/client.ts';
import { ZendeskError } from '../zendesk/zendesk-error.ts';

/** The one port of set-up over the server's own credentials. Rejects with a ZendeskError when nothing answered, or nobody let us in. */
export function zendeskCall(zendesk: Pick<ZendeskCalls, 'call'>): ZendeskCall {
  return async ({ method, path, body }) => {
    const [bare = '', search = ''] = path.split('?');
    const query = Object.fromEntries(new URLSearchParams(search));
    try {
      return { status: 200, body: await zendesk.call({ method, path: bare, query, body }) };
    } catch (error) {
      // Without a sign-in the call itself was never made.
      const isAnswer = error instanceof ZendeskError && error.code !== 'sign_in_failed';
      if (!isAnswer || error.status === undefined) throw error;
      return { status: error.status, body: { description: error.details.join('; ') } };
    }
  };
}
