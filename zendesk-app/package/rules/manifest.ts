import { finding, isObject, type Finding, type Json } from '../finding.ts';
import type { PackageFiles } from '../package-files.ts';

const FILE = 'manifest.json';
const REQUIRED = ['author', 'defaultLocale', 'location', 'frameworkVersion'];
const FLAGS = ['private', 'singleInstall', 'signedUrls', 'requirementsOnly', 'marketingOnly'];

/** Zendesk's form of a locale: `pt` and `pt-BR`, not `zh-Hant`. */
export const LOCALE = /^[a-z]{2,3}(-\w{2,3})?$/;

/** https://developer.zendesk.com/documentation/apps/app-developer-guide/manifest/ */
export function manifestFindings(manifest: Json, files: PackageFiles): Finding[] {
  return [
    ...REQUIRED.filter((key) => manifest[key] === undefined).map((key) =>
      finding(FILE, `has no ${key}`, `Add ${key}`),
    ),
    ...FLAGS.filter((key) => !['boolean', 'undefined'].includes(typeof manifest[key])).map((key) =>
      finding(`${FILE} ${key}`, 'is neither true nor false', 'Write true or false without quotes'),
    ),
    ...versionFindings(manifest),
    ...authorFindings(manifest['author']),
    ...localeFindings(manifest['defaultLocale'], files),
    ...hostFindings(manifest),
  ];
}

function versionFindings({ version, frameworkVersion, noTemplate }: Json): Finding[] {
  const findings: Finding[] = [];
  if (frameworkVersion !== undefined && frameworkVersion !== '2.0') {
    findings.push(finding(`${FILE} frameworkVersion`, 'is not "2.0"', 'Write exactly "2.0"'));
  }
  // Zendesk asks for a string only; `zcli apps:bump` for all three numbers.
  if (
    version !== undefined &&
    !/^\d+\.\d+\.\d+$/.test(typeof version === 'string' ? version : '')
  ) {
    findings.push(finding(`${FILE} version`, 'is not like "1.2.3"', 'Write it as a string'));
  }
  if (noTemplate !== undefined) {
    findings.push(finding(`${FILE} noTemplate`, 'belongs to framework 1', 'Leave it out'));
  }
  return findings;
}

function authorFindings(author: unknown): Finding[] {
  if (author === undefined) return [];
  const given = isObject(author) ? author : {};
  const findings = ['name', 'email']
    .filter((key) => typeof given[key] !== 'string')
    .map((key) => finding(`${FILE} author`, `has no ${key}`, `Add ${key} as text`));
  const { url } = given;
  if (url !== undefined && !/^https?:\/\/[^/]/.test(String(url))) {
    findings.push(finding(`${FILE} author.url`, 'is no web address', 'Begin it with https://'));
  }
  return findings;
}

function localeFindings(locale: unknown, files: PackageFiles): Finding[] {
  if (locale === undefined) return [];
  const where = `${FILE} defaultLocale`;
  if (!LOCALE.test(String(locale))) {
    return [finding(where, 'is not in Zendesk’s form', 'Use a form like "en" or "pt-BR"')];
  }
  const path = `translations/${String(locale)}.json`;
  if (files.contents.has(path)) return [];
  return [finding(where, `needs ${path}`, 'Add the file, or choose another locale')];
}

/** Zendesk does not look at the hosts; its proxy refuses secure requests to any other. */
function hostFindings({ domainWhitelist, parameters }: Json): Finding[] {
  const where = `${FILE} domainWhitelist`;
  const again = 'Package anew: npm run package -- --backend https://<your server>';
  const hasSecret =
    Array.isArray(parameters) && parameters.some((each) => isObject(each) && each['secure']);
  if (domainWhitelist === undefined && !hasSecret) return [];
  if (!Array.isArray(domainWhitelist) || domainWhitelist.length === 0) {
    return [finding(where, 'does not name the server', again)];
  }
  return domainWhitelist
    .filter((host) => !isPublicHost(String(host)))
    .map((host) => finding(where, `has ${String(host)}, which no customer can reach`, again));
}

/** A name such as `assistant.example.com`: no scheme, path or port, nothing of this machine. */
export function isPublicHost(host: string): boolean {
  return (
    /^(\*\.)?([a-z0-9-]+\.)+[a-z][a-z0-9-]*$/i.test(host) && !/\.(localhost|local)$/i.test(host)
  );
}
