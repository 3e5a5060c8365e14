import type { Request } from './request.ts';
import { meAnswer } from './schemas.ts';
import type { ZendeskUser } from './schemas.ts';
import { ZendeskError } from './zendesk-error.ts';

/** Our user does not change while credentials stay the same; suspension or another role shows within this time. */
const ME_FRESH_MS = 10 * 60_000;

export function accountCalls(request: Request, now: () => number) {
  let known: { user: ZendeskUser; until: number } | undefined;

  return {
    /** The user we act as; remembered for ten minutes unless `fresh`. Fails when the credentials are nobody's. */
    async me({ fresh = false } = {}): Promise<ZendeskUser> {
      if (known && !fresh && now() < known.until) return known.user;
      const path = '/api/v2/users/me';
      const { user } = await request({ method: 'GET', path }, meAnswer);
      if (!user) throw notSignedIn(path);
      known = { user, until: now() + ME_FRESH_MS };
      return user;
    },
  };
}

function notSignedIn(path: string): ZendeskError {
  return new ZendeskError(
    { code: 'sign_in_failed', method: 'GET', path, status: 200, fate: 'refused' },
    `Zendesk does not know us: GET ${path} answered as the anonymous user. Check the e-mail and the API token, or use an OAuth client.`,
  );
}
