import type { AppManifest, Installation } from '../installation.ts';
import { signJwt } from './jwt.ts';
import type { JwtOptions } from './jwt.ts';

/** `client.request` options that reach the proxy. */
export interface ProxyRequest {
  appId: number;
  url: string;
  type?: string;
  headers?: Record<string, string>;
  data?: string;
  contentType?: string;
  secure?: boolean;
  jwt?: JwtOptions;
  /** Milliseconds. */
  timeout?: number;
}

/** Refused by the proxy, with what the app's author has to change. */
export class ProxyRefusal extends Error {
  override name = 'ProxyRefusal';
}

type Scope = 'url' | 'header' | 'body' | 'jwt_secret_key' | 'jwt_claim';

/**
 * Puts secure settings and the JWT into a `secure: true` request. Only settings declared `secure` are put in,
 * only where their `scopes` allow, and only for hosts of the manifest's `domainWhitelist`; a placeholder of a
 * non-secure setting stays as it is written.
 * https://developer.zendesk.com/documentation/apps/app-developer-guide/making-api-requests-from-a-zendesk-app/
 */
export function secureRequest(
  request: ProxyRequest,
  installation: Installation,
  now: Date,
): ProxyRequest {
  if (!request.secure) return request;
  const fill = filler(installation);
  const token = request.jwt ? tokenFor(request.jwt, { fill, now }) : undefined;
  const put = (text: string, scope: Scope) =>
    fill(text, scope).replaceAll('{{jwt.token}}', () => token ?? '{{jwt.token}}');

  const url = put(request.url, 'url');
  requireWhitelisted(url, installation.manifest);
  const headers = Object.entries(request.headers ?? {}).map(([name, value]) => [
    name,
    put(String(value), 'header'),
  ]);
  return {
    ...request,
    url,
    headers: Object.fromEntries(headers),
    ...(request.data === undefined ? {} : { data: put(request.data, 'body') }),
  };
}

type Fill = (text: string, scope: Scope) => string;

function filler({ manifest, settings }: Installation): Fill {
  return (text, scope) =>
    text.replace(/\{\{setting\.([\w-]+)\}\}/g, (placeholder, name: string) => {
      const parameter = manifest.parameters?.find((candidate) => candidate.name === name);
      if (!parameter?.secure) return placeholder;
      const scopes = (parameter as { scopes?: string[] }).scopes;
      if (scopes && !scopes.includes(scope)) {
        throw new ProxyRefusal(
          `Setting "${name}" may not be used in scope "${scope}": add it to the parameter's scopes in manifest.json`,
        );
      }
      return String(settings[name] ?? '');
    });
}

function tokenFor(jwt: JwtOptions, { fill, now }: { fill: Fill; now: Date }): string {
  if (jwt.algorithm !== 'HS256') {
    throw new ProxyRefusal(`jwt.algorithm must be "HS256", not "${String(jwt.algorithm)}"`);
  }
  const secret = fill(jwt.secret_key ?? '', 'jwt_secret_key');
  if (!secret || secret.includes('{{')) {
    throw new ProxyRefusal(
      'jwt.secret_key must be "{{setting.<name>}}" of a secure setting that has a value',
    );
  }
  const claims = JSON.parse(fill(JSON.stringify(jwt.claims ?? {}), 'jwt_claim'));
  return signJwt({ ...jwt, claims }, secret, now);
}

function requireWhitelisted(url: string, manifest: AppManifest): void {
  const whitelist = (manifest['domainWhitelist'] as string[] | undefined) ?? [];
  const { hostname, host } = new URL(url);
  const allowed = whitelist.some(
    (entry) =>
      entry === hostname ||
      entry === host ||
      (entry.startsWith('*.') && hostname.endsWith(entry.slice(1))),
  );
  if (!allowed) {
    throw new ProxyRefusal(
      `A secure request to ${hostname} needs the host in domainWhitelist of manifest.json`,
    );
  }
}
