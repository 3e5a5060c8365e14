import type { RequestHandler } from 'express';
import { callerOf } from './caller.ts';
import { forbidden } from './errors.ts';

/**
 * OAuth scopes: `read`, `write`, or `resource:read|write`. A token with an unknown scope is issued, and then
 * every call with it is 403. https://developer.zendesk.com/api-reference/ticketing/oauth/grant_type_tokens/
 */
const RESOURCES = new Set([
  'tickets',
  'users',
  'auditlogs',
  'organizations',
  'hc',
  'apps',
  'triggers',
  'automations',
  'targets',
  'webhooks',
  'macros',
  'requests',
  'satisfaction_ratings',
  'dynamic_content',
  'zis',
]);

/** Which resource guards a path. Ticket fields are in none: they need the plain scopes. */
const PATHS: ReadonlyArray<[RegExp, string]> = [
  [/^\/(?:api\/v2\/)?help_center/, 'hc'],
  [/^\/api\/v2\/(?:tickets|incremental\/tickets|uploads|attachments|search)/, 'tickets'],
  [/^\/api\/v2\/trigger_categories/, 'triggers'],
  [/^\/api\/(?:v2\/|support\/)?apps/, 'apps'],
];

export function checkScopes(): RequestHandler {
  return (req, res, next) => {
    const caller = callerOf(res);
    if (caller.kind === 'oauth' && !allows(caller.scopes, req.method, req.baseUrl + req.path)) {
      throw forbidden('You do not have the required scope for this request.');
    }
    next();
  };
}

export function allows(scopes: readonly string[], method: string, path: string): boolean {
  if (!scopes.every(isKnown)) return false;
  const kind = ['GET', 'HEAD'].includes(method) ? 'read' : 'write';
  if (scopes.includes(kind)) return true;
  if (/\/oauth\/tokens\/current/.test(path)) return true;
  return scopes.includes(`${resourceOf(path)}:${kind}`);
}

function isKnown(scope: string): boolean {
  if (['read', 'write', 'impersonate'].includes(scope)) return true;
  const [resource = '', kind = ''] = scope.split(':');
  return RESOURCES.has(resource) && ['read', 'write'].includes(kind);
}

function resourceOf(path: string): string {
  const listed = PATHS.find(([pattern]) => pattern.test(path));
  return listed?.[1] ?? /^\/api\/v2\/([a-z_]+)/.exec(path)?.[1] ?? '';
}
