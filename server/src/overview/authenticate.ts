import { jwtVerify } from 'jose';
import { OVERVIEW_AUDIENCE } from '@smart-assistant/shared/overview-api.ts';
import { AppError } from '../errors.ts';

/** Zendesk's proxy signs a token for each call; one that lives longer was made by somebody else's program. */
const LONGEST_LIFE_S = 5 * 60;
/** Zendesk's clock and ours. */
const CLOCKS_DIFFER_S = 30;

export interface TokenRules {
  secret: string;
  slug: string;
  /** Epoch milliseconds. */
  now: number;
}

/**
 * Lets a caller pass whose bearer token is signed with the shop's secret, for us, by this shop, and short-lived.
 * Throws `token_invalid` otherwise, without saying what was wrong with it.
 */
export async function authenticate(
  authorization: string | undefined,
  { secret, slug, now }: TokenRules,
): Promise<void> {
  const [, token] = /^Bearer (\S+)$/i.exec(authorization ?? '') ?? [];
  const payload = token && (await verified(token, { secret, slug, now }));
  const expiresAt = payload ? payload.exp : undefined;
  if (expiresAt === undefined || expiresAt > now / 1000 + LONGEST_LIFE_S + CLOCKS_DIFFER_S) {
    throw new AppError(
      'token_invalid',
      'Send a token signed with the api_secret that "npm run tenant -- show" prints',
    );
  }
}

async function verified(token: string, { secret, slug, now }: TokenRules) {
  try {
    const { payload } = await jwtVerify(token, new TextEncoder().encode(secret), {
      algorithms: ['HS256'],
      audience: OVERVIEW_AUDIENCE,
      issuer: slug,
      requiredClaims: ['exp'],
      clockTolerance: CLOCKS_DIFFER_S,
      currentDate: new Date(now),
    });
    return payload;
  } catch {
    return undefined;
  }
}
