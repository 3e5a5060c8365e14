import { z } from 'zod';
import type { Credentials } from '../tenant/tenant.ts';
import { answerError } from './answer-error.ts';
import { exchange } from './http-exchange.ts';
import { ZendeskError } from './zendesk-error.ts';

/** Gives the Authorization header, and takes back one that Zendesk no longer accepts. */
export interface SignIn {
  authorization(): Promise<string>;
  /** Answers true when another try with a new header makes sense. */
  renew(rejected: string): boolean;
}

export interface SignInOptions {
  baseUrl: string;
  credentials: Credentials;
  timeoutMs: number;
  now: () => number;
  fetch?: typeof globalThis.fetch | undefined;
}

/** What a token lives by default, for clients made since 2026-04-30; used when the answer does not say. */
const DEFAULT_TOKEN_S = 30 * 60;

/** A token is replaced this long before its end, so that none expires on the way. */
const MINT_EARLY_MS = 60_000;

const TOKEN_PATH = '/oauth/tokens';

const tokenAnswer = z.object({
  access_token: z.string().min(1),
  expires_in: z.number().positive().nullish(),
});

export function createSignIn(options: SignInOptions): SignIn {
  const { credentials } = options;
  if (credentials.kind === 'oauth') return createOAuthSignIn(options, credentials);

  const header = `Basic ${Buffer.from(`${credentials.email}/token:${credentials.token}`).toString('base64')}`;
  return { authorization: () => Promise.resolve(header), renew: () => false };
}

interface Token {
  header: string;
  renewAt: number;
}

/**
 * Client credentials have no refresh token: a new token is minted before the old one ends, and once when
 * Zendesk rejects one early. Callers that need it at the same time share one mint.
 */
function createOAuthSignIn(
  options: SignInOptions,
  client: Extract<Credentials, { kind: 'oauth' }>,
): SignIn {
  let token: Token | undefined;
  let minting: Promise<Token> | undefined;

  const mint = async () => {
    minting ??= mintToken(options, client).finally(() => (minting = undefined));
    token = await minting;
    return token;
  };

  return {
    async authorization() {
      const current = token && options.now() < token.renewAt ? token : await mint();
      return current.header;
    },
    renew(rejected) {
      if (token?.header === rejected) token = undefined;
      return true;
    },
  };
}

async function mintToken(
  { baseUrl, timeoutMs, now, fetch }: SignInOptions,
  { clientId, clientSecret, scope }: Extract<Credentials, { kind: 'oauth' }>,
): Promise<Token> {
  const call = { method: 'POST', path: TOKEN_PATH };
  const mintedAt = now();
  const answer = await exchange({
    method: 'POST',
    url: new URL(TOKEN_PATH, baseUrl),
    headers: {},
    body: {
      grant_type: 'client_credentials',
      client_id: clientId,
      client_secret: clientSecret,
      ...(scope !== undefined && { scope }),
    },
    timeoutMs,
    fetch,
  }).catch((error: unknown) => {
    // Whatever became of the token, the call it was meant for never left.
    throw error instanceof ZendeskError ? withoutEffect(error) : error;
  });
  if (answer.status < 200 || answer.status > 299)
    throw signInError(answerError(call, answer, now()));

  const parsed = tokenAnswer.safeParse(jsonOf(answer.text));
  if (!parsed.success) {
    throw new ZendeskError(
      { ...call, code: 'unexpected_answer', status: answer.status, fate: 'not_sent' },
      `Zendesk answered ${answer.status} without an access token: POST ${TOKEN_PATH}. Is the Zendesk URL right?`,
    );
  }
  const lifetimeMs = (parsed.data.expires_in ?? DEFAULT_TOKEN_S) * 1000;
  return {
    header: `Bearer ${parsed.data.access_token}`,
    renewAt: mintedAt + lifetimeMs - Math.min(MINT_EARLY_MS, lifetimeMs / 2),
  };
}

function withoutEffect(error: ZendeskError): ZendeskError {
  return new ZendeskError({ ...error, fate: 'not_sent', cause: error.cause }, error.message);
}

/** A refused client is a matter for the admin; anything else passes by itself. */
function signInError(error: ZendeskError): ZendeskError {
  if (error.retryable) return withoutEffect(error);
  return new ZendeskError(
    { ...error, code: 'sign_in_failed', fate: 'not_sent', cause: error },
    `${error.message}. Check the identifier and secret of the OAuth client in Admin Center > Apps and integrations > APIs, and that it is confidential.`,
  );
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
