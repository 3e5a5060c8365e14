import type { Severity } from './finding.ts';

/**
 * What the server needs of an OAuth token. Ticket fields and ticket audits belong to no resource of their own,
 * so the plain `read` it is. https://developer.zendesk.com/api-reference/ticketing/oauth/grant_type_tokens/
 */
const NEEDS: ReadonlyArray<{
  scope: string;
  alsoBy: string[];
  missed: string;
  severity: Severity;
}> = [
  {
    scope: 'read',
    alsoBy: [],
    missed:
      'the audits, by which a reply of unknown fate is found again, and ticket fields stay hidden',
    severity: 'broken',
  },
  {
    scope: 'write',
    alsoBy: ['tickets:write'],
    missed: 'no reply can be written',
    severity: 'broken',
  },
  {
    scope: 'write',
    alsoBy: [],
    missed: 'set-up cannot create the field, the webhook and the triggers',
    severity: 'advice',
  },
];

const RESOURCES = [
  ...['apps', 'auditlogs', 'automations', 'dynamic_content', 'hc', 'macros', 'organizations'],
  ...['requests', 'satisfaction_ratings', 'targets', 'tickets', 'triggers', 'users', 'webhooks'],
  'zis',
];

/** An unknown scope still yields a token, with which every call is refused. */
export function isKnownScope(scope: string): boolean {
  const [resource = '', kind] = scope.split(':');
  if (kind === undefined) return ['read', 'write', 'impersonate'].includes(resource);
  return RESOURCES.includes(resource) && ['read', 'write'].includes(kind);
}

export function lacksScope(scopes: readonly string[]) {
  const lacking = NEEDS.filter(
    ({ scope, alsoBy }) => ![scope, ...alsoBy].some((each) => scopes.includes(each)),
  );
  // Of two needs for one scope the worse says enough.
  return lacking.filter(
    (need, index) => lacking.findIndex(({ scope }) => scope === need.scope) === index,
  );
}
