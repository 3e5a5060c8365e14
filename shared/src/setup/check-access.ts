import { valueOr } from './account.ts';
import type { Me } from './account-schemas.ts';
import { newFinding } from './finding.ts';
import type { FindingParts, SetupObject } from './finding.ts';
import { isKnownScope, lacksScope } from './scopes.ts';
import type { CheckInput, CheckResult, Judged } from './judged.ts';
import { personDoes } from './places.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
/** No account can create API tokens since 2026-10-27. https://support.zendesk.com/hc/en-us/articles/10840968198042 */
const API_TOKENS_END = Date.parse('2027-04-30T00:00:00Z');
/** Time to notice and to make a new token. */
const WARN_DAYS = 14;

/** Judges who is calling, with which rights, and until when. */
export function checkAccess(input: CheckInput): CheckResult {
  const who = checkPerson(input);
  const { kind } = input.account.credentials;
  const credentials =
    kind === 'api-token' ? checkApiToken(input) : kind === 'oauth' ? checkOAuth(input) : [];
  const object = accessObject(input);
  return {
    judged: [...who, ...credentials],
    passed: [
      ...(who.length === 0 ? [{ object, check: 'signed_in' } as const] : []),
      ...(grantedScopes(input) && credentials.length === 0
        ? [{ object, check: 'scopes_suffice' } as const]
        : []),
    ],
  };
}

function accessObject({ account }: CheckInput): SetupObject {
  const { me } = account;
  const name = me.kind === 'read' ? me.value.name : '';
  const id = me.kind === 'read' ? me.value.id : null;
  return { kind: 'credentials', name, ...(id !== null && { id }) };
}

function found(input: CheckInput, parts: Omit<FindingParts, 'object'>): Judged {
  return { finding: newFinding({ ...parts, object: accessObject(input) }) };
}

function checkPerson(input: CheckInput): Judged[] {
  const { me, credentials } = input.account;
  // That nothing can be read about us is said elsewhere.
  if (me.kind === 'unreadable') return [];
  const person = me.value;
  if (person.id === null)
    return [found(input, { code: 'not_signed_in', fix: personDoes('signIn') })];
  const fix = personDoes('people', person.name);
  if (person.suspended || !person.active) return [found(input, { code: 'user_suspended', fix })];
  const judged: Judged[] = [];
  if (credentials.kind === 'api-token' && !person.verified) {
    judged.push(found(input, { code: 'user_unverified', fix }));
  }
  if (isRestricted(input, person)) judged.push(restriction(input, person));
  return person.role === 'admin' ? judged : [...judged, roleFault(input, person)];
}

/** Whoever sets up in the app need not see tickets, and of an end user it is said that they see their own only. */
function isRestricted({ account }: CheckInput, { role, ticket_restriction }: Me): boolean {
  return account.credentials.kind !== 'session' && role !== 'end-user' && ticket_restriction !== '';
}

function restriction(input: CheckInput, { name, ticket_restriction: actual }: Me): Judged {
  return found(input, {
    code: 'user_restricted',
    field: 'ticket_restriction',
    expected: 'null',
    actual,
    params: { restriction: actual },
    fix: personDoes('people', `${name} > Roles and access > All tickets`),
  });
}

function roleFault(input: CheckInput, { name, role }: Me): Judged {
  const isSession = input.account.credentials.kind === 'session';
  const ofServer = role === 'end-user' ? 'user_is_end_user' : 'server_not_admin';
  return found(input, {
    code: isSession ? 'not_admin' : ofServer,
    field: 'role',
    expected: 'admin',
    actual: role,
    params: { name, role },
    fix: isSession ? personDoes('signIn') : personDoes('people', name),
  });
}

function checkApiToken(input: CheckInput): Judged[] {
  const { readAt, settings } = input.account;
  const fix = personDoes('oauthClients', 'Add OAuth client');
  const access = valueOr(settings, {}).apiTokenAccess;
  const off =
    access === false
      ? [found(input, { code: 'api_token_access_off', fix: personDoes('apiSettings') })]
      : [];
  if (readAt >= API_TOKENS_END) return [found(input, { code: 'api_token_ended', fix }), ...off];
  const days = String(Math.ceil((API_TOKENS_END - readAt) / DAY_MS));
  return [found(input, { code: 'api_token_ends', params: { days }, fix }), ...off];
}

/** As the token itself says, or as the caller remembers; undefined where there are none or nobody knows. */
function grantedScopes({ account: { token, credentials } }: CheckInput): string[] | undefined {
  if (credentials.kind !== 'oauth') return undefined;
  return token.kind === 'read' ? token.value.scopes : credentials.scopes;
}

function checkOAuth(input: CheckInput): Judged[] {
  const { token } = input.account;
  const scopes = grantedScopes(input);
  return [
    ...(scopes ? checkScopes(input, scopes) : []),
    ...(token.kind === 'read' ? checkExpiry(input, token.value.expires_at) : []),
  ];
}

function checkScopes(input: CheckInput, scopes: readonly string[]): Judged[] {
  const fix = personDoes('oauthClients', 'Smart Assistant > Scopes');
  const actual = scopes.join(' ');
  const unknown = scopes.filter((scope) => !isKnownScope(scope));
  const faults = unknown.map((scope) =>
    found(input, { code: 'scope_unknown', part: scope, actual, params: { scope }, fix }),
  );
  for (const { scope, missed, severity } of lacksScope(scopes)) {
    const code = severity === 'broken' ? 'scope_missing' : 'scope_narrow';
    const params = { scope, missed };
    faults.push(found(input, { code, part: scope, expected: scope, actual, params, fix }));
  }
  return faults;
}

/** A token that the server mints by itself may be as short as it likes. */
function checkExpiry(input: CheckInput, expiresAt: string | null | undefined): Judged[] {
  const { readAt, credentials } = input.account;
  const end = Date.parse(expiresAt ?? '');
  if (Number.isNaN(end) || (credentials.kind === 'oauth' && credentials.renews)) return [];
  const days = Math.floor((end - readAt) / DAY_MS);
  if (days >= WARN_DAYS) return [];
  const code = end <= readAt ? 'token_expired' : 'token_expires';
  const params = { days: String(Math.max(0, days)) };
  return [found(input, { code, actual: expiresAt ?? '', params, fix: personDoes('oauthClients') })];
}
