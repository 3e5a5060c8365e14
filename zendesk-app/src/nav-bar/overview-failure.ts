import { sidebarError } from '@smart-assistant/shared/sidebar-api.ts';
import { SignedRequestError } from '../zaf/signed-request.ts';

/**
 * Why there is no overview. no_secret: Zendesk's proxy would not send the call, which needs the setting
 * `api_secret` and our server's host in the package. refused: the server did not take the token.
 */
export type OverviewFailure =
  | 'offline'
  | 'no_secret'
  | 'refused'
  | 'unknown_shop'
  | 'too_many'
  | 'slow'
  | 'down'
  | 'unreadable';

/** What a failed call means. An answer that is not in our server's words comes from Zendesk's proxy. */
export function overviewFailureOf(error: unknown): OverviewFailure {
  if (!(error instanceof SignedRequestError)) return 'unreadable';
  const { status, isTimeout, answer } = error;
  if (status === 0 && !navigator.onLine) return 'offline';
  if (isTimeout || status === 504) return 'slow';
  if (status === 0 || status >= 500) return 'down';
  if (status === 429) return 'too_many';
  if (!sidebarError.safeParse(answer).success) return 'no_secret';
  if (status === 404) return 'unknown_shop';
  return status === 401 || status === 403 ? 'refused' : 'unreadable';
}
