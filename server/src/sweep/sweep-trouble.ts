import { errorCodeOf } from '../errors.ts';
import type { Logger } from '../logger.ts';
import { isCredentialProblem, isForbidden, isRateLimited } from '../zendesk/zendesk-error.ts';
import type { Sweep, SweepEnd, SweepTrouble } from './sweep-leases.ts';

const MINUTE_MS = 60_000;

/** Rights and credentials are mended by people. */
const LOOK_AGAIN_MS: Record<SweepTrouble, number> = {
  forbidden: 60 * MINUTE_MS,
  log_forbidden: 3 * MINUTE_MS,
  no_trigger: 3 * MINUTE_MS,
  triggers_unreadable: 3 * MINUTE_MS,
  credentials_refused: 15 * MINUTE_MS,
  held_back: MINUTE_MS,
  failed: 3 * MINUTE_MS,
};
/** The same trouble is news once a day. */
const SAME_NEWS_MS = 24 * 60 * MINUTE_MS;

const GOT_STUCK = 'sweep did not get through; what no webhook tells of is not found meanwhile';
const NEWS: Partial<Record<SweepTrouble, string>> = {
  log_forbidden:
    "the webhook's log cannot be read; what Zendesk sent is not compared with the inbox",
  no_trigger: 'no active trigger tells this server of comments; what the sweep finds is left alone',
  triggers_unreadable:
    'the triggers cannot be read; what the sweep finds is answered whatever they leave out',
};

/** When a sweep in this trouble is tried again, milliseconds. */
export function lookAgainMs(trouble: SweepTrouble): number {
  return LOOK_AGAIN_MS[trouble];
}

/** What kind of trouble an error of a sweep is. */
export function troubleOf(error: unknown): SweepTrouble {
  if (isForbidden(error)) return 'forbidden';
  if (isCredentialProblem(error)) return 'credentials_refused';
  return isRateLimited(error) ? 'held_back' : 'failed';
}

/** Trouble is stored at once and logged when it is new, and then once a day. */
export function reportTrouble(
  { logger, now }: { logger: Logger; now: () => number },
  sweep: Sweep,
  trouble: SweepTrouble,
  error?: unknown,
): Pick<SweepEnd, 'trouble' | 'troubleLoggedAt'> {
  const isNews = trouble !== sweep.trouble || now() - sweep.troubleLoggedAt >= SAME_NEWS_MS;
  // What waits for the rate limit is no matter for anybody.
  if (!isNews || trouble === 'held_back') return { trouble };
  logger.warn(
    {
      ...{ tenant: sweep.tenant, trouble },
      ...(error !== undefined && { code: errorCodeOf(error), err: error }),
    },
    NEWS[trouble] ?? GOT_STUCK,
  );
  return { trouble, troubleLoggedAt: now() };
}
